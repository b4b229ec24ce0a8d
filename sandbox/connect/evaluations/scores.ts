import type {
  EvaluationAnswerOutput,
  EvaluationFormQuestion,
  EvaluationFormSection,
  EvaluationScore,
} from "@aws-sdk/client-connect";

import type { EvaluationFormVersion } from "../store/store";

/** Answers by the question's id. */
export type Answers = Readonly<Record<string, EvaluationAnswerOutput>>;

/** A form's sections, none of which has a section below it. */
export const sectionsOf = ({ Items }: EvaluationFormVersion): EvaluationFormSection[] =>
  Items.flatMap(({ Section }) => (Section === undefined ? [] : [Section]));

/** A section's questions. */
export const questionsOf = ({ Items = [] }: EvaluationFormSection): EvaluationFormQuestion[] =>
  Items.flatMap(({ Question }) => (Question === undefined ? [] : [Question]));

/** The options of a question that has some. */
export const optionsOf = ({ QuestionTypeProperties: properties }: EvaluationFormQuestion) =>
  properties?.SingleSelect?.Options ?? [];

/** The scores of an evaluation: the form's, and those of sections and questions by their ids. */
export interface Scores {
  readonly form: EvaluationScore;
  readonly items: Readonly<Record<string, EvaluationScore>>;
}

/**
 * Scores answers by the weights of the sections. An option's points are a share of the highest that its question
 * has; questions of a section count equally; a question or section without a score is not applicable. An answer that
 * fails automatically marks its section and makes the form's score 0.
 *
 * @returns undefined for a form without scores.
 * @see https://docs.aws.amazon.com/connect/latest/adminguide/about-scoring-and-weights.html
 */
export function scoresOf(form: EvaluationFormVersion, answers: Answers): Scores | undefined {
  if (form.ScoringStrategy?.Status !== "ENABLED") return undefined;
  const items: Record<string, EvaluationScore> = {};
  const sections = sectionsOf(form).map((section) => {
    const questions = questionsOf(section).map((question) => {
      const score = questionScore(question, answers[question.RefId ?? ""]);
      items[question.RefId ?? ""] = score;
      return { score, weight: 1 };
    });
    const score = averageOf(questions);
    items[section.RefId ?? ""] = score;
    return { score, weight: section.Weight ?? 0 };
  });
  const score = averageOf(sections);
  return { form: score.AutomaticFail === true ? { ...score, Percentage: 0 } : score, items };
}

function questionScore(
  question: EvaluationFormQuestion,
  answer: EvaluationAnswerOutput | undefined,
): EvaluationScore {
  const options = optionsOf(question);
  const chosen = options.find(({ RefId }) => RefId === answer?.Value?.StringValue);
  const highest = Math.max(0, ...options.map(({ Score = 0 }) => Score));
  if (chosen === undefined || highest === 0) return { NotApplicable: true };
  return {
    Percentage: (100 * (chosen.Score ?? 0)) / highest,
    ...(chosen.AutomaticFail === true && { AutomaticFail: true }),
  };
}

function averageOf(
  parts: readonly { readonly score: EvaluationScore; readonly weight: number }[],
): EvaluationScore {
  const counted = parts.filter(({ score, weight }) => score.Percentage !== undefined && weight > 0);
  const weights = counted.reduce((sum, { weight }) => sum + weight, 0);
  if (weights === 0) return { NotApplicable: true };
  const points = counted.reduce(
    (sum, { score, weight }) => sum + (score.Percentage ?? 0) * weight,
    0,
  );
  return {
    Percentage: points / weights,
    ...(parts.some(({ score }) => score.AutomaticFail) && { AutomaticFail: true }),
  };
}
