import type {
  EvaluationForms,
  EvaluationQuestion,
} from "../../lambda-src/connect-associations/desired-state";
import type { EvaluationFormValue, EvaluationQuestionValue } from "./contact-center-value";

/** An evaluation form in the shape of Amazon Connect's API; what may be left out is written, too. */
export function connectForm(form: EvaluationFormValue): EvaluationForms["forms"][number] {
  return {
    title: form.title,
    description: form.description,
    scoringStrategy: { Mode: "SECTION_ONLY", Status: "ENABLED" },
    items: form.sections.map(({ id, title, instructions = "", weight, questions }) => ({
      Section: {
        RefId: id,
        Title: title,
        Instructions: instructions,
        Weight: weight,
        Items: questions.map((question) => ({ Question: connectQuestion(question) })),
      },
    })),
  };
}

function connectQuestion(question: EvaluationQuestionValue): EvaluationQuestion {
  const { id, title, instructions = "" } = question;
  const shared = { RefId: id, Title: title, Instructions: instructions };
  if (question.type === "TEXT") {
    return { ...shared, NotApplicableEnabled: false, QuestionType: "TEXT" };
  }
  return {
    ...shared,
    NotApplicableEnabled: question.notApplicable ?? false,
    QuestionType: "SINGLESELECT",
    QuestionTypeProperties: {
      SingleSelect: {
        DisplayAs: "RADIO",
        Options: question.answers.map(({ text, score, automaticFail = false }, index) => ({
          RefId: `${index + 1}`,
          Text: text,
          Score: score,
          AutomaticFail: automaticFail,
        })),
      },
    },
  };
}
