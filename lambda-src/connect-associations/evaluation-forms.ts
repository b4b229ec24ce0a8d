import {
  ActivateEvaluationFormCommand,
  type ConnectClient,
  CreateEvaluationFormCommand,
  DeactivateEvaluationFormCommand,
  DescribeEvaluationFormCommand,
  type EvaluationForm,
  type EvaluationFormItem,
  type EvaluationFormSummary,
  paginateListEvaluationForms,
  UpdateEvaluationFormCommand,
} from "@aws-sdk/client-connect";

import type { Association, EvaluationForms } from "./desired-state";
import { sameContent } from "./evaluation-form-content";

type Wanted = EvaluationForms["forms"][number];

/** A form that is there: its id, and its newest and active version. */
type Existing = Pick<EvaluationFormSummary, "EvaluationFormId" | "LatestVersion" | "ActiveVersion">;

/**
 * Gives each evaluation form an active version with the content that is wanted. A version that has been
 * active is locked: what is changed becomes a new one, and is activated, which ends the one before.
 * What is no longer wanted is deactivated, never deleted: evaluations stay with their form. Owned are
 * the titles.
 * @see https://docs.aws.amazon.com/connect/latest/APIReference/API_UpdateEvaluationForm.html
 */
export class EvaluationFormAssociation implements Association<EvaluationForms> {
  public constructor(private readonly connect: ConnectClient) {}

  public ownedBy({ forms }: EvaluationForms): string[] {
    return forms.map(({ title }) => title);
  }

  public async observe(desired: EvaluationForms, owned: readonly string[]): Promise<string[]> {
    const existing = await this.list(desired.instanceId);
    const drift = [];
    for (const form of desired.forms) {
      const there = existing.get(form.title);
      if (there === undefined) {
        drift.push(`evaluation form "${form.title}" is missing`);
      } else if (there.ActiveVersion === undefined) {
        drift.push(`evaluation form "${form.title}" is not active`);
      } else if (!(await this.isAsWanted(desired.instanceId, there, form))) {
        drift.push(`evaluation form "${form.title}" was changed`);
      }
    }
    for (const [title] of this.dropped(desired, owned, existing)) {
      drift.push(`evaluation form "${title}" is still active`);
    }
    return drift;
  }

  public async reconcile(desired: EvaluationForms, owned: readonly string[]): Promise<void> {
    const { instanceId } = desired;
    const existing = await this.list(instanceId);
    for (const [, form] of this.dropped(desired, owned, existing)) {
      await this.connect.send(
        new DeactivateEvaluationFormCommand({
          InstanceId: instanceId,
          EvaluationFormId: form.EvaluationFormId,
          EvaluationFormVersion: form.ActiveVersion,
        }),
      );
    }
    for (const form of desired.forms) {
      await this.bringAbout(instanceId, form, existing.get(form.title));
    }
  }

  public async remove(instanceId: string, owned: readonly string[]): Promise<void> {
    await this.reconcile({ kind: "evaluationForms", instanceId, forms: [] }, owned);
  }

  /** Forms of ours that are no longer wanted and still active. */
  private dropped(
    desired: EvaluationForms,
    owned: readonly string[],
    existing: ReadonlyMap<string, Existing>,
  ): [title: string, form: Existing][] {
    const wanted = this.ownedBy(desired);
    return [...existing].filter(
      ([title, { ActiveVersion }]) =>
        owned.includes(title) && !wanted.includes(title) && ActiveVersion !== undefined,
    );
  }

  private async bringAbout(
    InstanceId: string,
    form: Wanted,
    there: Existing | undefined,
  ): Promise<void> {
    if (there === undefined) {
      const { EvaluationFormId } = await this.connect.send(
        new CreateEvaluationFormCommand({ InstanceId, ...contentOf(form) }),
      );
      await this.activate(InstanceId, EvaluationFormId, 1);
    } else if (!(await this.isAsWanted(InstanceId, there, form))) {
      const { EvaluationFormId, LatestVersion } = there;
      await this.activate(
        InstanceId,
        EvaluationFormId,
        await this.write(InstanceId, form, { EvaluationFormId, LatestVersion }),
      );
    }
  }

  /** The version that has the wanted content: the newest one, or a new one where that is locked. */
  private async write(
    InstanceId: string,
    form: Wanted,
    { EvaluationFormId, LatestVersion }: Existing,
  ): Promise<number | undefined> {
    const newest = await this.describe(InstanceId, EvaluationFormId, LatestVersion);
    if (sameContent(newest, contentOf(form))) return LatestVersion;
    const { EvaluationFormVersion } = await this.connect.send(
      new UpdateEvaluationFormCommand({
        InstanceId,
        EvaluationFormId,
        EvaluationFormVersion: LatestVersion,
        CreateNewVersion: newest?.Locked === true || newest?.Status === "ACTIVE",
        ...contentOf(form),
      }),
    );
    return EvaluationFormVersion;
  }

  private async activate(
    InstanceId: string,
    EvaluationFormId: string | undefined,
    EvaluationFormVersion: number | undefined,
  ): Promise<void> {
    await this.connect.send(
      new ActivateEvaluationFormCommand({ InstanceId, EvaluationFormId, EvaluationFormVersion }),
    );
  }

  private async isAsWanted(
    instanceId: string,
    { EvaluationFormId, ActiveVersion }: Existing,
    form: Wanted,
  ): Promise<boolean> {
    if (ActiveVersion === undefined) return false;
    const active = await this.describe(instanceId, EvaluationFormId, ActiveVersion);
    return sameContent(active, contentOf(form));
  }

  private async describe(
    InstanceId: string,
    EvaluationFormId: string | undefined,
    EvaluationFormVersion: number | undefined,
  ): Promise<EvaluationForm | undefined> {
    const answer = await this.connect.send(
      new DescribeEvaluationFormCommand({ InstanceId, EvaluationFormId, EvaluationFormVersion }),
    );
    return answer.EvaluationForm;
  }

  /** The forms by title; where two have the same, the active one counts. */
  private async list(InstanceId: string): Promise<ReadonlyMap<string, Existing>> {
    const found = new Map<string, Existing>();
    const pages = paginateListEvaluationForms({ client: this.connect }, { InstanceId });
    for await (const { EvaluationFormSummaryList = [] } of pages) {
      for (const form of EvaluationFormSummaryList) {
        const { Title = "" } = form;
        if (found.get(Title)?.ActiveVersion === undefined) found.set(Title, form);
      }
    }
    return found;
  }
}

/** What is written of a form: members that a plan shows, as Connect takes them. */
const contentOf = ({ title, description, scoringStrategy, items }: Wanted) => ({
  Title: title,
  Description: description,
  ScoringStrategy: scoringStrategy,
  // Text questions have no properties, which Terraform hands on as none at all.
  Items: items as unknown as EvaluationFormItem[],
});
