import { expect } from "chai";
import fc from "fast-check";

import { faultsIn } from "../../../plan-review/configuration/check";
import { isObject } from "../../../plan-review/values";
import { BOOTSTRAP, RICH } from "./configurations";

type Path = readonly (string | number)[];
type Holder = Record<string | number, unknown>;

const CONFIGURATIONS = [RICH.json, BOOTSTRAP.json];
const PATHS = CONFIGURATIONS.map((json) => pathsIn(json));

/** Every place of a configuration but what Terraform passes over. */
function pathsIn(value: unknown, path: Path = []): Path[] {
  const below = isObject(value) || Array.isArray(value) ? Object.entries(value) : [];
  return [
    path,
    ...below
      .filter(([key]) => key !== "//")
      .flatMap(([key, each]) => pathsIn(each, [...path, Array.isArray(value) ? Number(key) : key])),
  ];
}

const valueAt = (value: unknown, path: Path) =>
  path.reduce<unknown>((at, key) => (at as Holder)[key], value);

/** A copy in which something else stands at a place. */
function replaced(value: unknown, path: Path, make: (old: unknown) => unknown): unknown {
  const [key, ...rest] = path;
  if (key === undefined) return make(value);
  const copy = (
    Array.isArray(value) ? [...(value as unknown[])] : { ...(value as object) }
  ) as Holder;
  copy[key] = replaced(copy[key], rest, make);
  return copy;
}

/** Which configuration, and a place in it below which all is there at which something holds. */
function places(holds: (value: unknown, path: Path) => boolean) {
  const fit = PATHS.map((paths, which) =>
    paths.filter((path) => holds(valueAt(CONFIGURATIONS[which], path), path)),
  );
  return fc
    .nat(CONFIGURATIONS.length - 1)
    .chain((which) =>
      fc.record({ which: fc.constant(which), path: fc.constantFrom(...(fit[which] ?? [])) }),
    );
}

/** Where people give names: another one is another thing, and no fault. */
const isNamed = (path: Path) =>
  path[0] === "output"
    ? path.length === 1
    : ["data", "resource"].includes(String(path[0])) && path.length === 2;

/** What stands in no place of a configuration, but for empty objects and lists. */
const strangers = fc.constantFrom<unknown>(
  ...[null, "${file(1)}", "%{ if true }", {}, [], [[]], [{}], [{}, {}], { "//": {} }],
  { provisioner: { "local-exec": { command: "env" } } },
);

const spoiled = (where: { which: number; path: Path }, make: (old: unknown) => unknown) =>
  faultsIn(replaced(CONFIGURATIONS[where.which], where.path, make));

/** A key with a space or the like stands in quotes. */
const written = (key: string) => (/^[\w-]+$/.test(key) ? key : JSON.stringify(key));

const isEmpty = (value: unknown) => JSON.stringify(value) === "{}";

const RUNS = { numRuns: 100 };

describe("a configuration that cdktf has written, once it is spoiled", function () {
  this.timeout(60_000);

  it("is refused with anything wrapped in a list, or in lists", () => {
    const depths = fc.integer({ min: 1, max: 3 });
    fc.assert(
      fc.property(
        places((_, path) => path.length > 0),
        depths,
        (where, depth) => {
          const wrap = (value: unknown) =>
            Array.from({ length: depth }).reduce<unknown>((list) => [list], value);
          expect(spoiled(where, wrap)).to.have.length.above(0);
        },
      ),
      RUNS,
    );
  });

  it("is refused with a key more, anywhere but where people give names", () => {
    const keys = fc.oneof(
      fc.string({ minLength: 1 }).filter((key) => key !== "//"),
      fc.constantFrom("provisioner", "connection", "dynamic", "for_each", "provider"),
      fc.constantFrom("__proto__", "constructor", "toString"),
    );
    const objects = places((value, path) => isObject(value) && !isNamed(path));
    fc.assert(
      fc.property(objects, keys, strangers, (where, key, value) => {
        fc.pre(!Object.hasOwn(valueAt(CONFIGURATIONS[where.which], where.path) as object, key));
        const more = (old: unknown) =>
          Object.defineProperty({ ...(old as object) }, key, { value, enumerable: true });
        expect(spoiled(where, more)).to.have.length.above(0);
      }),
      RUNS,
    );
  });

  it("is refused with a key under another name, anywhere but where people give names", () => {
    const renames = fc.constantFrom(
      (key: string) => key.toUpperCase(),
      (key: string) => `${key} `,
      (key: string) => `${key}_`,
    );
    const keys = places(
      (_, path) => typeof path.at(-1) === "string" && !isNamed(path.slice(0, -1)),
    );
    fc.assert(
      fc.property(keys, renames, ({ which, path }, rename) => {
        const key = String(path.at(-1));
        fc.pre(rename(key) !== key);
        const renamed = (old: unknown) =>
          Object.fromEntries(
            Object.entries(old as object).map(([each, value]: [string, unknown]) => [
              each === key ? rename(each) : each,
              value,
            ]),
          );
        expect(spoiled({ which, path: path.slice(0, -1) }, renamed)).to.have.length.above(0);
      }),
      RUNS,
    );
  });

  it("is refused with a stranger in any place, and says where", () => {
    fc.assert(
      fc.property(
        places((_, path) => path.length > 0),
        strangers,
        (where, stranger) => {
          const old = valueAt(CONFIGURATIONS[where.which], where.path);
          fc.pre(!(isObject(old) && isObject(stranger)));
          fc.pre(!(Array.isArray(old) && JSON.stringify(stranger) === "[]"));
          // Blocks whose arguments are all optional may be empty.
          const isEmptyBlocks = Array.isArray(stranger) && stranger.every(isEmpty);
          fc.pre(!(Array.isArray(old) && old.every(isObject) && isEmptyBlocks));
          const place = where.path
            .map((key) => (typeof key === "number" ? `[${key}]` : `.${written(key)}`))
            .join("")
            .slice(1);
          // At the place, or around it where a list is judged as a whole.
          const told = spoiled(where, () => stranger);
          const here = told.filter(
            (fault) => fault.startsWith(place) || place.startsWith(fault.split(" ")[0] ?? ""),
          );
          expect(here, `${place}: ${told.join(", ")}`).to.have.length.above(0);
        },
      ),
      RUNS,
    );
  });
});
