import type { EvaluationFormItem } from "@aws-sdk/client-connect";

import { ConnectError } from "../protocol/errors";
import type { Input } from "../protocol/model";
import { madeBefore, remember } from "../store/client-tokens";
import {
  add,
  callerOf,
  find,
  findInstance,
  invalidParameter,
  newIdInQuota,
  refuseGiven,
  requireUniqueName,
} from "../store/lookup";
import type { Account, Operations } from "../store/operation";
import type { EvaluationForm, EvaluationFormVersion } from "../store/store";

/**
 * https://docs.aws.amazon.com/connect/latest/APIReference/API_EvaluationForm.html: "The total number of
 * sections and questions must not exceed 100 each."
 */
const MOST_ITEMS = 100;

/** API_EvaluationFormSection: "sections and subsections (two level nesting)". */
const DEEPEST = 2;

type Content = Pick<
  Input<"CreateEvaluationForm">,
  "Title" | "Description" | "Items" | "ScoringStrategy"
>;

/**
 * Forms by which calls are judged. Automatic evaluation, reviews, languages and targets aren't emulated.
 * Where AWS's reference is silent, the stricter one is taken: a version that was active is locked, and
 * weights must make 100 before it is activated.
 */
export const evaluationFormOperations: Operations = {
  CreateEvaluationForm(input, account) {
    const instance = findInstance(account, input.InstanceId);
    const repeated = instance.evaluationForms.get(
      madeBefore(account, "CreateEvaluationForm", input.ClientToken) ?? "",
    );
    if (repeated !== undefined) return idsOf(repeated);
    refuseOthers(input);
    if (input.AsDraft === false) throw invalidParameter("a form must be made as a draft here");
    requireUniqueName(instance, "evaluationForms", input.Title);
    requireItems(itemsOf(input));
    const { id, arn } = newIdInQuota(account, instance, "evaluationForms");
    add(instance, "evaluationForms", {
      EvaluationFormId: id,
      EvaluationFormArn: arn,
      versions: [draft(1, input, account)],
      Tags: input.Tags ?? {},
    });
    remember(account, "CreateEvaluationForm", input.ClientToken, id);
    return { EvaluationFormId: id, EvaluationFormArn: arn };
  },

  UpdateEvaluationForm(input, account) {
    const instance = findInstance(account, input.InstanceId);
    const form = findForm(input, account);
    const version = findVersion(form, input.EvaluationFormVersion);
    refuseOthers(input);
    requireUniqueName(instance, "evaluationForms", input.Title, { except: form.EvaluationFormId });
    requireItems(itemsOf(input));
    if (input.CreateNewVersion === true) {
      const number = (form.versions.at(-1)?.EvaluationFormVersion ?? 0) + 1;
      form.versions.push(draft(number, input, account));
      return answer(form, number);
    }
    if (version.Locked) {
      throw new ConnectError(
        "ResourceConflictException",
        `version ${version.EvaluationFormVersion} of evaluation form ${form.EvaluationFormId} is locked: CreateNewVersion must be true`,
      );
    }
    Object.assign(version, contentOf(input), modifiedBy(account));
    return answer(form, version.EvaluationFormVersion);
  },

  DescribeEvaluationForm(input, account) {
    const form = findForm(input, account);
    const newest = form.versions.at(-1)?.EvaluationFormVersion ?? 1;
    return {
      EvaluationForm: {
        ...idsOf(form),
        ...findVersion(form, input.EvaluationFormVersion ?? newest),
        Tags: form.Tags,
      },
    };
  },

  ListEvaluationForms(input, account) {
    const { evaluationForms } = findInstance(account, input.InstanceId);
    return {
      EvaluationFormSummaryList: [...evaluationForms.values()].flatMap((form) => {
        const [first, newest] = [form.versions[0], form.versions.at(-1)];
        if (first === undefined || newest === undefined) return [];
        return {
          ...idsOf(form),
          Title: newest.Title,
          CreatedTime: first.CreatedTime,
          CreatedBy: first.CreatedBy,
          LastModifiedTime: newest.LastModifiedTime,
          LastModifiedBy: newest.LastModifiedBy,
          LatestVersion: newest.EvaluationFormVersion,
          ...(form.LastActivatedTime && { LastActivatedTime: form.LastActivatedTime }),
          ActiveVersion: activeVersion(form)?.EvaluationFormVersion,
        };
      }),
    };
  },

  ListEvaluationFormVersions: (input, account) => ({
    EvaluationFormVersionSummaryList: findForm(input, account).versions.map((version) => ({
      ...idsOf(findForm(input, account)),
      ...version,
    })),
  }),

  ActivateEvaluationForm(input, account) {
    const form = findForm(input, account);
    const version = findVersion(form, input.EvaluationFormVersion);
    requireWeights(version);
    for (const each of form.versions) each.Status = "DRAFT";
    Object.assign(version, { Status: "ACTIVE", Locked: true }, modifiedBy(account));
    form.LastActivatedTime = account.now();
    return answer(form, version.EvaluationFormVersion);
  },

  DeactivateEvaluationForm(input, account) {
    const form = findForm(input, account);
    const version = findVersion(form, input.EvaluationFormVersion);
    if (version.Status !== "ACTIVE") {
      throw new ConnectError(
        "ResourceConflictException",
        `version ${version.EvaluationFormVersion} of evaluation form ${form.EvaluationFormId} is not active`,
      );
    }
    Object.assign(version, { Status: "DRAFT" }, modifiedBy(account));
    return answer(form, version.EvaluationFormVersion);
  },

  DeleteEvaluationForm(input, account) {
    const form = findForm(input, account);
    const { EvaluationFormVersion: number } = input;
    const { evaluationForms } = findInstance(account, input.InstanceId);
    const going = number === undefined ? form.versions : [findVersion(form, number)];
    if (going.some(({ Status }) => Status === "ACTIVE")) {
      throw new ConnectError(
        "ResourceConflictException",
        `evaluation form ${form.EvaluationFormId} is active: deactivate it first`,
      );
    }
    const left = form.versions.filter((version) => !going.includes(version));
    form.versions.splice(0, form.versions.length, ...left);
    if (left.length === 0) evaluationForms.delete(form.EvaluationFormId);
    return {};
  },
};

/** The version by which calls are judged now, if any. */
export const activeVersion = ({ versions }: EvaluationForm): EvaluationFormVersion | undefined =>
  versions.find(({ Status }) => Status === "ACTIVE");

const idsOf = ({ EvaluationFormId, EvaluationFormArn }: EvaluationForm) => ({
  EvaluationFormId,
  EvaluationFormArn,
});

const answer = (form: EvaluationForm, EvaluationFormVersion: number) => ({
  ...idsOf(form),
  EvaluationFormVersion,
});

const findForm = (
  input: { InstanceId: string; EvaluationFormId: string },
  account: Account,
): EvaluationForm =>
  find(findInstance(account, input.InstanceId), "evaluationForms", input.EvaluationFormId);

function findVersion(form: EvaluationForm, number: number): EvaluationFormVersion {
  const version = form.versions.find((each) => each.EvaluationFormVersion === number);
  if (version === undefined) {
    throw new ConnectError(
      "ResourceNotFoundException",
      `evaluation form ${form.EvaluationFormId} has no version ${number}`,
    );
  }
  return version;
}

/** The request's schema writes the members that nobody knows otherwise than the answer's. */
const itemsOf = ({ Items }: Pick<Content, "Items">) => Items as unknown as EvaluationFormItem[];

const contentOf = ({ Title, Description, Items, ScoringStrategy }: Content) => ({
  Title,
  Description,
  Items: itemsOf({ Items }),
  ScoringStrategy,
});

const modifiedBy = (account: Account) => ({
  LastModifiedTime: account.now(),
  LastModifiedBy: callerOf(account),
});

const draft = (number: number, content: Content, account: Account): EvaluationFormVersion => ({
  EvaluationFormVersion: number,
  Locked: false,
  Status: "DRAFT",
  ...contentOf(content),
  CreatedTime: account.now(),
  CreatedBy: callerOf(account),
  ...modifiedBy(account),
});

function refuseOthers(input: Input<"CreateEvaluationForm"> | Input<"UpdateEvaluationForm">): void {
  refuseGiven(input, [
    ...["AutoEvaluationConfiguration", "ReviewConfiguration", "TargetConfiguration"],
    ...["LanguageConfiguration", "AIVersion"],
  ]);
}

interface Item {
  readonly id: string;
  readonly isQuestion: boolean;
  readonly depth: number;
}

function itemsIn(items: readonly EvaluationFormItem[], depth = 0): Item[] {
  return items.flatMap(({ Section, Question }) => [
    ...(Question ? [{ id: Question.RefId ?? "", isQuestion: true, depth }] : []),
    ...(Section
      ? [
          { id: Section.RefId ?? "", isQuestion: false, depth: depth + 1 },
          ...itemsIn(Section.Items ?? [], depth + 1),
        ]
      : []),
  ]);
}

function requireItems(items: readonly EvaluationFormItem[]): void {
  const all = itemsIn(items);
  const questions = all.filter(({ isQuestion }) => isQuestion);
  const ids = all.map(({ id }) => id);
  const twice = ids.find((id, index) => ids.indexOf(id) !== index);
  if (twice !== undefined)
    throw invalidParameter(`RefId must be unique in a form, got ${twice} again`);
  if (questions.length > MOST_ITEMS || all.length - questions.length > MOST_ITEMS) {
    throw invalidParameter(`a form has at most ${MOST_ITEMS} sections and ${MOST_ITEMS} questions`);
  }
  const outside = questions.find(({ depth }) => depth === 0);
  if (outside) throw invalidParameter(`question ${outside.id} must be contained in a section`);
  const deep = all.find(({ isQuestion, depth }) => !isQuestion && depth > DEEPEST);
  if (deep)
    throw invalidParameter(`section ${deep.id} must not be more than ${DEEPEST} levels deep`);
}

function requireWeights({ ScoringStrategy, Items }: EvaluationFormVersion): void {
  if (ScoringStrategy?.Status !== "ENABLED" || ScoringStrategy.Mode !== "SECTION_ONLY") return;
  const sum = Items.reduce((total, { Section }) => total + (Section?.Weight ?? 0), 0);
  if (Math.abs(sum - 100) > 1e-6)
    throw invalidParameter(`the weights of the sections must make 100 together, got ${sum}`);
}
