import { expect } from "chai";

import { BOOTSTRAP, CENTER } from "../../../plan-review/configuration/allowed";
import { ATTRIBUTES } from "../../../plan-review/configuration/references";
import { text } from "../../../plan-review/configuration/rules";
import { type Block, Named, type Shape } from "../../../plan-review/configuration/shape";
import { isObject, objectOf } from "../../../plan-review/values";
import { WRITTEN } from "./configurations";

/** What a construct that writes more, or no more, makes necessary. */
const CURE = "plan-review/configuration must be as the constructs write it";

/**
 * Places of what a later pull request will write: what judges a pull request is main's, so the list
 * must be merged first. That pull request takes them out again.
 */
const AHEAD: readonly string[] = [];

/** A block of the allow-list, with all that was written in its place. */
interface Use {
  readonly place: string;
  readonly block: Block;
  readonly values: Readonly<Record<string, unknown>>[];
}

/** Every block, by its place with `*` for names, and its keys: center and bootstrap may differ. */
const USES = new Map<string, Use>();

function visit(value: unknown, shape: Shape, place: string): void {
  if (typeof shape === "function") return;
  if (Array.isArray(shape)) {
    for (const each of value as unknown[]) visit(each, (shape as readonly [Shape])[0], place);
  } else if (shape instanceof Named) {
    for (const each of Object.values(value as object)) visit(each, shape.of, `${place}.*`);
  } else if (isObject(value)) {
    const block = shape as Block;
    const key = `${place} ${Object.keys(block).join()}`;
    const use = USES.get(key) ?? { place, block, values: [] };
    USES.set(key, use);
    use.values.push(value);
    for (const [name, each] of Object.entries(block)) {
      const argument = name.replace("?", "");
      if (argument in value) visit(value[argument], each, `${place}.${argument}`);
    }
  }
}

const written = (use: Use, name: string) =>
  use.values.filter((value) => name in value).map((value) => value[name]);

describe("what a configuration may be", () => {
  before(() => {
    for (const { json } of WRITTEN) {
      visit(json, "locals" in json ? CENTER : BOOTSTRAP, "");
    }
  });

  /** The arguments of which something holds, by place. */
  const those = (holds: (use: Use, name: string, shape: Shape, isOptional: boolean) => boolean) =>
    [...USES.values()].flatMap((use) =>
      Object.entries(use.block)
        .filter(([name]) => name !== "//?")
        .filter(([name, shape]) => holds(use, name.replace("?", ""), shape, name.endsWith("?")))
        .map(([name]) => `${use.place}.${name}`),
    );

  it("has nothing that no construct writes", () => {
    expect(
      those((use, name) => written(use, name).length === 0),
      CURE,
    ).to.deep.equal(AHEAD);
  });

  it("lets nothing be missing that every construct writes", () => {
    const always = those(
      (use, name, _, isOptional) =>
        isOptional &&
        // Types are each other's equals: what goes with one the plan shows.
        ![".data", ".resource"].includes(use.place) &&
        written(use, name).length === use.values.length,
    );
    expect(always, CURE).to.deep.equal([]);
  });

  it("lets no text refer to a resource that never does", () => {
    const never = those(
      (use, name, shape) =>
        [shape, (shape as readonly Shape[])[0]].includes(text) &&
        !JSON.stringify(written(use, name)).includes("${"),
    );
    expect(never, CURE).to.deep.equal([]);
  });

  it("lets texts refer to the attributes that the constructs refer to", () => {
    const references = WRITTEN.flatMap(({ json }) => [
      ...JSON.stringify(json).matchAll(/\$\{((?:data\.)?\w+)\.\w+\.(\w+)\}/g),
    ]).map(([, type, attribute]) => `${type} ${attribute}`);
    const allowed = Object.entries(ATTRIBUTES).flatMap(([type, attributes]) =>
      attributes.map((attribute) => `${type} ${attribute}`),
    );
    expect(allowed.sort(), CURE).to.deep.equal([...new Set(references)].sort());
  });

  it("is judged against every type that there is", () => {
    expect(Object.keys(objectOf(CENTER.resource))).to.have.length.above(40);
    expect([...USES.keys()]).to.have.length.above(100);
  });
});
