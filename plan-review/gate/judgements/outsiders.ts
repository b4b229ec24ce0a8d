import { isObject, listOf, objectOf } from "../../values.ts";

/** Actions on which every other hangs. */
const EVERYTHING = /^(\*|iam:\*|sts:\*|organizations:\*|\*:\*)$/i;

/** Who is no stranger. */
export interface Own {
  /** The account of the stack, where it is known. */
  readonly account: string | undefined;
  /** ARNs of the identity providers that the stack holds. */
  readonly providers: readonly string[];
}

/** Whose account it is stands for itself before it is known. */
const OWN = "${data.aws_caller_identity.current.account_id}";

/**
 * What a new policy gives to anybody outside of the account, or without any limit: that is nothing
 * which a first apply needs.
 *
 * @param policy - JSON, with `${…}` for what isn't known yet.
 * @returns A clause for each.
 */
export function grantsToOthers(
  policy: unknown,
  kind: "identity" | "resource" | "trust",
  own: Own,
): string[] {
  const statements = statementsIn(policy);
  if (statements === undefined) return ["has a policy that can't be read before the apply"];
  return statements.flatMap((statement) => {
    const { Effect: effect } = statement;
    if (effect === "Deny") return [];
    if (effect !== "Allow") return ["has a policy with a statement that can't be read"];
    return kind === "identity" ? unlimited(statement) : strangers(statement, own);
  });
}

function unlimited(statement: Statement): string[] {
  const actions = textsOf(statement.Action);
  return actions.length === 0 || actions.some((action) => EVERYTHING.test(action))
    ? ["lets a role do everything"]
    : [];
}

function strangers(statement: Statement, own: Own): string[] {
  const { Principal: principal } = statement;
  if (!isObject(principal)) return ["lets anybody in"];
  return Object.entries(principal).flatMap(([kind, names]) =>
    textsOf(names)
      .filter((name) => !isOwn(kind, name, own))
      .map((name) => `lets ${name === "*" ? "anybody" : name} in`),
  );
}

/** A service, or somebody of this account. */
function isOwn(kind: string, name: string, { account, providers }: Own): boolean {
  if (kind === "Service") return /^[a-z0-9.-]+\.amazonaws\.com$/.test(name);
  const [, of] = /^arn:aws:iam::(\d{12}|\$\{[\w.]+\}):/.exec(name) ?? [name, name];
  if (of === OWN || of === account) return true;
  // A provider of this stack that is there, or has no ARN yet.
  return (
    kind === "Federated" &&
    (providers.includes(name) ||
      /^\$\{aws_iam_(openid_connect|saml)_provider\.[\w-]+\.arn\}$/.test(name))
  );
}

type Statement = Readonly<Record<string, unknown>>;

function statementsIn(policy: unknown): readonly Statement[] | undefined {
  if (typeof policy !== "string") return undefined;
  try {
    const { Statement: statements } = objectOf(JSON.parse(policy));
    const all = isObject(statements) ? [statements] : listOf(statements);
    return Array.isArray(statements) || isObject(statements) ? all.map(objectOf) : undefined;
  } catch {
    return undefined;
  }
}

/** Texts of a list or of one; what is none is anything. */
function textsOf(value: unknown): string[] {
  return (Array.isArray(value) ? (value as unknown[]) : [value]).map((each) =>
    typeof each === "string" ? each : "*",
  );
}
