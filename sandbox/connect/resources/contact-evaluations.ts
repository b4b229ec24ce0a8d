import { randomUUID } from "node:crypto";

import type { EvaluationAnswerOutput, EvaluationFormQuestion } from "@aws-sdk/client-connect";

import { evaluationExport, exportKey } from "../evaluations/export";
import { optionsOf, questionsOf, scoresOf, sectionsOf } from "../evaluations/scores";
import { ConnectError } from "../protocol/errors";
import type { Input } from "../protocol/model";
import { madeBefore, remember } from "../store/client-tokens";
import {
  callerOf,
  find,
  findInstance,
  idOf,
  invalidParameter,
  notEmulated,
  refuseGiven,
} from "../store/lookup";
import type { Account, Operations } from "../store/operation";
import type { ContactEvaluation, EvaluationFormVersion, Instance } from "../store/store";
import { activeVersion } from "./evaluation-forms";

type Given = Pick<Input<"UpdateContactEvaluation">, "Answers" | "Notes">;

/** A text answer's longest: the output file's `value`. */
const LONGEST_TEXT = 3072;

/**
 * Evaluations of contacts. Calibration, acknowledgement and automatic evaluation aren't emulated. Where AWS's
 * reference doesn't say it, the stricter behavior is taken: a contact has one evaluation of a form at most, and one
 * is submitted only with all of its questions answered, except free texts.
 */
export const contactEvaluationOperations: Operations = {
  StartContactEvaluation(input, account) {
    const instance = findInstance(account, input.InstanceId);
    const repeated = instance.contactEvaluations.get(
      madeBefore(account, "StartContactEvaluation", input.ClientToken) ?? "",
    );
    if (repeated !== undefined) return idsOf(repeated);
    refuseGiven(input, ["AutoEvaluationConfiguration"]);
    const contactId = idOf(input.ContactId);
    if (!instance.contacts.has(contactId))
      throw notFound(`instance ${instance.Id} has no contact ${contactId}`);
    const form = find(instance, "evaluationForms", input.EvaluationFormId);
    const version = activeVersion(form);
    if (version === undefined)
      throw invalidParameter(`evaluation form ${form.EvaluationFormId} has no active version`);
    requireEmulated(version);
    const other = evaluationsOf(instance, contactId).find(
      ({ EvaluationFormId }) => EvaluationFormId === form.EvaluationFormId,
    );
    if (other !== undefined)
      throw conflict(
        `contact ${contactId} has evaluation ${other.EvaluationId} of this form already`,
      );
    const caller = callerOf(account);
    const id = randomUUID();
    const evaluation: ContactEvaluation = {
      EvaluationId: id,
      EvaluationArn: `${instance.Arn}/contact-evaluation/${id}`,
      ContactId: contactId,
      EvaluationFormId: form.EvaluationFormId,
      EvaluationFormVersion: version.EvaluationFormVersion,
      EvaluatorArn: caller,
      CreatorArn: caller,
      Status: "DRAFT",
      submissions: 0,
      answers: {},
      notes: {},
      CreatedTime: account.now(),
      LastModifiedTime: account.now(),
      Tags: input.Tags ?? {},
    };
    instance.contactEvaluations.set(id, evaluation);
    remember(account, "StartContactEvaluation", input.ClientToken, id);
    return idsOf(evaluation);
  },

  UpdateContactEvaluation(input, account) {
    const { evaluation, form } = located(input, account);
    if (evaluation.Status === "SUBMITTED")
      throw conflict(`evaluation ${evaluation.EvaluationId} is submitted: submit it again`);
    merge(evaluation, form, input);
    modify(evaluation, input.UpdatedBy, input.InstanceId, account);
    return idsOf(evaluation);
  },

  async SubmitContactEvaluation(input, account) {
    const { instance, evaluation, form } = located(input, account);
    // The copy is what stays as it was if the request is refused.
    const next = structuredClone(evaluation);
    merge(next, form, input);
    const open = sectionsOf(form)
      .flatMap(questionsOf)
      .filter(({ QuestionType, RefId = "" }) => QuestionType !== "TEXT" && !next.answers[RefId]);
    if (open.length > 0)
      throw invalidParameter(
        `questions are not answered: ${open.map(({ RefId }) => RefId).join(", ")}`,
      );
    const scores = scoresOf(form, next.answers);
    Object.assign(next, { Status: "SUBMITTED", ...(scores && { scores }) });
    next.submissions += 1;
    modify(next, input.SubmittedBy, input.InstanceId, account);
    instance.contactEvaluations.set(next.EvaluationId, next);
    await exportToS3(instance, next, form, account);
    return idsOf(next);
  },

  DescribeContactEvaluation(input, account) {
    const { instance, evaluation, form } = located(input, account);
    const { Title, Description, Items, ScoringStrategy } = form;
    const { EvaluationFormId, EvaluationFormVersion, answers, notes, scores } = evaluation;
    const ContactAgentId = instance.contacts.get(evaluation.ContactId)?.AgentInfo?.Id;
    return {
      Evaluation: {
        ...idsOf(evaluation),
        Metadata: {
          ContactId: evaluation.ContactId,
          EvaluatorArn: evaluation.EvaluatorArn,
          ...(ContactAgentId !== undefined && { ContactAgentId }),
          ...(scores && { Score: scores.form }),
        },
        Answers: answers,
        Notes: notes,
        Status: evaluation.Status,
        ...(scores && { Scores: { ...scores.items } }),
        CreatedTime: evaluation.CreatedTime,
        LastModifiedTime: evaluation.LastModifiedTime,
        Tags: evaluation.Tags,
      },
      EvaluationForm: {
        EvaluationFormId,
        EvaluationFormVersion,
        EvaluationFormArn: `${instance.Arn}/evaluation-form/${EvaluationFormId}`,
        ...{ Title, Description, Items, ScoringStrategy },
      },
    };
  },

  ListContactEvaluations(input, account) {
    const instance = findInstance(account, input.InstanceId);
    return {
      EvaluationSummaryList: evaluationsOf(instance, idOf(input.ContactId)).map((evaluation) => ({
        ...idsOf(evaluation),
        EvaluationFormTitle: versionOf(instance, evaluation).Title,
        EvaluationFormId: evaluation.EvaluationFormId,
        Status: evaluation.Status,
        EvaluatorArn: evaluation.EvaluatorArn,
        ...(evaluation.scores && { Score: evaluation.scores.form }),
        CreatedTime: evaluation.CreatedTime,
        LastModifiedTime: evaluation.LastModifiedTime,
      })),
    };
  },

  DeleteContactEvaluation(input, account) {
    const { instance, evaluation } = located(input, account);
    instance.contactEvaluations.delete(evaluation.EvaluationId);
    return {};
  },
};

const idsOf = ({ EvaluationId, EvaluationArn }: ContactEvaluation) => ({
  EvaluationId,
  EvaluationArn,
});

const notFound = (message: string) => new ConnectError("ResourceNotFoundException", message);
const conflict = (message: string) => new ConnectError("ResourceConflictException", message);

const evaluationsOf = ({ contactEvaluations }: Instance, contactId: string): ContactEvaluation[] =>
  [...contactEvaluations.values()].filter(({ ContactId }) => ContactId === contactId);

function located(input: { InstanceId: string; EvaluationId: string }, account: Account) {
  const instance = findInstance(account, input.InstanceId);
  const evaluation = instance.contactEvaluations.get(idOf(input.EvaluationId));
  if (evaluation === undefined)
    throw notFound(`instance ${instance.Id} has no contact evaluation ${input.EvaluationId}`);
  return { instance, evaluation, form: versionOf(instance, evaluation) };
}

/** The version that the evaluation was started with. */
function versionOf(instance: Instance, evaluation: ContactEvaluation): EvaluationFormVersion {
  const { EvaluationFormId, EvaluationFormVersion: number } = evaluation;
  const form = find(instance, "evaluationForms", EvaluationFormId);
  const version = form.versions.find((each) => each.EvaluationFormVersion === number);
  if (version === undefined)
    throw notFound(`evaluation form ${EvaluationFormId} has no version ${number}`);
  return version;
}

function requireEmulated({ Items, ScoringStrategy }: EvaluationFormVersion): void {
  const { Mode = "SECTION_ONLY", Status } = ScoringStrategy ?? {};
  if (Status === "ENABLED" && Mode !== "SECTION_ONLY") throw notEmulated("ScoringStrategy", [Mode]);
  for (const { Section } of Items) {
    for (const { Section: inner, Question } of Section?.Items ?? []) {
      if (inner !== undefined) throw notEmulated("an evaluation with subsections");
      const type = Question?.QuestionType ?? "";
      if (type !== "SINGLESELECT" && type !== "TEXT") throw notEmulated("QuestionType", [type]);
    }
  }
}

/** Adds answers and notes; an empty object removes one. */
function merge(evaluation: ContactEvaluation, form: EvaluationFormVersion, given: Given): void {
  const { Notes = {} } = given;
  // The request's schema writes the members that nobody knows otherwise than the answer's.
  const Answers = (given.Answers ?? {}) as Readonly<Record<string, EvaluationAnswerOutput>>;
  const sections = sectionsOf(form);
  const questions = new Map(sections.flatMap(questionsOf).map((each) => [each.RefId, each]));
  const ids = new Set([...sections.map(({ RefId }) => RefId), ...questions.keys()]);
  for (const [id, { Value }] of Object.entries(Answers)) {
    const question = questions.get(id);
    if (question === undefined) throw invalidParameter(`the form has no question ${id}`);
    if (Value !== undefined) requireAnswer(question, Value);
  }
  const stranger = Object.keys(Notes).find((id) => !ids.has(id));
  if (stranger !== undefined)
    throw invalidParameter(`the form has no question or section ${stranger}`);
  evaluation.answers = merged(evaluation.answers, Answers);
  evaluation.notes = merged(evaluation.notes, Notes);
}

const merged = <Item extends { readonly Value?: unknown }>(
  before: Readonly<Record<string, Item>>,
  given: Readonly<Record<string, Item>>,
): Record<string, Item> =>
  Object.fromEntries(
    Object.entries({ ...before, ...given }).filter(([, { Value }]) => Value !== undefined),
  );

function requireAnswer(
  question: EvaluationFormQuestion,
  value: NonNullable<EvaluationAnswerOutput["Value"]>,
): void {
  const { RefId, QuestionType, NotApplicableEnabled } = question;
  if (value.NotApplicable !== undefined) {
    if (NotApplicableEnabled === true) return;
    throw invalidParameter(`question ${RefId} can't be not applicable`);
  }
  if (value.StringValue === undefined)
    throw invalidParameter(`question ${RefId} needs a StringValue`);
  if (QuestionType === "TEXT") {
    if (value.StringValue.length <= LONGEST_TEXT) return;
    throw invalidParameter(`the answer to ${RefId} has at most ${LONGEST_TEXT} characters`);
  }
  const ids = optionsOf(question).map((option) => option.RefId);
  if (!ids.includes(value.StringValue))
    throw invalidParameter(
      `the answer to ${RefId} must be the RefId of one of its options, ${ids.join(", ")}, got ${value.StringValue}`,
    );
}

function modify(
  evaluation: ContactEvaluation,
  by: Input<"SubmitContactEvaluation">["SubmittedBy"],
  instanceId: string,
  account: Account,
): void {
  const arn = (by as { ConnectUserArn?: string } | undefined)?.ConnectUserArn;
  if (arn !== undefined) find(findInstance(account, instanceId), "users", arn);
  evaluation.EvaluatorArn = arn ?? callerOf(account);
  evaluation.LastModifiedTime = account.now();
}

/** Exports it where the instance has storage for evaluations. */
async function exportToS3(
  instance: Instance,
  evaluation: ContactEvaluation,
  form: EvaluationFormVersion,
  { others }: Account,
): Promise<void> {
  const body = JSON.stringify(evaluationExport(instance, evaluation, form));
  for (const { resourceType, config } of instance.storageConfigs.values()) {
    const { BucketName, BucketPrefix = "" } = config.S3Config ?? {};
    if (resourceType !== "CONTACT_EVALUATIONS" || BucketName === undefined) continue;
    await others?.putObject(BucketName, exportKey(BucketPrefix, evaluation), body);
  }
}
