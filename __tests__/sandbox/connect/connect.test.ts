import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

import {
  DescribeInstanceCommand,
  ListAuthenticationProfilesCommand,
} from "@aws-sdk/client-connect";
import { expect } from "chai";
import { EMULATED } from "../../../sandbox/connect/connect";
import { nothingYetOperations } from "../../../sandbox/connect/resources/nothing-yet";
import { OPERATIONS } from "../../../sandbox/connect/protocol/model";
import { HELLO } from "../../support/connect-fixtures";
import { connectUnderTest, itEmulated, refusal } from "../../support/connect-under-test";

const RAW = "the requests are not signed";

/** The operations that provider 5.100.0 calls for its Connect resources and data sources. */
const OF_THE_PROVIDER = `
  CreateInstance DescribeInstance ListInstances DeleteInstance
  UpdateInstanceAttribute DescribeInstanceAttribute
  AssociateInstanceStorageConfig DescribeInstanceStorageConfig UpdateInstanceStorageConfig
  DisassociateInstanceStorageConfig
  SearchAvailablePhoneNumbers ClaimPhoneNumber DescribePhoneNumber UpdatePhoneNumber
  ReleasePhoneNumber
  CreateHoursOfOperation DescribeHoursOfOperation UpdateHoursOfOperation DeleteHoursOfOperation
  ListHoursOfOperations CreateHoursOfOperationOverride DescribeHoursOfOperationOverride
  UpdateHoursOfOperationOverride DeleteHoursOfOperationOverride ListHoursOfOperationOverrides
  CreateQueue DescribeQueue ListQueues ListQueueQuickConnects UpdateQueueHoursOfOperation
  UpdateQueueMaxContacts UpdateQueueName UpdateQueueOutboundCallerConfig UpdateQueueStatus
  AssociateQueueQuickConnects DisassociateQueueQuickConnects DeleteQueue
  CreateQuickConnect DescribeQuickConnect ListQuickConnects UpdateQuickConnectName
  UpdateQuickConnectConfig DeleteQuickConnect
  CreateRoutingProfile DescribeRoutingProfile ListRoutingProfiles ListRoutingProfileQueues
  AssociateRoutingProfileQueues DisassociateRoutingProfileQueues UpdateRoutingProfileConcurrency
  UpdateRoutingProfileDefaultOutboundQueue UpdateRoutingProfileName DeleteRoutingProfile
  CreateUser DescribeUser ListUsers UpdateUserHierarchy UpdateUserIdentityInfo
  UpdateUserPhoneConfig UpdateUserRoutingProfile UpdateUserSecurityProfiles DeleteUser
  UpdateUserHierarchyStructure DescribeUserHierarchyStructure
  CreateUserHierarchyGroup DescribeUserHierarchyGroup ListUserHierarchyGroups
  UpdateUserHierarchyGroupName DeleteUserHierarchyGroup
  CreateSecurityProfile DescribeSecurityProfile ListSecurityProfiles
  ListSecurityProfilePermissions UpdateSecurityProfile DeleteSecurityProfile
  CreateContactFlow DescribeContactFlow ListContactFlows UpdateContactFlowName
  UpdateContactFlowContent DeleteContactFlow
  CreateContactFlowModule DescribeContactFlowModule ListContactFlowModules
  UpdateContactFlowModuleMetadata UpdateContactFlowModuleContent DeleteContactFlowModule
  AssociateLambdaFunction ListLambdaFunctions DisassociateLambdaFunction
  AssociateBot ListBots DisassociateBot
  CreateVocabulary DescribeVocabulary SearchVocabularies DeleteVocabulary
  ListPrompts TagResource UntagResource
`
  .trim()
  .split(/\s+/);

/** Every test of the emulator, and what they share. */
const TESTS = [__dirname, join(__dirname, "..", "..", "support")]
  .flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: "utf8" }).map((file) => join(folder, file)),
  )
  .filter((file) => file.endsWith(".ts"))
  .map((file) => readFileSync(file, "utf8"))
  .join("\n");

describe("Amazon Connect's control plane", () => {
  const clock = new Date("2026-11-22T07:00:00.250Z");
  const under = connectUnderTest({ now: () => clock });

  /** A request that no SDK would send, and its answer. */
  const raw = async (method: string, path: string, body?: string) => {
    const response = await fetch(`${under.endpoint}${path}`, { method, body });
    const text = await response.text();
    return {
      status: response.status,
      type: response.headers.get("x-amzn-errortype"),
      body: JSON.parse(text) as { Message?: string; problems?: { message: string }[] },
      text,
    };
  };
  const queues = () => `/queues/${under.instanceId}`;

  it("emulates what the AWS provider calls, and more", () => {
    expect(Object.keys(EMULATED)).to.include.members(OF_THE_PROVIDER);
  });

  it("emulates nothing that no test asks by the real SDK, but lists of what nobody can make", () => {
    const untested = Object.keys(EMULATED).filter(
      (name) => !new RegExp(`\\b(?:${name}Command|paginate${name})\\b`).test(TESTS),
    );
    expect(untested).to.have.members(Object.keys(nothingYetOperations));
  });

  it("knows each of its operations from the SDK's model", () => {
    const known = OPERATIONS.map(({ name }) => name);
    expect(known).to.include.members(Object.keys(EMULATED));
    expect(known.length).to.be.greaterThan(Object.keys(EMULATED).length);
  });

  itEmulated("answers lists of what nobody can make with nothing", RAW, async () => {
    const id = under.instanceId;
    for (const path of [
      ...[`/rules/${id}`, `/instance/${id}/security-keys`],
      ...[`/instance/${id}/integration-associations`, `/evaluation-forms/${id}`],
      `/instance/${id}/task/template`,
      "/traffic-distribution-groups",
    ]) {
      const { status, text } = await raw("GET", path);
      expect(status, `${path} ${text}`).to.equal(200);
      expect(Object.values(JSON.parse(text) as object), path).to.deep.equal([[]]);
    }
    expect((await raw("GET", "/rules/00000000-0000-0000-0000-000000000000")).status).to.equal(404);
  });

  describe("answers what it does not do", () => {
    itEmulated("with the operation's name, not retried, if Connect has it", RAW, async () => {
      const list = new ListAuthenticationProfilesCommand({ InstanceId: under.instanceId });
      const { name, message, $metadata } = await refusal(under.client.send(list));
      expect(name).to.equal("UnknownOperationException");
      expect(message).to.contain("ListAuthenticationProfiles is not emulated");
      expect($metadata).to.deep.include({ httpStatusCode: 400, attempts: 1 });
    });

    itEmulated("with the path, if Connect has no such operation", RAW, async () => {
      expect(await raw("GET", "/nothing/here?a=b")).to.deep.include({
        status: 404,
        type: "UnknownOperationException",
        body: { Message: "Amazon Connect has no operation GET /nothing/here" },
      });
    });
  });

  describe("refuses a request", () => {
    const create = (body: string) => raw("PUT", queues(), body);

    itEmulated("that is not JSON", RAW, async () => {
      const answer = await create("{Name:");
      expect(answer).to.deep.include({ status: 400, type: "InvalidRequestException" });
      expect(answer.body.Message).to.contain("the request body must be JSON");
    });

    itEmulated("that is not a JSON object", RAW, async () => {
      expect((await create("[1]")).body.Message).to.equal(
        "the request body must be a JSON object, got [1]",
      );
    });

    itEmulated("without a required member, which it names", RAW, async () => {
      expect(await create('{"Name":"Support"}')).to.deep.include({
        status: 400,
        type: "InvalidRequestException",
        body: { Message: "HoursOfOperationId is required by CreateQueue" },
      });
      expect((await create('{"Name":null,"HoursOfOperationId":"x"}')).body.Message).to.contain(
        "Name is required",
      );
    });

    itEmulated("without a required member inside another", RAW, async () => {
      const config = { QuickConnectType: "QUEUE", QueueConfig: { QueueId: "x" } };
      const body = JSON.stringify({ Name: "x", QuickConnectConfig: config });
      const answer = await raw("PUT", `/quick-connects/${under.instanceId}`, body);
      expect(answer.body.Message).to.equal(
        "QuickConnectConfig.QueueConfig.ContactFlowId is required by CreateQuickConnect",
      );
    });

    for (const [member, value, rule] of [
      ["Name", 5, "Name must be a string, got 5"],
      ["MaxContacts", "5", 'MaxContacts must be a number, got "5"'],
      ["QuickConnectIds", "x", 'QuickConnectIds must be a list, got "x"'],
      ["QuickConnectIds", [1], "QuickConnectIds.0 must be a string, got 1"],
      ["Tags", ["x"], 'Tags must be an object, got ["x"]'],
      ["OutboundCallerConfig", "x", 'OutboundCallerConfig must be an object, got "x"'],
    ] as const)
      itEmulated(`with ${member} of the wrong type, ${JSON.stringify(value)}`, RAW, async () => {
        const body = { Name: "x", HoursOfOperationId: "y", [member]: value };
        expect(await create(JSON.stringify(body))).to.deep.include({
          status: 400,
          type: "InvalidRequestException",
          body: { Message: rule },
        });
      });

    itEmulated("with a query of the wrong type", RAW, async () => {
      const answer = await raw("GET", `/queues-summary/${under.instanceId}?maxResults=many`);
      expect(answer.body.Message).to.equal('MaxResults must be a number, got "many"');
    });

    itEmulated("with a path that is not well encoded", RAW, async () => {
      expect((await raw("GET", "/queues/%E0%A4%A/x")).status).to.equal(400);
    });
  });

  itEmulated("takes an ARN in a path as one label", RAW, async () => {
    const arn = `arn:aws:connect:us-east-1:123456789012:instance/${under.instanceId}`;
    expect(await raw("GET", `/tags/${encodeURIComponent(arn)}`)).to.deep.include({
      status: 200,
      body: { tags: {} },
    });
  });

  itEmulated("prefers the literal path: /phone-number/list is no number", RAW, async () => {
    expect((await raw("POST", "/phone-number/list", "{}")).body).to.deep.equal({
      ListPhoneNumbersSummaryList: [],
    });
  });

  itEmulated("writes times as numbers of seconds", RAW, async () => {
    const { text } = await raw("GET", `/instance/${under.instanceId}`);
    expect(text).to.contain(`"CreatedTime":${clock.getTime() / 1000}`);
    const { Instance } = await under.client.send(
      new DescribeInstanceCommand({ InstanceId: under.instanceId }),
    );
    expect(Instance?.CreatedTime).to.deep.equal(clock);
  });

  itEmulated("answers an operation without output with an empty object", RAW, async () => {
    const path = `/instance/${under.instanceId}/attribute/EARLY_MEDIA`;
    expect(await raw("POST", path, '{"Value":"true"}')).to.deep.include({ status: 200, body: {} });
  });

  itEmulated(
    "writes an error's name into a header, and its message into the body",
    RAW,
    async () => {
      const answer = await raw("GET", `${queues()}/nobody`);
      expect(answer).to.deep.include({ status: 404, type: "ResourceNotFoundException" });
      expect(answer.body).to.deep.equal({
        Message: `instance ${under.instanceId} has no queue nobody`,
      });
    },
  );

  itEmulated("gives a refused flow its problems and no message", RAW, async () => {
    const Content = HELLO.replace('"StartAction":"say"', '"StartAction":"x"');
    const body = JSON.stringify({ Name: "x", Type: "CONTACT_FLOW", Content });
    const answer = await raw("PUT", `/contact-flows/${under.instanceId}`, body);
    expect(answer).to.deep.include({ status: 400, type: "InvalidContactFlowException" });
    expect(answer.body).to.deep.equal({
      problems: [{ message: "Invalid Action property value. Path: StartAction" }],
    });
  });
});
