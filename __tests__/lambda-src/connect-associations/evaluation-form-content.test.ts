import { expect } from "chai";

import { sameContent } from "../../../lambda-src/connect-associations/evaluation-form-content";

type Form = Parameters<typeof sameContent>[1];

/** A form with every member that counts, each of which may be changed. */
const form = (change: (form: Record<string, unknown>) => void = () => undefined): Form => {
  const value = {
    Title: "Call",
    Description: "For calls",
    ScoringStrategy: { Mode: "SECTION_ONLY", Status: "ENABLED" },
    Items: [
      {
        Section: {
          Title: "All",
          RefId: "all",
          Instructions: "Listen first",
          Weight: 100,
          Items: [
            { Question: { Title: "Else?", RefId: "else", QuestionType: "TEXT" } },
            {
              Question: {
                Title: "Polite?",
                RefId: "polite",
                QuestionType: "SINGLESELECT",
                NotApplicableEnabled: true,
                Enablement: { Type: "x" },
                QuestionTypeProperties: {
                  SingleSelect: {
                    DisplayAs: "RADIO",
                    Options: [
                      { RefId: "yes", Text: "Yes", Score: 10 },
                      { RefId: "no", Text: "No", Score: 0, AutomaticFail: true },
                    ],
                    Automation: { Options: [{ Score: 1 }] },
                  },
                },
              },
            },
            {
              Question: {
                Title: "How many?",
                RefId: "many",
                QuestionType: "NUMERIC",
                ScoringConfiguration: { IsExcludedFromScoring: true },
                QuestionTypeProperties: {
                  Numeric: { MinValue: 1, MaxValue: 5 },
                  MultiSelect: { Options: [{ Text: "a" }] },
                  Text: { Automation: { Options: [{ Score: 2 }] } },
                },
              },
            },
          ],
        },
      },
    ],
  };
  change(value);
  return value as unknown as Form;
};

/** The places of all members below a value. */
function* members(value: unknown, path: readonly string[] = []): Generator<readonly string[]> {
  if (typeof value !== "object" || value === null) return;
  for (const [name, each] of Object.entries(value)) {
    if (!Array.isArray(value)) yield [...path, name];
    yield* members(each, [...path, name]);
  }
}

const set = (form: Record<string, unknown>, path: readonly string[], value: unknown) => {
  let at: Record<string, unknown> = form;
  for (const name of path.slice(0, -1)) at = at[name] as Record<string, unknown>;
  at[path.at(-1) ?? ""] = value;
};

describe("The content of an evaluation form", () => {
  it("is the same as itself, whatever the order of members", () => {
    const reversed = (value: unknown): unknown =>
      Array.isArray(value)
        ? value.map(reversed)
        : typeof value === "object" && value !== null
          ? Object.fromEntries(
              Object.entries(value)
                .reverse()
                .map(([name, each]) => [name, reversed(each)]),
            )
          : value;
    expect(sameContent(form(), form())).to.equal(true);
    expect(sameContent(reversed(form()) as Form, form())).to.equal(true);
    expect(sameContent(undefined, form())).to.equal(false);
  });

  for (const path of members(form())) {
    it(`is another one with another ${path.join(".")}`, () => {
      const changed = form((value) => {
        set(value, path, "something else");
      });
      // What an enablement holds belongs to AWS.
      const counts = path.at(-1) !== "Type";
      expect(sameContent(changed, form())).to.equal(!counts);
      expect(sameContent(form(), changed)).to.equal(!counts);
    });
  }

  it("is another one in another order of questions", () => {
    const turned = form((value) => {
      const [{ Section }] = value.Items as [{ Section: { Items: unknown[] } }];
      Section.Items.reverse();
    });
    expect(sameContent(turned, form())).to.equal(false);
  });

  it("is the same with what AWS may add, and where nothing is said in another way", () => {
    const plain = form((value) => {
      value.Description = "";
    });
    for (const nothing of [undefined, null, false, "", [], {}, { New: 1 }, { Mode: "" }]) {
      const other = form((value) => {
        value.Description = nothing;
        value.New = "what AWS adds";
      });
      expect(sameContent(other, plain), JSON.stringify(nothing)).to.equal(true);
    }
    const zero = form((value) => {
      value.Description = 0;
    });
    expect(sameContent(zero, plain)).to.equal(false);
  });
});
