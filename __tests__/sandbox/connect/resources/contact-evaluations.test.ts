import {
  ActivateEvaluationFormCommand,
  AssociateInstanceStorageConfigCommand,
  CreateEvaluationFormCommand,
  DeleteContactEvaluationCommand,
  DescribeContactEvaluationCommand,
  type EvaluationFormItem,
  ListContactEvaluationsCommand,
  ListUsersCommand,
  StartContactEvaluationCommand,
  SubmitContactEvaluationCommand,
  type SubmitContactEvaluationRequest,
  UpdateContactEvaluationCommand,
  CreateUserCommand,
  ListRoutingProfilesCommand,
  ListSecurityProfilesCommand,
} from "@aws-sdk/client-connect";
import { expect } from "chai";

import { beginContact } from "../../../../sandbox/connect/contact-history";
import type { OtherServices } from "../../../../sandbox/connect/store/operation";
import { connectUnderTest, itEmulated, refusal } from "../../../support/connect-under-test";

const CALLS = "it has no contact that a test may make";
const NOW = new Date("2026-11-27T09:00:05.250Z");

const choice = (RefId: string, ...options: [score: number, fails?: boolean][]) => ({
  Question: {
    RefId,
    Title: `${RefId}?`,
    QuestionType: "SINGLESELECT" as const,
    NotApplicableEnabled: RefId.endsWith("na"),
    QuestionTypeProperties: {
      SingleSelect: {
        Options: options.map(([Score, AutomaticFail = false], index) => ({
          ...{ RefId: `o${index}`, Text: `option ${index}`, Score, AutomaticFail },
        })),
      },
    },
  },
});
const section = (RefId: string, Weight: number, ...Items: EvaluationFormItem[]) => ({
  Section: { RefId, Title: RefId, Weight, Items },
});
const ITEMS = [
  section("manner", 75, choice("greets", [10], [5], [0]), choice("asks.na", [10], [0])),
  section("rules", 25, choice("verifies", [8], [0, true])),
  section("rest", 0, { Question: { RefId: "why", Title: "Why?", QuestionType: "TEXT" } }),
];
const answers = (given: Readonly<Record<string, string | undefined>>) =>
  Object.fromEntries(
    Object.entries(given).map(([id, StringValue]) => [
      id,
      { Value: StringValue === undefined ? { NotApplicable: true } : { StringValue } },
    ]),
  );
const ALL = answers({ greets: "o1", "asks.na": "o0", verifies: "o0" });

describe("contact evaluations", () => {
  const exported: Record<string, unknown> = {};
  const others = {
    hasBucket: () => Promise.resolve(true),
    putObject: (bucket: string, key: string, body: string) => {
      exported[`${bucket}/${key}`] = JSON.parse(body);
      return Promise.resolve();
    },
  } as unknown as OtherServices;
  const under = connectUnderTest({ now: () => NOW, others });
  const of = () => ({ InstanceId: under.instanceId });
  let formId = "";

  const start = async (ContactId = "call", EvaluationFormId = formId) => {
    const { EvaluationId = "" } = await under.client.send(
      new StartContactEvaluationCommand({ ...of(), ContactId, EvaluationFormId }),
    );
    return EvaluationId;
  };
  const submit = (EvaluationId: string, members: Partial<SubmitContactEvaluationRequest> = {}) =>
    under.client.send(new SubmitContactEvaluationCommand({ ...of(), EvaluationId, ...members }));
  const described = async (EvaluationId: string) =>
    await under.client.send(new DescribeContactEvaluationCommand({ ...of(), EvaluationId }));
  const scored = async (given: Parameters<typeof answers>[0]) => {
    const id = await start();
    await submit(id, { Answers: answers(given) });
    const { Evaluation } = await described(id);
    return { form: Evaluation?.Metadata?.Score, items: Evaluation?.Scores ?? {} };
  };

  beforeEach(async function () {
    if (process.env.CONNECT_INSTANCE_ID !== undefined) return;
    const instance = under.connect.store.instances.get(under.instanceId);
    if (instance === undefined) throw new Error("the instance under test is gone");
    instance.contacts.clear();
    instance.contactEvaluations.clear();
    beginContact(instance, { id: "call", initiationMethod: "INBOUND", at: NOW.getTime() });
    const { EvaluationFormId = "" } = await under.client.send(
      new CreateEvaluationFormCommand({
        ...of(),
        Title: under.unique("form"),
        Items: ITEMS,
        ScoringStrategy: { Mode: "SECTION_ONLY", Status: "ENABLED" },
      }),
    );
    formId = EvaluationFormId;
    await under.client.send(
      new ActivateEvaluationFormCommand({ ...of(), EvaluationFormId, EvaluationFormVersion: 1 }),
    );
  });

  itEmulated("are started as drafts, kept, submitted and deleted", CALLS, async () => {
    const EvaluationId = await start();
    await under.client.send(
      new UpdateContactEvaluationCommand({
        ...of(),
        EvaluationId,
        Answers: answers({ greets: "o1", why: "busy" }),
        Notes: { greets: { Value: "friendly" } },
      }),
    );
    expect((await described(EvaluationId)).Evaluation).to.deep.include({
      Status: "DRAFT",
      Answers: answers({ greets: "o1", why: "busy" }),
      Notes: { greets: { Value: "friendly" } },
    });
    await submit(EvaluationId, { Answers: { ...ALL, why: {} } });
    const { Evaluation, EvaluationForm } = await described(EvaluationId);
    expect(Evaluation).to.deep.include({ Status: "SUBMITTED", Answers: ALL });
    expect(EvaluationForm).to.deep.include({ EvaluationFormId: formId, EvaluationFormVersion: 1 });
    const list = new ListContactEvaluationsCommand({ ...of(), ContactId: "call" });
    const { EvaluationSummaryList = [] } = await under.client.send(list);
    expect(EvaluationSummaryList.map(({ EvaluationId: id, Status }) => [id, Status])).to.deep.equal(
      [[EvaluationId, "SUBMITTED"]],
    );
    await under.client.send(new DeleteContactEvaluationCommand({ ...of(), EvaluationId }));
    expect((await under.client.send(list)).EvaluationSummaryList).to.deep.equal([]);
  });

  itEmulated("are scored by the weights of the sections", CALLS, async () => {
    // Manner is (50 + 100) / 2 of three quarters, the rules 100 of one.
    expect(await scored({ greets: "o1", "asks.na": "o0", verifies: "o0" })).to.deep.equal({
      form: { Percentage: 0.75 * 75 + 25 },
      items: {
        greets: { Percentage: 50 },
        "asks.na": { Percentage: 100 },
        manner: { Percentage: 75 },
        verifies: { Percentage: 100 },
        rules: { Percentage: 100 },
        why: { NotApplicable: true },
        rest: { NotApplicable: true },
      },
    });
  });

  itEmulated("leave out of the score what is not applicable", CALLS, async () => {
    const { form, items } = await scored({ greets: "o1", "asks.na": undefined, verifies: "o0" });
    expect(items.manner).to.deep.equal({ Percentage: 50 });
    expect(form).to.deep.equal({ Percentage: 0.75 * 50 + 25 });
  });

  itEmulated("score 0 with an answer that fails automatically", CALLS, async () => {
    const { form, items } = await scored({ greets: "o0", "asks.na": "o0", verifies: "o1" });
    expect(form).to.deep.equal({ Percentage: 0, AutomaticFail: true });
    expect(items.rules).to.deep.equal({ Percentage: 0, AutomaticFail: true });
    expect(items.manner).to.deep.equal({ Percentage: 100 });
  });

  itEmulated("are exported as AWS documents it, again when submitted again", CALLS, async () => {
    await under.client.send(
      new AssociateInstanceStorageConfigCommand({
        ...of(),
        ResourceType: "CONTACT_EVALUATIONS",
        StorageConfig: {
          StorageType: "S3",
          S3Config: { BucketName: "kept", BucketPrefix: "connect/Evaluations" },
        },
      }),
    );
    const id = await start();
    await submit(id, { Answers: ALL, Notes: { verifies: { Value: "slowly" } } });
    const key = `kept/connect/Evaluations/2026/11/27/09:00:05.250Z-${id}.json`;
    expect(Object.keys(exported)).to.deep.equal([key]);
    expect(exported[key]).to.deep.nested.include({
      schemaVersion: "3.1",
      evaluationId: id,
      "metadata.contactId": "call",
      "metadata.accountId": "123456789012",
      "metadata.evaluationSubmitTimestamp": "2026-11-27T09:00:05.250Z",
      "metadata.score": { percentage: 81.25 },
      "metadata.resubmitted": false,
      "sections[1]": { sectionRefId: "rules", sectionTitle: "rules", score: { percentage: 100 } },
      "questions[2]": {
        questionRefId: "verifies",
        sectionRefId: "rules",
        questionType: "SINGLESELECT",
        questionText: "verifies?",
        answer: {
          values: [
            { valueText: "option 0", valueRefId: "o0", selected: true },
            { valueText: "option 1", valueRefId: "o1", selected: false },
          ],
          notes: "slowly",
          metadata: { notApplicable: false },
        },
        score: { percentage: 100 },
      },
      "questions[3].answer": { value: "", metadata: { notApplicable: false } },
    });
    await submit(id, { Answers: answers({ greets: "o0" }) });
    expect(exported[key]).to.deep.nested.include({
      "metadata.score": { percentage: 100 },
      "metadata.resubmitted": true,
    });
  });

  itEmulated("name the user who submitted them", CALLS, async () => {
    const profiles = await under.client.send(new ListSecurityProfilesCommand(of()));
    const routing = await under.client.send(new ListRoutingProfilesCommand(of()));
    await under.client.send(
      new CreateUserCommand({
        ...of(),
        Username: "supervisor",
        Password: "Password-1",
        PhoneConfig: { PhoneType: "SOFT_PHONE" },
        SecurityProfileIds: [profiles.SecurityProfileSummaryList?.[0]?.Id ?? ""],
        RoutingProfileId: routing.RoutingProfileSummaryList?.[0]?.Id,
      }),
    );
    const { UserSummaryList: [user] = [] } = await under.client.send(new ListUsersCommand(of()));
    const id = await start();
    await submit(id, { Answers: ALL, SubmittedBy: { ConnectUserArn: user?.Arn ?? "" } });
    expect((await described(id)).Evaluation?.Metadata?.EvaluatorArn).to.equal(user?.Arn);
  });

  for (const [what, members, message] of [
    ["open questions", { Answers: {} }, "questions are not answered: greets, asks.na, verifies"],
    [
      "an option that isn't there",
      { Answers: { ...ALL, ...answers({ greets: "o9" }) } },
      "the answer to greets must be the RefId of one of its options, o0, o1, o2, got o9",
    ],
    [
      "a question that isn't there",
      { Answers: answers({ other: "o1" }) },
      "the form has no question other",
    ],
    [
      "a note on what isn't there",
      { Answers: ALL, Notes: { other: { Value: "x" } } },
      "the form has no question or section other",
    ],
    [
      "a question that must apply",
      { Answers: answers({ greets: undefined }) },
      "question greets can't be not applicable",
    ],
  ] as const satisfies [string, Partial<SubmitContactEvaluationRequest>, string][]) {
    itEmulated(`are refused with ${what}, and stay as they were`, CALLS, async () => {
      const id = await start();
      const error = await refusal(submit(id, members));
      expect(error.name).to.equal("InvalidParameterException");
      expect(error.message).to.include(message);
      expect((await described(id)).Evaluation).to.deep.include({ Status: "DRAFT", Answers: {} });
    });
  }

  itEmulated("are one of a form for a contact, of a form that is active", CALLS, async () => {
    await start();
    expect((await refusal(start())).name).to.equal("ResourceConflictException");
    expect((await refusal(start("nobody"))).name).to.equal("ResourceNotFoundException");
    const { EvaluationFormId } = await under.client.send(
      new CreateEvaluationFormCommand({ ...of(), Title: under.unique("draft"), Items: ITEMS }),
    );
    expect((await refusal(start("call", EvaluationFormId))).message).to.include(
      "has no active version",
    );
  });
});
