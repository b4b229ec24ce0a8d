import { expect } from "chai";
import * as fc from "fast-check";

import type { Finding, Verdict } from "../../../plan-review/gate/finding";
import type { PlannedChange } from "../../../plan-review/plan";
import { commentText } from "../../../plan-review/report/comment-text";
import { driftText } from "../../../plan-review/report/drift-text";
import { code, fenced, folded, prose } from "../../../plan-review/report/markdown";
import { asDiff } from "../../../plan-review/report/plan-text";
import { summaryOf } from "../../../plan-review/report/summary";
import { visible } from "../../../plan-review/report/visible";
import { planOf } from "../../support/plans";
import { AUTOMATIC, rendered } from "../../support/github/rendered";
import { hostileText } from "../../support/hostile-text";

const RUN = "https://github.com/kwglobal/contact-center/actions/runs/42";
const COMMIT = "0123456789abcdef0123456789abcdef01234567";

/** How many texts are tried: more by hand, such as RUNS=10000 with a longer --timeout. */
const RUNS = Number(process.env.RUNS ?? 100);

/** Texts of others, one for each place that takes one. */
type Texts = (place: number) => string;

const hostile = fc.array(hostileText, { minLength: 24, maxLength: 24 });
const spread =
  (all: readonly string[]): Texts =>
  (place) =>
    all[place % all.length] ?? "";
const BENIGN: Texts = () => "word";

function finding(text: Texts): Finding {
  return {
    addresses: [`a.${text(0)}`, `b.${text(1)}`],
    tolerated: 0,
    happens: `destroys ${text(2)}`,
    because: `why ${text(3)} not`,
    source: `measured: ${text(4)}`,
    cure: `keep ${text(5)}`,
  };
}

function summary(text: Texts): string {
  const { changes } = planOf(
    [
      { address: `aws_a.${text(6)}`, actions: ["delete"] },
      {
        address: `aws_b.${text(7)}`,
        actions: ["update"],
        before: {},
        after: { [text(8)]: 1 },
        previousAddress: `aws_b.${text(9)}`,
        importId: `id ${text(10)}`,
      },
      {
        address: `aws_c.${text(11)}`,
        actions: ["delete", "create"],
        replacePaths: [[text(12)]],
      },
    ],
    {},
  );
  const drift: PlannedChange[] = changes.filter(({ kind }) => kind === "update");
  const verdict: Verdict = {
    refused: [finding(text)],
    allowed: [finding((place) => text(place + 5))],
    unused: [{ address: `aws_d.${text(13)}`, effect: "change" }],
  };
  const plan = { ...planOf([]), changes, drift, outputs: [`o${text(14)}`] };
  return summaryOf("prod", plan, verdict);
}

function reviews(text: Texts) {
  const plan = asDiff(`  + resource "x" "y" {\n      + name = "${text(15)}"\n    }\n`);
  const shown = {
    environment: "prod",
    changes: true,
    accepted: false,
    summary: summary(text),
    drifted: [
      {
        address: `aws_connect_contact_flow.${text(19)}`,
        type: "aws_connect_contact_flow",
        kind: "update" as const,
        name: text(20),
      },
    ],
    plan,
  };
  return [["prod", shown]] as const;
}

function comment(text: Texts): string {
  const flow = {
    name: `Flow ${text(16)}`,
    kind: "changed" as const,
    environments: ["dev", `e${text(17)}`],
    differences: `@@ changed @@\n- Text: ${text(18)}`,
    before: `flowchart LR\n  b0["<b>Play</b>"]\n`,
    after: `flowchart LR\n  b0["<b>Play</b>"]\n`,
  };
  return commentText({
    reviews: reviews(text),
    flows: [flow],
    costs: [],
    service: [],
    commit: COMMIT,
    run: RUN,
  });
}

const OWN_HTML = new Set([
  "<details><summary>The whole plan of prod</summary>",
  "<details><summary>1 flow before and after</summary>",
  "<details><summary>Before</summary>",
  "<details><summary>After</summary>",
  "</details>",
]);

function expectTextOnly(markdown: string): void {
  const { html, links, prose: texts } = rendered(markdown);
  for (const each of html) {
    for (const line of each.split("\n")) expect([...OWN_HTML], markdown).to.include(line);
  }
  expect([...new Set(links)].filter((link) => link !== RUN)).to.deep.equal([]);
  for (const text of texts) {
    for (const pattern of AUTOMATIC) {
      if (text.includes(COMMIT.slice(0, 10))) continue;
      expect(text, markdown).not.to.match(pattern);
    }
  }
}

describe("A text of others that reaches GitHub", () => {
  it("is text within a line: code, or words", () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        for (const write of [code, prose]) {
          const markdown = `a ${write(text)} z`;
          expectTextOnly(markdown);
          const { shape, text: shown } = rendered(markdown);
          expect(shape).to.equal("root(paragraph(text))");
          const squeezed = (each: string) => each.replace(/\s+/g, "");
          expect(squeezed(shown)).to.equal(squeezed(`a${visible(text)}z`));
        }
      }),
      { numRuns: RUNS },
    );
  });

  it("is text in a block of code, which it can't end", () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        const { shape } = rendered(`${fenced("diff", `+ ${text}`)}\n\nend`);
        expect(shape).to.equal("root(code paragraph(text))");
      }),
      { numRuns: RUNS },
    );
  });

  it("is text in the title of a fold", () => {
    fc.assert(
      fc.property(hostileText, (title) => {
        const [first, ...others] = rendered(folded(title, "body")).html;
        expect(others).to.deep.equal(["</details>"]);
        const [, inner = ""] = /^<details><summary>([^\n]*)<\/summary>$/.exec(first ?? "") ?? [];
        const words = inner.replace(/<code>[^<>]*<\/code>/g, "");
        expect(words).not.to.match(/[<>&]/);
        for (const pattern of AUTOMATIC) expect(words).not.to.match(pattern);
      }),
      { numRuns: RUNS },
    );
  });

  for (const [what, write] of [
    ["a summary", summary],
    ["a comment", comment],
    ["the drift issue", (text: Texts) => driftText(reviews(text), RUN) ?? ""],
  ] as const) {
    it(`adds nothing to ${what}: no line, no block, no link, no HTML`, () => {
      const { shape } = rendered(write(BENIGN));
      fc.assert(
        fc.property(hostile, (texts) => {
          const markdown = write(spread(texts));
          expectTextOnly(markdown);
          expect(rendered(markdown).shape, markdown).to.equal(shape);
        }),
        { numRuns: RUNS / 10 },
      );
    });
  }
});
