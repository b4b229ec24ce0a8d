import { readFileSync } from "node:fs";
import { join } from "node:path";

import { expect } from "chai";
import fc from "fast-check";

import type { ContactCenterValue } from "../../../constructs/value/contact-center-value";
import { namesInHoles } from "../../../constructs/connect/flow-holes";
import { diffFlows } from "../../../contact-flow/diff";
import { parseFlow } from "../../../contact-flow/flow";
import { isUnchanged, pullFlow } from "../../../contact-flow/pull";
import { tryTemplate } from "../../../contact-flow/template";
import { KWGLOBAL } from "../../../kwglobal";
import { arn } from "../flows";
import { HARBOR_TRAVEL } from "../../support/harbor-travel";
import type { JsonObject } from "../../../contact-flow/json";
import { type Arns, type ConsoleEdit, consoleEdits, EDIT_NAMES, edited } from "./console-edits";

const KINDS = {
  queue: "queue",
  hours: "operating-hours",
  flow: "contact-flow",
  module: "flow-module",
  prompt: "prompt",
} as const;

/** A flow of a center: its template, and how it is rendered. */
function flowsOf(center: ContactCenterValue) {
  const names = namesInHoles(center);
  const resources = Object.fromEntries(
    Object.entries(KINDS).map(([kind, path]) => [
      kind,
      {
        names: names[kind as keyof typeof KINDS],
        idOf: (name: string) => arn(path, `${kind} ${name}`.replaceAll(" ", "-")),
      },
    ]),
  );
  const idsOf = (kind: keyof typeof KINDS): readonly string[] =>
    names[kind].map((name) => resources[kind]?.idOf(name) ?? "");
  const arns: Arns = { queue: idsOf("queue"), prompt: idsOf("prompt"), flow: idsOf("flow") };
  return center.flows.map(({ name, template: file, values }) => {
    const text = readFileSync(join(__dirname, "../../../flow-templates", file), "utf8");
    const options = { file: `flow-templates/${file}`, values, resources };
    const template = JSON.parse(text) as JsonObject;
    return { name, template, options, arns, content: tryTemplate(text, options).content };
  });
}

const FLOWS = [KWGLOBAL, HARBOR_TRAVEL].flatMap(flowsOf);
type Case = (typeof FLOWS)[number];

/** Pulls edits; false where they were refused. */
function comesHome({ template, options, arns, content }: Case, edits: readonly ConsoleEdit[]) {
  const live = edited(content, edits, arns);
  const pulled = pullFlow(template, live, options);
  if (pulled.template === undefined) {
    expect(pulled.problems, "a refusal says why").not.to.deep.equal([]);
    return false;
  }
  const again = tryTemplate(JSON.stringify(pulled.template), options);
  const isUnused = (value?: { place: string }) =>
    pulled.unused.some((name) => value?.place === `values.${name}`);
  expect(again.faults.filter(({ value }) => !isUnused(value))).to.deep.equal([]);
  const [made, wanted] = [parseFlow(again.content), parseFlow(live)];
  expect(diffFlows(wanted, made)).to.deep.equal([]);
  expect(made.Actions.length, "no block is lost").to.equal(wanted.Actions.length);
  if (pulled.cosmetic.length === 0) {
    expect(JSON.parse(again.content), "a plan shows nothing").to.deep.equal(JSON.parse(live));
  }
  if (isUnchanged(template, pulled)) return true;
  const second = pullFlow(pulled.template, live, options);
  expect(second.template, "a second pull changes nothing").to.deep.equal(pulled.template);
  return true;
}

const flows = fc.constantFrom(...FLOWS);
/** Seeds; PULL_RUNS asks for more. */
const RUNS = Number(process.env.PULL_RUNS ?? 1000);

describe("a flow that was edited in the console", () => {
  it("comes home as it is, or is refused with nothing written", function () {
    this.timeout(0);
    let home = 0;
    fc.assert(
      fc.property(flows, consoleEdits(), (flow, edits) => {
        if (comesHome(flow, edits)) home++;
      }),
      { numRuns: RUNS, seed: 17 },
    );
    expect(home / RUNS, "refusals are the exception").to.be.greaterThan(0.85);
  });

  for (const name of EDIT_NAMES) {
    it(`comes home after ${name}`, () => {
      let home = 0;
      fc.assert(
        fc.property(flows, consoleEdits([name]), (flow, [edit]) => {
          if (edit && comesHome(flow, [edit])) home++;
        }),
        { numRuns: 40, seed: 17 },
      );
      // Of repeated blocks, one that goes is an edit of their list.
      expect(home).to.be.greaterThan(20);
    });
  }
});
