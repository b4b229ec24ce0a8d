import type { EvaluationAnswerOutput, EvaluationFormQuestion } from "@aws-sdk/client-connect";

import type { ContactEvaluation, EvaluationFormVersion, Instance } from "../store/store";
import { optionsOf, questionsOf, sectionsOf } from "./scores";

type Json = Readonly<Record<string, unknown>>;

/**
 * A submitted evaluation, as Amazon Connect exports it to S3.
 * @see https://docs.aws.amazon.com/connect/latest/adminguide/evaluationforms-example-output-file.html
 */
export function evaluationExport(
  instance: Instance,
  evaluation: ContactEvaluation,
  form: EvaluationFormVersion,
): Json {
  const { answers, notes, scores } = evaluation;
  const score = (id = "") => scorePart(scores?.items[id]);
  const withNotes = (id = "") => (notes[id]?.Value === undefined ? {} : { notes: notes[id].Value });
  return {
    schemaVersion: "3.1",
    evaluationId: evaluation.EvaluationId,
    metadata: {
      contactId: evaluation.ContactId,
      accountId: instance.Arn.split(":")[4],
      instanceId: instance.Id,
      agentId: instance.contacts.get(evaluation.ContactId)?.AgentInfo?.Id,
      evaluationDefinitionTitle: form.Title,
      evaluator: nameOf(instance, evaluation.EvaluatorArn),
      evaluationDefinitionId: evaluation.EvaluationFormId,
      evaluationDefinitionVersion: evaluation.EvaluationFormVersion,
      evaluationStartTimestamp: evaluation.CreatedTime.toISOString(),
      evaluationSubmitTimestamp: evaluation.LastModifiedTime.toISOString(),
      ...(scores && { score: scorePart(scores.form) }),
      creator: evaluation.CreatorArn,
      autoEvaluated: false,
      resubmitted: evaluation.submissions > 1,
      evaluationSource: "MANUAL",
    },
    sections: sectionsOf(form).map(({ RefId, Title }) => ({
      sectionRefId: RefId,
      sectionTitle: Title,
      ...withNotes(RefId),
      score: score(RefId),
    })),
    questions: sectionsOf(form).flatMap((section) =>
      questionsOf(section).map((question) => ({
        questionRefId: question.RefId,
        sectionRefId: section.RefId,
        questionType: question.QuestionType,
        questionText: question.Title,
        answer: {
          ...answerOf(question, answers[question.RefId ?? ""]),
          ...withNotes(question.RefId),
        },
        score: score(question.RefId),
      })),
    ),
  };
}

/** The key of the object, below the prefix of the storage configuration. */
export const exportKey = (
  prefix: string,
  { EvaluationId, LastModifiedTime }: ContactEvaluation,
) => {
  const [day = "", time = ""] = LastModifiedTime.toISOString().split("T");
  return `${prefix}/${day.replaceAll("-", "/")}/${time}-${EvaluationId}.json`;
};

function answerOf(
  question: EvaluationFormQuestion,
  answer: EvaluationAnswerOutput | undefined,
): Json {
  const notApplicable = answer?.Value?.NotApplicable === true;
  const value = answer?.Value?.StringValue;
  const options = optionsOf(question);
  return {
    ...(options.length === 0
      ? { value: value ?? "" }
      : {
          values: options.map(({ RefId, Text }) => ({
            valueText: Text,
            valueRefId: RefId,
            selected: RefId === value,
          })),
        }),
    metadata: { notApplicable },
  };
}

const scorePart = (score: NonNullable<ContactEvaluation["scores"]>["form"] | undefined): Json =>
  score?.Percentage === undefined
    ? { notApplicable: true }
    : {
        percentage: score.Percentage,
        ...(score.AutomaticFail === true && { automaticFail: true }),
      };

/** A user's name, or the ARN of a caller who is none. */
const nameOf = (instance: Instance, arn: string): string =>
  [...instance.users.values()].find(({ Arn }) => Arn === arn)?.Username ?? arn;
