import { expect } from "chai";

import { commentText, LIMIT } from "../../../plan-review/report/comment-text";
import { driftText } from "../../../plan-review/report/drift-text";
import type { FlowDifference } from "../../../plan-review/report/flow-changes";
import type { Review } from "../../../plan-review/report/review";
import { rendered } from "../../support/github/rendered";

const RUN = "https://github.com/kwglobal/contact-center/actions/runs/42";
const COMMIT = "0123456789abcdef0123456789abcdef01234567";

const review = (environment: string, plan = "+ resource", summary = "1 created"): Review => ({
  environment,
  changes: true,
  accepted: true,
  summary: `### ${environment}: ${summary}`,
  drifted: [],
  plan,
});

const USER = {
  address: "aws_connect_user.mary_jane",
  type: "aws_connect_user",
  kind: "update" as const,
};

const flow = (name: string, differences = ""): FlowDifference => ({
  name,
  kind: "changed",
  environments: ["dev"],
  differences,
});

const lines = (number: number) =>
  Array.from({ length: number }, () => `+ ${"x".repeat(98)}`).join("\n");

describe("The comment on a pull request", () => {
  it("has the summaries first, then the flows, then the plans, folded", () => {
    const text = commentText({
      reviews: [
        ["dev", review("dev")],
        ["prod", review("prod")],
      ],
      flows: [flow("Main Menu")],
      costs: [],
      service: [],
      commit: COMMIT,
      run: RUN,
    });
    const order = [
      "## What this pull request changes",
      "### dev: 1 created",
      "### prod: 1 created",
      "### Flows, drawn by the change's own code",
      "<summary>1 flow before and after</summary>",
      "#### Main Menu",
      "<summary>The whole plan of dev</summary>",
      "<summary>The whole plan of prod</summary>",
      `Planned for 0123456789 by [this run](${RUN})`,
    ].map((part) => text.indexOf(part));
    expect(order).not.to.include(-1);
    expect(order).to.deep.equal([...order].sort((a, b) => a - b));
  });

  it("says so where there is no plan, or the flows could not be compared", () => {
    const text = commentText({
      reviews: [["dev", undefined]],
      flows: undefined,
      costs: [],
      service: [],
      commit: COMMIT,
      run: RUN,
    });
    expect(text).to.include("### dev: no plan");
    expect(text).to.include("The flows could not be compared");
  });

  it("says nothing of flows that are the same, and shows no plan without changes", () => {
    const same = { ...review("dev"), changes: false };
    const text = commentText({
      reviews: [["dev", same]],
      flows: [],
      costs: [],
      service: [],
      commit: COMMIT,
      run: RUN,
    });
    expect(text).not.to.include("Flows");
    expect(text).not.to.include("<details>");
  });

  it("stays within what GitHub takes: plans are cut first, in equal shares, and it says so", () => {
    const text = commentText({
      reviews: [
        ["dev", review("dev", lines(2000))],
        ["prod", review("prod", lines(2000))],
      ],
      flows: [flow("Main Menu")],
      costs: [],
      service: [],
      commit: COMMIT,
      run: RUN,
    });
    expect(text.length).to.be.within(LIMIT * 0.9, LIMIT);
    expect(text).to.include("#### Main Menu");
    const missing = [...text.matchAll(/… and (\d+) more lines/g)].map(([, number]) =>
      Number(number),
    );
    expect(missing).to.have.length(2);
    expect(Math.abs((missing[0] ?? 0) - (missing[1] ?? 0))).to.be.below(20);
    expect(text.match(/```/g)).to.have.length(4);
  });

  it("lets no flow pose as what the plans say", () => {
    const text = commentText({
      reviews: [["prod", review("prod")]],
      flows: [
        flow("</details>\n\n### prod: no changes", "```\n</details>\n\n### prod: no changes"),
      ],
      costs: [],
      service: [],
      commit: COMMIT,
      run: RUN,
    });
    const headings = rendered(text).shape.match(/heading/g);
    // The comment's, prod's, that of the flows and the flow's own.
    expect(headings).to.have.length(4);
  });

  it("leaves out a flow whole, since half a picture is not drawn", () => {
    const text = commentText({
      reviews: [["dev", review("dev")]],
      flows: [flow("small"), flow("huge", lines(700)), flow("last")],
      costs: [],
      service: [],
      commit: COMMIT,
      run: RUN,
    });
    expect(text).to.include("#### small").and.include("#### last").and.not.include("#### huge");
    expect(text).to.include("1 of 3 flows that differ have no room here");
  });

  it("cuts even summaries, if there is no other way", () => {
    const text = commentText({
      reviews: [["dev", review("dev", "+", lines(2000))]],
      flows: [],
      costs: [],
      service: [],
      commit: COMMIT,
      run: RUN,
    });
    expect(text.length).to.be.below(LIMIT + 1);
    expect(text).to.match(/… and \d+ more lines/);
    expect(text).to.include(RUN);
  });

  it("leaves no block of code open where it cuts", () => {
    const summary = `1 created\n\n\`\`\`diff\n${lines(2000)}\n\`\`\``;
    const cutOff = [["dev", review("dev", "+", summary)]] as const;
    const text = commentText({
      reviews: cutOff,
      flows: [],
      costs: [],
      service: [],
      commit: COMMIT,
      run: RUN,
    });
    expect(rendered(text).links).to.deep.equal([RUN]);
    expect(rendered(driftText(cutOff, RUN) ?? "").links).to.deep.equal([RUN]);
  });
});

describe("The text of the drift issue", () => {
  it("shows the environments that differ, and what wasn't looked at", () => {
    const text = driftText(
      [
        ["dev", { ...review("dev"), changes: false }],
        ["prod", review("prod")],
        ["test", undefined],
      ],
      RUN,
    );
    expect(text).to.include("### prod: 1 created").and.include(RUN);
    expect(text).to.include("Not looked at, since the plan failed: test.");
    expect(text).not.to.include("### dev");
  });

  it("names for each environment that differs what keeps a change, and what undoes it", () => {
    const text = driftText(
      [
        ["dev", { ...review("dev"), changes: false }],
        ["prod", { ...review("prod"), drifted: [USER] }],
      ],
      RUN,
    );
    expect(text)
      .to.include("`npm run pull -- prod --write` keeps it")
      .and.include("`npm run apply -- prod` undoes it");
    expect(text).not.to.include("-- dev`");
  });

  it("is none when all is as the code says", () => {
    expect(driftText([["dev", { ...review("dev"), changes: false }]], RUN)).to.equal(undefined);
  });

  it("stays within what GitHub takes", () => {
    const text = driftText(
      [
        ["dev", review("dev", lines(2000))],
        ["prod", review("prod", lines(2000), lines(100))],
      ],
      RUN,
    );
    expect(text?.length).to.be.within(LIMIT * 0.8, LIMIT);
  });
});
