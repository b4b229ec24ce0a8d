import { SANDBOX_ACCOUNT } from "../../sandbox/machine/account";
import type { FlatResource } from "./flat-state";
import { type Call, Literal, textOf, Unreadable } from "./go-value";

/** What the checks look at. */
export interface Checked {
  readonly state: ReadonlyMap<string, FlatResource>;
  readonly region: string;
}

/** The name of the check that deletes a resource behind Terraform's back. */
export const DISAPPEARS = "acctest.CheckResourceDisappears";

/** A check of the provider's own package: it asks AWS whether a resource of the state is there. */
export const isExistenceCheck = ({ name }: Call): boolean => /^testAccCheck\w*Exists$/.test(name);

type Check = (args: readonly string[], checked: Checked) => string | undefined;

/**
 * The checks that are known, by name: each returns what doesn't hold.
 *
 * @see https://pkg.go.dev/github.com/hashicorp/terraform-plugin-testing/helper/resource
 */
const CHECKS: Readonly<Record<string, Check>> = {
  TestCheckResourceAttr: ([address, path, wanted = ""], { state }) => {
    const found = attribute(state, address, path);
    // A list or map that isn't in the state has no items.
    const empty = found === undefined && wanted === "0" && isCount(path);
    return empty || found === wanted ? undefined : differs(address, path, wanted, found);
  },
  TestCheckResourceAttrSet: ([address, path], { state }) => {
    const found = attribute(state, address, path);
    return found === undefined || found === "" ? `${address}: ${path} isn't set` : undefined;
  },
  TestCheckNoResourceAttr: ([address, path], { state }) => {
    const found = attribute(state, address, path);
    return found === undefined || (found === "0" && isCount(path))
      ? undefined
      : `${address}: ${path} is set`;
  },
  TestCheckResourceAttrPair: ([address, path, otherAddress, otherPath], { state }) => {
    const wanted = attribute(state, otherAddress, otherPath);
    const found = attribute(state, address, path);
    const none = [found, wanted].every((each) => each === undefined || each === "0");
    return found === wanted || (none && isCount(path))
      ? undefined
      : differs(address, path, wanted ?? "unset", found);
  },
  TestMatchResourceAttr: ([address, path, pattern = ""], { state }) =>
    matches(state, address, path, pattern),
  TestCheckTypeSetElemAttr: ([address, path, wanted = ""], { state }) =>
    elements(state, address, path).includes(wanted)
      ? undefined
      : `${address}: no item of ${path} is ${JSON.stringify(wanted)}`,
  TestCheckTypeSetElemAttrPair: ([address, path, otherAddress, otherPath], { state }) => {
    const wanted = attribute(state, otherAddress, otherPath);
    return wanted !== undefined && elements(state, address, path).includes(wanted)
      ? undefined
      : `${address}: no item of ${path} is ${otherAddress}'s ${otherPath}`;
  },
  MatchResourceAttrRegionalARN: ([address, path, service, pattern], { state, region }) =>
    matches(state, address, path, `^arn:aws:${service}:${region}:${SANDBOX_ACCOUNT}:${pattern}$`),
  MatchResourceAttrGlobalARN: ([address, path, service, pattern], { state }) =>
    matches(state, address, path, `^arn:aws:${service}::${SANDBOX_ACCOUNT}:${pattern}$`),
};

/** The checks whose first argument is a context in newer versions of the tests. */
const firstAddress = (args: readonly unknown[]) =>
  args.findIndex((arg) => typeof arg === "string" && /^(data\.)?\w+\.[\w-]+/.test(arg));

/**
 * Carries out a check.
 *
 * @returns What doesn't hold, or undefined where all does.
 * @throws Unreadable for a check that isn't known.
 */
export function check(call: Call, checked: Checked): string | undefined {
  const args = call.args.slice(Math.max(firstAddress(call.args), 0));
  if (isExistenceCheck(call)) {
    const address = textOf(args[0], `${call.name}'s resource`);
    return checked.state.has(address) ? undefined : `${address} isn't in the state`;
  }
  const name = call.name.replace(/^(resource|acctest)\./, "");
  const [address, path, wanted] = args;
  if (name === "TestCheckTypeSetElemNestedAttrs" && wanted instanceof Literal) {
    return nested(checked, textOf(address, "the resource"), textOf(path, "the path"), wanted);
  }
  const known = CHECKS[name];
  if (known === undefined) throw new Unreadable(`the check ${call.name} isn't known`);
  return known(
    args.map((arg) => textOf(arg, `an argument of ${call.name}`)),
    checked,
  );
}

const isCount = (path = "") => path.endsWith(".#") || path.endsWith(".%");

const attribute = (state: Checked["state"], address = "", path = "") =>
  state.get(address)?.attributes.get(path);

function differs(
  address: string | undefined,
  path: string | undefined,
  wanted: string | undefined,
  found: string | undefined,
): string {
  const is = found === undefined ? "unset" : JSON.stringify(found);
  return `${address}: ${path} is ${is} instead of ${JSON.stringify(wanted)}`;
}

function matches(
  state: Checked["state"],
  address: string | undefined,
  path: string | undefined,
  pattern: string,
): string | undefined {
  const found = attribute(state, address, path);
  return found !== undefined && new RegExp(pattern).test(found)
    ? undefined
    : `${address}: ${path} is ${JSON.stringify(found)}, which doesn't match ${pattern}`;
}

/** The values whose paths fit one with `*` for any one part. */
function elements(state: Checked["state"], address = "", path = ""): readonly string[] {
  const parts = path.split(".").map((part) => (part === "*" ? "[^.#%]+" : part));
  const pattern = new RegExp(`^${parts.join("\\.")}$`);
  return [...(state.get(address)?.attributes ?? [])]
    .filter(([each]) => pattern.test(each))
    .map(([, value]) => value);
}

/** One item of a set has all these attributes. */
function nested(
  { state }: Checked,
  address: string,
  path: string,
  wanted: Literal,
): string | undefined {
  const attributes = state.get(address)?.attributes ?? new Map<string, string>();
  const set = path.replace(/\.\*$/, "");
  const count = Number(attributes.get(`${set}.#`) ?? 0);
  const found = Array.from({ length: count }, (_, index) => index).some((index) =>
    [...wanted.fields].every(([key, value]) => attributes.get(`${set}.${index}.${key}`) === value),
  );
  const text = JSON.stringify(Object.fromEntries(wanted.fields));
  return found ? undefined : `${address}: no item of ${path} has ${text}`;
}
