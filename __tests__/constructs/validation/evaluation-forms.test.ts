import { expect } from "chai";

import { checkEvaluationForms } from "../../../constructs/validation/evaluation-forms";
import type {
  EvaluationFormValue,
  EvaluationQuestionValue,
  EvaluationSectionValue,
} from "../../../constructs/value/contact-center-value";

const QUESTION: EvaluationQuestionValue = {
  id: "polite",
  title: "Polite?",
  type: "SINGLESELECT",
  answers: [
    { text: "Yes", score: 10 },
    { text: "No", score: 0 },
  ],
};
const COMMENT: EvaluationQuestionValue = { id: "comment", title: "Else?", type: "TEXT" };
const section = (members: Partial<EvaluationSectionValue> = {}): EvaluationSectionValue => ({
  id: "all",
  title: "All",
  weight: 100,
  questions: [QUESTION],
  ...members,
});
const form = (...sections: EvaluationSectionValue[]): EvaluationFormValue => ({
  title: "Call",
  description: "For calls",
  sections,
});
const faults = (...forms: EvaluationFormValue[]) => {
  const found: string[] = [];
  checkEvaluationForms(forms, (place, problem) => found.push(`${place}: ${problem}`));
  return found;
};

const OF = 'evaluation form "Call"';

describe("an evaluation form", () => {
  it("is right with scored questions, and texts that count for nothing", () => {
    const notes = section({ id: "notes", weight: 0, questions: [COMMENT] });
    expect(faults(form(section(), notes))).to.deep.equal([]);
  });

  for (const [what, wrong, expected] of [
    [
      "no section",
      form(),
      [
        `${OF}: must have 1 to 100 sections, got 0`,
        `${OF}: must have 1 to 100 questions, got 0`,
        `${OF}: the weights of its sections must make 100 together, got 0`,
      ],
    ],
    [
      "weights of 90",
      form(section({ weight: 90 })),
      [`${OF}: the weights of its sections must make 100 together, got 90`],
    ],
    [
      "a weight below 0",
      form(section(), section({ id: "b", weight: -1, questions: [{ ...QUESTION, id: "c" }] })),
      [
        `${OF}, section "b": weight must be a number from 0 to 100, got -1`,
        `${OF}: the weights of its sections must make 100 together, got 99`,
      ],
    ],
    [
      "an id twice",
      form(section({ id: "polite" })),
      [`${OF}, id "polite": is there twice: ids are unique in a form, those of sections, too`],
    ],
    [
      "an id with a space",
      form(section({ id: "all in" })),
      [`${OF}, id "all in": must have 1 to 40 letters, digits, dots, underscores and hyphens`],
    ],
    [
      "a weight without a score",
      form(section({ questions: [COMMENT] })),
      [`${OF}, section "all": weight must be 0, since none of its questions has a score, got 100`],
    ],
    [
      "scores without a weight",
      form(section(), section({ id: "b", weight: 0, questions: [{ ...QUESTION, id: "c" }] })),
      [
        `${OF}, section "b": weight must be more than 0, since its answers have scores that would count for nothing`,
      ],
    ],
    [
      "a single answer",
      form(section({ questions: [{ ...QUESTION, answers: [{ text: "Yes", score: 10 }] }] })),
      [
        `${OF}, section "all", question "polite": must have 2 answers at least to choose from, got 1`,
      ],
    ],
    [
      "answers twice, and scores that there aren't",
      form(
        section({
          questions: [
            {
              ...QUESTION,
              answers: [
                { text: "Yes", score: 11 },
                { text: "Yes", score: 0.5 },
              ],
            },
          ],
        }),
      ),
      [
        `${OF}, section "all", question "polite", answer "Yes": is there twice: drop or reword one`,
        `${OF}, section "all", question "polite", answer "Yes": score must be a whole number from 0 to 10, got 11`,
        `${OF}, section "all", question "polite", answer "Yes": score must be a whole number from 0 to 10, got 0.5`,
      ],
    ],
    [
      "texts that are too long",
      form(
        section({
          title: "",
          questions: [{ ...QUESTION, title: "a".repeat(351), instructions: "a".repeat(1025) }],
        }),
      ),
      [
        `${OF}, section "all": title must have 1 to 128 characters, got 0`,
        `${OF}, section "all", question "polite": title must have 1 to 350 characters, got 351`,
        `${OF}, section "all", question "polite": instructions must have 0 to 1024 characters, got 1025`,
      ],
    ],
  ] as const) {
    it(`is refused with ${what}`, () => {
      expect(faults(wrong)).to.deep.equal([...expected]);
    });
  }

  it("has a title of its own", () => {
    expect(faults(form(section()), form(section()))).to.deep.equal([
      `${OF}: is there twice: titles are unique, drop or rename one`,
    ]);
  });
});
