import {
  ActivateEvaluationFormCommand,
  CreateEvaluationFormCommand,
  type CreateEvaluationFormRequest,
  DeactivateEvaluationFormCommand,
  DeleteEvaluationFormCommand,
  DescribeEvaluationFormCommand,
  type EvaluationFormItem,
  ListEvaluationFormsCommand,
  ListEvaluationFormVersionsCommand,
  UpdateEvaluationFormCommand,
} from "@aws-sdk/client-connect";
import { expect } from "chai";

import { connectUnderTest, refusal } from "../../../support/connect-under-test";

const question = (RefId: string): EvaluationFormItem => ({
  Question: { RefId, Title: `${RefId}?`, QuestionType: "TEXT" },
});
const section = (RefId: string, Weight: number, Items: EvaluationFormItem[]) => ({
  Section: { RefId, Title: RefId, Weight, Items },
});
const ITEMS = [section("s", 100, [question("q")])];
const SCORED = { ScoringStrategy: { Mode: "SECTION_ONLY", Status: "ENABLED" } } as const;

describe("evaluation forms", () => {
  const under = connectUnderTest();
  const inInstance = () => ({ InstanceId: under.instanceId });
  const create = async (members: Partial<CreateEvaluationFormRequest> = {}) => {
    const { EvaluationFormId = "" } = await under.client.send(
      new CreateEvaluationFormCommand({
        ...inInstance(),
        Title: under.unique("form"),
        Items: ITEMS,
        ...members,
      }),
    );
    under.afterwards(async () => {
      const versions = await versionsOf(EvaluationFormId);
      const active = versions.find(({ Status }) => Status === "ACTIVE")?.EvaluationFormVersion;
      if (active !== undefined) await deactivate(EvaluationFormId, active);
      await under.client.send(
        new DeleteEvaluationFormCommand({ ...inInstance(), EvaluationFormId }),
      );
    });
    return { ...inInstance(), EvaluationFormId };
  };
  const describeOne = async (EvaluationFormId: string, EvaluationFormVersion?: number) =>
    (
      await under.client.send(
        new DescribeEvaluationFormCommand({
          ...inInstance(),
          EvaluationFormId,
          EvaluationFormVersion,
        }),
      )
    ).EvaluationForm;
  const versionsOf = async (EvaluationFormId: string) =>
    (
      await under.client.send(
        new ListEvaluationFormVersionsCommand({ ...inInstance(), EvaluationFormId }),
      )
    ).EvaluationFormVersionSummaryList ?? [];
  const activate = (EvaluationFormId: string, EvaluationFormVersion: number) =>
    under.client.send(
      new ActivateEvaluationFormCommand({
        ...inInstance(),
        EvaluationFormId,
        EvaluationFormVersion,
      }),
    );
  const deactivate = (EvaluationFormId: string, EvaluationFormVersion: number) =>
    under.client.send(
      new DeactivateEvaluationFormCommand({
        ...inInstance(),
        EvaluationFormId,
        EvaluationFormVersion,
      }),
    );

  it("are drafts of version 1 when they are made", async () => {
    const { EvaluationFormId } = await create({ Description: "For calls", ...SCORED });
    expect(await describeOne(EvaluationFormId)).to.deep.include({
      EvaluationFormVersion: 1,
      Locked: false,
      Status: "DRAFT",
      Description: "For calls",
      Items: ITEMS,
      ...SCORED,
    });
    expect((await describeOne(EvaluationFormId))?.EvaluationFormArn).to.contain(
      `/evaluation-form/${EvaluationFormId}`,
    );
  });

  it("are changed in place as long as they are drafts, as a new version once they were active", async () => {
    const of = await create();
    const other = { ...of, Title: "Other", Items: ITEMS };
    await under.client.send(
      new UpdateEvaluationFormCommand({ ...other, EvaluationFormVersion: 1, Description: "Draft" }),
    );
    await activate(of.EvaluationFormId, 1);
    const locked = await refusal(
      under.client.send(new UpdateEvaluationFormCommand({ ...other, EvaluationFormVersion: 1 })),
    );
    expect(locked.name).to.equal("ResourceConflictException");
    expect(locked.message).to.contain("is locked: CreateNewVersion must be true");
    const { EvaluationFormVersion } = await under.client.send(
      new UpdateEvaluationFormCommand({
        ...other,
        EvaluationFormVersion: 1,
        CreateNewVersion: true,
      }),
    );
    expect(EvaluationFormVersion).to.equal(2);
    expect((await describeOne(of.EvaluationFormId, 1))?.Description).to.equal("Draft");
    expect((await describeOne(of.EvaluationFormId))?.Description).to.equal(undefined);
  });

  it("have one active version at most", async () => {
    const of = await create();
    await activate(of.EvaluationFormId, 1);
    await under.client.send(
      new UpdateEvaluationFormCommand({
        ...of,
        EvaluationFormVersion: 1,
        CreateNewVersion: true,
        Title: under.unique("renamed"),
        Items: ITEMS,
      }),
    );
    const inList = async () => {
      const { EvaluationFormSummaryList = [] } = await under.client.send(
        new ListEvaluationFormsCommand(inInstance()),
      );
      return EvaluationFormSummaryList.find(
        (each) => each.EvaluationFormId === of.EvaluationFormId,
      );
    };
    expect(await inList()).to.include({ LatestVersion: 2, ActiveVersion: 1 });
    await activate(of.EvaluationFormId, 2);
    expect((await versionsOf(of.EvaluationFormId)).map(({ Status }) => Status)).to.deep.equal([
      "DRAFT",
      "ACTIVE",
    ]);
    await deactivate(of.EvaluationFormId, 2);
    expect((await inList())?.ActiveVersion).to.equal(undefined);
    expect((await refusal(deactivate(of.EvaluationFormId, 2))).message).to.contain("is not active");
  });

  it("are listed page by page, versions too", async () => {
    const [one, two] = [await create(), await create()];
    const page = await under.client.send(
      new ListEvaluationFormsCommand({ ...inInstance(), MaxResults: 1 }),
    );
    expect(page.EvaluationFormSummaryList).to.have.length(1);
    const rest = await under.client.send(
      new ListEvaluationFormsCommand({ ...inInstance(), NextToken: page.NextToken }),
    );
    expect(rest.EvaluationFormSummaryList?.map((each) => each.EvaluationFormId)).to.include(
      two.EvaluationFormId,
    );
    await under.client.send(
      new UpdateEvaluationFormCommand({
        ...one,
        EvaluationFormVersion: 1,
        CreateNewVersion: true,
        Title: under.unique("form"),
        Items: ITEMS,
      }),
    );
    const first = await under.client.send(
      new ListEvaluationFormVersionsCommand({ ...one, MaxResults: 1 }),
    );
    const second = await under.client.send(
      new ListEvaluationFormVersionsCommand({ ...one, NextToken: first.NextToken }),
    );
    expect(
      second.EvaluationFormVersionSummaryList?.map((each) => each.EvaluationFormVersion),
    ).to.deep.equal([2]);
  });

  it("are made once, though the request is repeated with its token", async () => {
    const ClientToken = under.unique("token").replaceAll(" ", "-");
    const Title = under.unique("form");
    const one = await create({ Title, ClientToken });
    const { EvaluationFormId } = await under.client.send(
      new CreateEvaluationFormCommand({ ...inInstance(), Title, Items: ITEMS, ClientToken }),
    );
    expect(EvaluationFormId).to.equal(one.EvaluationFormId);
  });

  it("can't be deleted while they are active", async () => {
    const of = await create();
    await activate(of.EvaluationFormId, 1);
    const error = await refusal(under.client.send(new DeleteEvaluationFormCommand(of)));
    expect(error.name).to.equal("ResourceConflictException");
    await deactivate(of.EvaluationFormId, 1);
    await under.client.send(new DeleteEvaluationFormCommand(of));
    expect((await refusal(describeOne(of.EvaluationFormId))).name).to.equal(
      "ResourceNotFoundException",
    );
  });

  for (const { what, members, message } of [
    {
      what: "a question outside of any section",
      members: { Items: [question("q")] },
      message: "question q must be contained in a section",
    },
    {
      what: "an id twice",
      members: { Items: [section("q", 100, [question("q")])] },
      message: "RefId must be unique in a form, got q again",
    },
    {
      what: "three levels of sections",
      members: { Items: [section("a", 1, [section("b", 1, [section("c", 1, [question("q")])])])] },
      message: "section c must not be more than 2 levels deep",
    },
    {
      what: "101 questions",
      members: {
        Items: [
          section(
            "s",
            1,
            Array.from({ length: 101 }, (_, index) => question(`q${index}`)),
          ),
        ],
      },
      message: "at most 100 sections and 100 questions",
    },
    {
      what: "what isn't emulated",
      members: { AutoEvaluationConfiguration: { Enabled: true } },
      message: "AutoEvaluationConfiguration is not emulated",
    },
  ] satisfies {
    what: string;
    members: Partial<CreateEvaluationFormRequest>;
    message: string;
  }[]) {
    it(`are refused with ${what}`, async () => {
      const error = await refusal(create(members));
      expect(error.name).to.equal("InvalidParameterException");
      expect(error.message).to.contain(message);
    });
  }

  it("are refused with the title of another one", async () => {
    const Title = under.unique("form");
    await create({ Title });
    expect((await refusal(create({ Title }))).name).to.equal("ResourceConflictException");
  });

  it("are activated only where the sections' weights make 100", async () => {
    const of = await create({ Items: [section("s", 90, [question("q")])], ...SCORED });
    expect((await refusal(activate(of.EvaluationFormId, 1))).message).to.contain("got 90");
  });
});
