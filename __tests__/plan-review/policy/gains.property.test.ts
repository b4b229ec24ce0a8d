import { expect } from "chai";
import fc from "fast-check";

import { type Attachment, differencesBetween } from "../../../plan-review/policy/gains";
import { changes, REQUESTS, statements } from "./arbitraries";
import { apart, written } from "./documents";
import { type LongStatement, matches, type Reach } from "./iam";

const gainsBetween = (before: unknown, after: unknown, attachment: Attachment) =>
  differencesBetween(before, after, attachment).gains;

const BUCKET = { kind: "resource", of: "the bucket" } as const;
const REACHES: readonly Reach[] = ["anywhere", "to the next colon, unless it ends a segment"];

const gains = (
  before: readonly LongStatement[],
  after: readonly LongStatement[],
): readonly string[] => gainsBetween(written(before), written(after), BUCKET);

describe("what a policy's change lets somebody do, against every request there is", () => {
  it("is said whenever a request is allowed that was not, or denied no longer", function () {
    this.timeout(60_000);
    let silent = 0;
    let widened = 0;
    fc.assert(
      fc.property(changes, ({ before, after }) => {
        const said = gains(before, after);
        if (said.length > 0) {
          widened++;
          return;
        }
        silent++;
        for (const reach of REACHES) {
          for (const request of REQUESTS) {
            const denied = matches(before, "Deny", request, reach);
            const stillDenied = matches(after, "Deny", request, reach);
            const allowed = matches(before, "Allow", request, reach) && !denied;
            const nowAllowed = matches(after, "Allow", request, reach) && !stillDenied;
            if ((nowAllowed && !allowed) || (denied && !stillDenied)) {
              expect.fail(`nothing is said, yet there is ${JSON.stringify(request)} (${reach})`);
            }
          }
        }
      }),
      { numRuns: 600 },
    );
    // Else the property would hold for a function that always says something.
    expect(silent).to.be.above(50);
    expect(widened).to.be.above(50);
  });

  it("is nothing where statements are only written otherwise", () => {
    fc.assert(
      fc.property(statements, (policy) => {
        const others = [
          written([...policy].reverse()),
          written(policy, { short: true }),
          written(policy, { sids: true }),
          written([...policy, ...policy]),
          written(apart(policy)),
        ];
        for (const other of others) {
          const nothing = { gains: [], losses: [] };
          expect(differencesBetween(written(policy), other, BUCKET), other).to.deep.equal(nothing);
          expect(differencesBetween(other, written(policy), BUCKET), other).to.deep.equal(nothing);
        }
      }),
    );
  });

  it("is nothing where an Allow goes or is narrowed, and where a Deny comes", () => {
    fc.assert(
      fc.property(statements, statements, (policy, more) => {
        const pieces = apart(policy);
        const denials = pieces.filter(({ Effect }) => Effect === "Deny");
        const allowances = pieces.filter(({ Effect }) => Effect === "Allow");
        const narrowed = allowances.slice(1).map((each) => ({
          ...each,
          Condition: [...each.Condition, ["Bool", "k:more", ["true"]] as const],
        }));
        const added = more.map((each) => ({ ...each, Effect: "Deny" as const }));
        expect(gains(policy, [...denials, ...narrowed, ...added])).to.deep.equal([]);
      }),
    );
  });

  it("is everything that a policy allows where there was none, and what it denied where none stays", () => {
    fc.assert(
      fc.property(statements, (policy) => {
        const has = (effect: string) => policy.some(({ Effect }) => Effect === effect);
        expect(gains([], policy).length > 0).to.equal(has("Allow"));
        expect(gains(policy, []).length > 0).to.equal(has("Deny"));
      }),
    );
  });

  it("is lost again by the way back, word for word but for may", () => {
    const words = (texts: readonly string[]) =>
      texts.map((text) =>
        text
          .replace(/ may (now|no longer) | is (now|no longer) forbidden to /, " may or not ")
          .replace(/, (until now|from now on) only/, ", else only"),
      );
    fc.assert(
      fc.property(changes, ({ before, after }) => {
        const there = differencesBetween(written(before), written(after), BUCKET);
        const back = differencesBetween(written(after), written(before), BUCKET);
        expect(words(there.losses)).to.have.members(words(back.gains));
      }),
    );
  });
});
