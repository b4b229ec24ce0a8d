import {
  ConnectClient,
  type EvaluationAnswerInput,
  ListContactEvaluationsCommand,
  StartContactEvaluationCommand,
  SubmitContactEvaluationCommand,
} from "@aws-sdk/client-connect";

import { optionsOf, questionsOf, sectionsOf } from "../connect/evaluations/scores";
import { activeVersion } from "../connect/resources/evaluation-forms";
import type { Contact, EvaluationForm, Instance, User } from "../connect/store/store";
import { errorMessage } from "../machine/errors";
import type { Directory } from "./directory";
import type { AnswerView, EvaluationView, FormView } from "./evaluation-view";
import type { Fields } from "./fields";
import { Refusal } from "./refusal";
import { userName } from "./snapshot";

/** The permission that lets a user evaluate. */
const EVALUATES = "Evaluation.Create";

/** An evaluation that a page hands in. */
export interface FilledForm {
  readonly form: string;
  /** The user who evaluates. */
  readonly evaluator: string;
  readonly answers: Readonly<Record<string, AnswerView>>;
}

/** Submits a filled form for a contact. @throws Refusal with what Amazon Connect refuses */
export type SubmitEvaluation = (
  instance: Instance,
  contactId: string,
  filled: FilledForm,
) => Promise<void>;

/** What a page needs to evaluate a contact. @throws Refusal if it was answered by nobody */
export function evaluationView(directory: Directory, contactId: string): EvaluationView {
  const { instance, contact } = answered(directory, contactId);
  return {
    agent: userName(instance, contact.AgentInfo?.Id ?? ""),
    forms: [...instance.evaluationForms.values()].flatMap((form) =>
      formOf(instance, contact, form),
    ),
    evaluators: [...instance.users.values()]
      .filter((user) => mayEvaluate(instance, user))
      .map(({ Id }) => ({ id: Id, name: userName(instance, Id) })),
  };
}

/**
 * Evaluates a contact, or evaluates it anew.
 *
 * @param fields - A {@link FilledForm}.
 * @throws Refusal where the contact, the form or an answer isn't right.
 */
export async function evaluate(
  directory: Directory,
  contactId: string,
  fields: Fields,
  submit: SubmitEvaluation,
): Promise<void> {
  const { instance } = answered(directory, contactId);
  const [form, evaluator] = [fields.text("form"), fields.text("evaluator")];
  const user = instance.users.get(evaluator);
  if (user === undefined || !mayEvaluate(instance, user))
    throw new Refusal(
      `evaluator must be the id of a user with the permission ${EVALUATES}, got ${evaluator}`,
      400,
    );
  await submit(instance, contactId, { form, evaluator, answers: fields.texts("answers") });
}

/**
 * Submits evaluations through the sandbox's own endpoint, as Amazon Connect's page does at AWS's.
 *
 * @param endpoint - The sandbox's.
 */
export const submitEvaluationAt =
  (endpoint: () => string): SubmitEvaluation =>
  async (instance, ContactId, { form, evaluator, answers }) => {
    const client = new ConnectClient({
      endpoint: endpoint(),
      region: instance.Arn.split(":")[3] ?? "us-east-1",
      // The name under which it stands in the sandbox's call log.
      credentials: { accessKeyId: "console", secretAccessKey: "console" },
      maxAttempts: 1,
    });
    const of = { InstanceId: instance.Id };
    try {
      const { EvaluationSummaryList = [] } = await client.send(
        new ListContactEvaluationsCommand({ ...of, ContactId }),
      );
      const before = EvaluationSummaryList.find((each) => each.EvaluationFormId === form);
      const { EvaluationId } =
        before ??
        (await client.send(
          new StartContactEvaluationCommand({ ...of, ContactId, EvaluationFormId: form }),
        ));
      await client.send(
        new SubmitContactEvaluationCommand({
          ...of,
          EvaluationId,
          Answers: Object.fromEntries(
            Object.entries(answers).map(([id, answer]) => [id, inputOf(answer)]),
          ),
          SubmittedBy: { ConnectUserArn: instance.users.get(evaluator)?.Arn ?? "" },
        }),
      );
    } catch (error) {
      throw new Refusal(`the evaluation was not submitted: ${errorMessage(error)}`, 400);
    } finally {
      client.destroy();
    }
  };

const inputOf = (answer: AnswerView): EvaluationAnswerInput => ({
  Value: answer === null ? { NotApplicable: true } : { StringValue: answer },
});

function answered(
  directory: Directory,
  contactId: string,
): { readonly instance: Instance; readonly contact: Contact } {
  for (const { instance } of directory.places()) {
    const contact = instance.contacts.get(contactId);
    if (contact === undefined) continue;
    if (contact.AgentInfo?.ConnectedToAgentTimestamp === undefined)
      throw new Refusal("nobody answered this call, so there is nobody to evaluate");
    return { instance, contact };
  }
  throw new Refusal(`contact must be the id of a contact, got ${contactId}`, 404);
}

const mayEvaluate = (instance: Instance, { SecurityProfileIds }: User): boolean =>
  SecurityProfileIds.some((id) =>
    instance.securityProfiles.get(id)?.permissions.includes(EVALUATES),
  );

/** The form's active version, with the answers that were submitted; none of a form that is not active. */
function formOf(instance: Instance, contact: Contact, form: EvaluationForm): FormView[] {
  const version = activeVersion(form);
  if (version === undefined) return [];
  const before = [...instance.contactEvaluations.values()].find(
    ({ ContactId, EvaluationFormId }) =>
      ContactId === contact.Id && EvaluationFormId === form.EvaluationFormId,
  );
  return [
    {
      id: form.EvaluationFormId,
      title: version.Title,
      sections: sectionsOf(version).map((section) => ({
        id: section.RefId ?? "",
        title: section.Title ?? "",
        ...(section.Instructions && { instructions: section.Instructions }),
        questions: questionsOf(section).map((question) => ({
          id: question.RefId ?? "",
          title: question.Title ?? "",
          ...(question.Instructions && { instructions: question.Instructions }),
          options: optionsOf(question).map(({ RefId: id = "", Text }) => ({
            id,
            text: Text ?? "",
          })),
          canBeLeftOut: question.NotApplicableEnabled === true,
        })),
      })),
      answers: Object.fromEntries(
        Object.entries(before?.answers ?? {}).map(([id, { Value }]) => [
          id,
          Value?.NotApplicable === true ? null : (Value?.StringValue ?? ""),
        ]),
      ),
    },
  ];
}
