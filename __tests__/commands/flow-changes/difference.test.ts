import { expect } from "chai";

import { compareFlows, type FlowChange } from "../../../commands/flow-changes/compare";
import { differenceOf } from "../../../commands/flow-changes/difference";
import type { Json } from "../../../contact-flow/json";
import { KWGLOBAL } from "../../../kwglobal";
import { flowSection, parseFlowChanges } from "../../../plan-review/report/flow-changes";
import { saidBy } from "../../support/kwglobal-texts";
import { DEV, PROD, synthesize } from "../../support/synthesized";

const MENU = "KWGlobal Main Menu";

const JSONS = [DEV, PROD].map(
  (environment) => [environment.name, JSON.stringify(synthesize({}, environment).json)] as const,
);

/** As much of a stack as is changed here. */
interface Copy extends Record<string, Json> {
  resource: { aws_connect_contact_flow: { kwglobal_main_menu: { content: string } } };
}

const WELCOME = saidBy("Welcome");

/** KWGlobal's stacks with the main menu changed by this. */
function stacks(change: (content: string) => string = (content) => content) {
  return new Map(
    JSONS.map(([name, json]) => {
      const copy = JSON.parse(json) as Copy;
      const flow = copy.resource.aws_connect_contact_flow.kwglobal_main_menu;
      flow.content = change(flow.content);
      return [`kwglobal-${name}`, copy] as const;
    }),
  );
}

const before = stacks();

describe("The flows of two syntheses", () => {
  it("differ in nothing when they are the same", () => {
    expect(compareFlows(before, stacks())).to.deep.equal([]);
  });

  it("differ once, where the same differs in all environments", () => {
    const after = stacks((content) => content.replace(WELCOME, "Hello from KWGlobal"));
    const [change, ...others] = compareFlows(before, after);
    expect(others).to.deep.equal([]);
    expect(change).to.include({ name: MENU });
    expect(change?.stacks).to.deep.equal(["kwglobal-dev", "kwglobal-prod"]);
  });

  it("differ in each environment that has its own change", () => {
    const after = new Map([...before, ...[...stacks((c) => c.replace(WELCOME, "Hi"))].slice(1)]);
    expect(compareFlows(before, after).map(({ stacks: names }) => names)).to.deep.equal([
      ["kwglobal-prod"],
    ]);
  });

  it("may be new, or gone", () => {
    const [first] = compareFlows(new Map(), before);
    expect(first).to.have.property("after");
    expect(first).not.to.have.property("before");
    expect(compareFlows(new Map(), before)).to.have.length(KWGLOBAL.flows.length);
    expect(compareFlows(before, new Map())).to.have.length(KWGLOBAL.flows.length);
  });
});

describe("A flow's change in a pull request", () => {
  const after = stacks((content) =>
    content
      .replace(WELCOME, "Hello from KWGlobal")
      .replaceAll("aws_connect_queue.customer_service", "aws_connect_queue.business_consulting"),
  );
  const [change] = compareFlows(before, after);
  const markdownOf = (flow: FlowChange | undefined): string =>
    // As it reaches the job that writes the comment.
    flowSection(
      parseFlowChanges(JSON.stringify(flow === undefined ? [] : [differenceOf(flow)])),
      1e6,
    );
  const markdown = markdownOf(change);

  it("names the flow and where it changes", () => {
    expect(markdown).to.match(/^#### KWGlobal Main Menu \(changed; dev, prod\)\n/m);
  });

  it("says block by block what differs, with names in place of references", () => {
    expect(markdown).to.include('@@ changed "Welcome" (Play prompt) @@');
    expect(markdown).to.include(`\n- Text: ${WELCOME}\n+ Text: Hello from KWGlobal\n`);
    expect(markdown).to.match(/- QueueId: Customer Service\n\+ QueueId: Business Consulting/);
    expect(markdown).not.to.include("${aws_");
  });

  it("has a picture of before and one of after, folded, in which the changed blocks stand out", () => {
    const pictures = [...markdown.matchAll(/<summary>(\w+)<\/summary>\n\n```mermaid\n([^]*?)```/g)];
    expect(pictures.map(([, title]) => title)).to.deep.equal(["Before", "After"]);
    // Without the signs that Mermaid writes in its own way.
    expect(pictures[0]?.[2])
      .to.include(WELCOME.split(/[^\w ]/)[0])
      .and.match(/style b\d+ fill/);
    expect(pictures[1]?.[2])
      .to.include("Hello from KWGlobal")
      .and.match(/style b\d+ fill/);
  });

  it("has one picture of a flow that is new, and one of a flow that goes", () => {
    const [added] = compareFlows(new Map(), before);
    const [removed] = compareFlows(before, new Map());
    expect(markdownOf(added)).to.include("(new; dev, prod)").and.not.include("Before");
    expect(markdownOf(removed)).to.include("(removed;").and.not.include("After");
  });
});
