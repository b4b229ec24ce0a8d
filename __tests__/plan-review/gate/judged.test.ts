import { join } from "node:path";

import { expect } from "chai";

import { CLASSIFICATION } from "../../../plan-review/gate/classification";
import type { Finding } from "../../../plan-review/gate/finding";
import { judge } from "../../../plan-review/gate/judge";
import { type ChangeJson, planOf } from "../../support/plans";
import { expectSnapshot } from "../../support/snapshot";
import { EXAMPLES } from "./judged";
import { MADE, OPEN, READ, STACK, type Step } from "./judged/example";

/** Files that a reviewer reads: what the rules say of examples. */
const FOLDER = join(__dirname, "snapshots", "types");

/** What is said of a change in a stack that is in service. */
const said = (change: ChangeJson): readonly Finding[] =>
  judge(planOf([...STACK, change], READ)).refused;

const inShort = ({ effect, happens }: Finding): string => `${String(effect)}: ${happens}`;

/** An attribute's value as a plan has it: `a.b` is a part of a block. */
const at = (path: string, value: unknown): object => {
  const [attribute = "", part] = path.split(".");
  return { [attribute]: part === undefined ? value : [{ [part]: value }] };
};

const without = (base: object, path: string): object =>
  Object.fromEntries(Object.entries(base).filter(([name]) => name !== path.split(".")[0]));

function changeOf(type: string, path: string, [before, after]: Step): ChangeJson {
  const { base = {} } = EXAMPLES[type] ?? {};
  const isMade = before === MADE;
  const isOpen = after === OPEN;
  return {
    address: `${type}.judged`,
    actions: [isMade ? "create" : "update"],
    before: isMade ? null : { ...base, ...at(path, before) },
    after: isOpen ? without(base, path) : { ...base, ...at(path, after) },
    afterUnknown: isOpen ? at(path, true) : {},
  };
}

const inWords = (value: unknown): string => {
  if (value === MADE) return "is made";
  if (value === OPEN) return "known after the apply";
  return value === undefined ? "unset" : JSON.stringify(value);
};

/** What becomes of the examples of a type: by attribute and step what is said, and what each means. */
function judgedOf(type: string) {
  const { base = {}, steps = {} } = EXAMPLES[type] ?? {};
  const meaning: Record<string, object> = {};
  const told = (change: ChangeJson) =>
    said(change).map((finding) => {
      const { because, source, cure } = finding;
      meaning[inShort(finding)] = { because, source, cure };
      return inShort(finding);
    });
  const address = `${type}.judged`;
  return {
    "it is made": told({ address, actions: ["create"], after: base }),
    "it goes": told({ address, actions: ["delete"], before: base }),
    ...Object.fromEntries(
      Object.entries(steps).map(([path, all]) => [
        path,
        Object.fromEntries(
          all.map((step) => [step.map(inWords).join(" → "), told(changeOf(type, path, step))]),
        ),
      ]),
    ),
    meaning,
  };
}

describe("what is judged, by example (snapshots/types/*.judged.json)", () => {
  for (const [type, { judged }] of Object.entries(CLASSIFICATION)) {
    const paths = Object.keys(judged);
    if (paths.length === 0) continue;
    it(`is said of ${type}, of each attribute something`, () => {
      const found: Readonly<Record<string, object>> = judgedOf(type);
      expectSnapshot(found, join(FOLDER, `${type}.judged.json`));
      for (const path of paths) {
        expect(Object.values(found[path] ?? {}).flat(), path).to.have.length.above(0);
      }
    });
  }
});
