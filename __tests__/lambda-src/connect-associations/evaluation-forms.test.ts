import {
  ActivateEvaluationFormCommand,
  CreateEvaluationFormCommand,
  DeactivateEvaluationFormCommand,
  DescribeEvaluationFormCommand,
  ListEvaluationFormsCommand,
  UpdateEvaluationFormCommand,
} from "@aws-sdk/client-connect";
import { expect } from "chai";

import { connectForm } from "../../../constructs/value/evaluation-forms";
import type { EvaluationFormValue } from "../../../constructs/value/contact-center-value";
import type { EvaluationForms } from "../../../lambda-src/connect-associations/desired-state";
import { EvaluationFormAssociation } from "../../../lambda-src/connect-associations/evaluation-forms";
import { connectUnderTest } from "../../support/connect-under-test";

const form = (title: string, firstAnswer = "Yes"): EvaluationFormValue => ({
  title,
  description: "For calls",
  sections: [
    {
      id: "all",
      title: "All",
      weight: 100,
      questions: [
        { id: "comment", title: "What else?", type: "TEXT" },
        {
          id: "polite",
          title: "Polite?",
          type: "SINGLESELECT",
          answers: [
            { text: firstAnswer, score: 10 },
            { text: "No", score: 0 },
          ],
        },
      ],
    },
  ],
});

describe("Evaluation forms, as the reconciler keeps them", () => {
  const under = connectUnderTest();
  const association = () => new EvaluationFormAssociation(under.client);
  const wanted = (...forms: EvaluationFormValue[]): EvaluationForms => ({
    kind: "evaluationForms",
    instanceId: under.instanceId,
    forms: forms.map(connectForm),
  });
  const of = () => ({ InstanceId: under.instanceId });
  const summary = async (title: string) => {
    const { EvaluationFormSummaryList = [] } = await under.client.send(
      new ListEvaluationFormsCommand(of()),
    );
    return EvaluationFormSummaryList.find(({ Title }) => Title === title);
  };
  const set = async (...forms: EvaluationFormValue[]) => {
    await association().reconcile(wanted(...forms), []);
  };
  const drift = (...forms: EvaluationFormValue[]) => association().observe(wanted(...forms), []);

  it("are made and activated, and made no second time", async () => {
    expect(await drift(form("tea"))).to.deep.equal(['evaluation form "tea" is missing']);
    await set(form("tea"));
    await set(form("tea"));
    expect(await drift(form("tea"))).to.deep.equal([]);
    expect(await summary("tea")).to.include({ LatestVersion: 1, ActiveVersion: 1 });
  });

  it("get a new version where their content is another one", async () => {
    await set(form("walk"));
    expect(await drift(form("walk", "Always"))).to.deep.equal([
      'evaluation form "walk" was changed',
    ]);
    await set(form("walk", "Always"));
    expect(await drift(form("walk", "Always"))).to.deep.equal([]);
    expect(await summary("walk")).to.include({ LatestVersion: 2, ActiveVersion: 2 });
  });

  it("are set right where somebody has changed them by hand", async () => {
    await set(form("nap"));
    const { EvaluationFormId } = (await summary("nap")) ?? {};
    const { EvaluationForm } = await under.client.send(
      new DescribeEvaluationFormCommand({ ...of(), EvaluationFormId }),
    );
    await under.client.send(
      new UpdateEvaluationFormCommand({
        ...of(),
        EvaluationFormId,
        EvaluationFormVersion: 1,
        CreateNewVersion: true,
        Title: "nap",
        Items: EvaluationForm?.Items,
      }),
    );
    // A draft counts for nothing until it is activated.
    expect(await drift(form("nap"))).to.deep.equal([]);
    await under.client.send(
      new ActivateEvaluationFormCommand({ ...of(), EvaluationFormId, EvaluationFormVersion: 2 }),
    );
    expect(await drift(form("nap"))).to.deep.equal(['evaluation form "nap" was changed']);
    await set(form("nap"));
    expect(await drift(form("nap"))).to.deep.equal([]);
    await under.client.send(
      new DeactivateEvaluationFormCommand({ ...of(), EvaluationFormId, EvaluationFormVersion: 3 }),
    );
    expect(await drift(form("nap"))).to.deep.equal(['evaluation form "nap" is not active']);
    await set(form("nap"));
    expect(await summary("nap")).to.include({ LatestVersion: 3, ActiveVersion: 3 });
  });

  it("go on with the draft that a run left which broke off", async () => {
    const { Title, Items } = { Title: "gym", Items: [] };
    await under.client.send(new CreateEvaluationFormCommand({ ...of(), Title, Items }));
    expect(await drift(form("gym"))).to.deep.equal(['evaluation form "gym" is not active']);
    await set(form("gym"));
    expect(await summary("gym")).to.include({ LatestVersion: 1, ActiveVersion: 1 });
    expect(await drift(form("gym"))).to.deep.equal([]);
  });

  it("are deactivated when they are dropped or removed, never deleted, and only those that are owned", async () => {
    await set(form("golf"), form("chess"), form("by hand"));
    const owned = ["golf", "chess", "never made"];
    const desired = wanted(form("golf"));
    expect(await association().observe(desired, owned)).to.deep.equal([
      'evaluation form "chess" is still active',
    ]);
    await association().reconcile(desired, owned);
    expect(await association().observe(desired, owned)).to.deep.equal([]);
    expect((await summary("chess"))?.LatestVersion).to.equal(1);
    expect((await summary("chess"))?.ActiveVersion).to.equal(undefined);
    expect((await summary("golf"))?.ActiveVersion).to.equal(1);
    await association().remove(under.instanceId, ["golf"]);
    expect((await summary("golf"))?.ActiveVersion).to.equal(undefined);
    expect((await summary("by hand"))?.ActiveVersion).to.equal(1);
  });

  it("are owned by title", () => {
    expect(association().ownedBy(wanted(form("golf"), form("chess")))).to.deep.equal([
      "golf",
      "chess",
    ]);
  });
});
