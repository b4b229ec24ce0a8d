import { DynamoDBClient, DescribeTableCommand } from "@aws-sdk/client-dynamodb";
import {
  GetRolePolicyCommand,
  IAMClient,
  ListAttachedRolePoliciesCommand,
  ListRolePoliciesCommand,
} from "@aws-sdk/client-iam";
import { GetFunctionConfigurationCommand, LambdaClient } from "@aws-sdk/client-lambda";
import { expect } from "chai";

import type { FlowContent } from "../../support/synthesized";
import { DeployedCenter } from "../../support/deployed-center";
import { LiveCenter } from "../../support/live-center";
import { requires } from "../../support/requirements";

describe("The applied contact center, read back through the API", () => {
  requires("terraform", "moto_server", "provider");

  let deployed: DeployedCenter;
  let center: LiveCenter;

  before(async () => {
    deployed = await DeployedCenter.copy();
    deployed.synthesize();
    center = await LiveCenter.find(deployed.connect);
  });

  after(async () => {
    await deployed.stop();
  });

  describe("1 Instance", () => {
    it("has alias KWGlobal, identities of its own, calls both ways", async () => {
      const instance = await center.instance();
      expect(instance).to.include({
        InstanceAlias: "KWGlobal",
        IdentityManagementType: "CONNECT_MANAGED",
        InboundCallsEnabled: true,
        OutboundCallsEnabled: true,
        InstanceStatus: "ACTIVE",
      });
    });

    it("writes flow logs", async () => {
      expect(await center.attribute("CONTACTFLOW_LOGS")).to.equal("true");
    });

    for (const type of [
      "CALL_RECORDINGS",
      "CHAT_TRANSCRIPTS",
      "SCHEDULED_REPORTS",
      "CONTACT_EVALUATIONS",
    ] as const) {
      it(`stores ${type} in the bucket under connect/KWGlobal, encrypted with the key`, async () => {
        const [config, ...others] = (await center.storage(type)) ?? [];
        expect(others).to.deep.equal([]);
        expect(config?.BucketName).to.equal("amazon-connect-kwglobal");
        expect(config?.BucketPrefix).to.match(/^connect\/KWGlobal\//);
        expect(config?.EncryptionConfig?.EncryptionType).to.equal("KMS");
        expect(config?.EncryptionConfig?.KeyId).to.match(/^arn:aws:kms:/);
      });
    }

    it("has one US DID that begins with +1302", async () => {
      const [number, ...others] = await center.numbers();
      expect(others).to.deep.equal([]);
      expect(number).to.include({ PhoneNumberCountryCode: "US", PhoneNumberType: "DID" });
      expect(number?.PhoneNumber).to.match(/^\+1302\d{7}$/);
    });
  });

  describe("2 People", () => {
    it("have a hierarchy of five levels", async () => {
      expect(await center.hierarchyLevels()).to.deep.equal([
        "Company",
        "Department",
        "Region",
        "City",
        "Supervisor",
      ]);
      expect(await center.hierarchyGroups()).to.deep.equal([
        "KWGlobal",
        "KWGlobal › Consulting",
        "KWGlobal › Consulting › Asia Pacific",
        "KWGlobal › Consulting › Asia Pacific › Shanghai",
        "KWGlobal › Consulting › Asia Pacific › Shanghai › Jimin Lee",
        "KWGlobal › Customer Service",
        "KWGlobal › Customer Service › North America",
        "KWGlobal › Customer Service › North America › Portland",
        "KWGlobal › Customer Service › North America › Portland › Jimin Lee",
      ]);
    });

    it("are these four", async () => {
      expect(await center.users()).to.deep.equal({
        "caleb.wang": {
          name: "Caleb Wang",
          securityProfiles: ["Admin"],
          routingProfile: "Basic Routing Profile",
          hierarchyGroup: "KWGlobal",
        },
        "jimin.lee": {
          name: "Jimin Lee",
          securityProfiles: ["CallCenterManager"],
          routingProfile: "Basic Routing Profile",
          hierarchyGroup: "KWGlobal",
        },
        "peter.parker": {
          name: "Peter Parker",
          securityProfiles: ["Agent"],
          routingProfile: "Business Consulting",
          hierarchyGroup: "KWGlobal › Consulting › Asia Pacific › Shanghai › Jimin Lee",
        },
        "mary.jane": {
          name: "Mary Jane",
          securityProfiles: ["Agent"],
          routingProfile: "Customer Service",
          hierarchyGroup: "KWGlobal › Customer Service › North America › Portland › Jimin Lee",
        },
      });
    });

    it("choose among Available, Offline, Lunch, Break and Meeting", async () => {
      const statuses = await center.agentStatuses();
      const enabled = statuses.filter((status) => status?.State === "ENABLED");
      expect(enabled.map((status) => [status?.Name, status?.Type])).to.have.deep.members([
        ["Available", "ROUTABLE"],
        ["Offline", "OFFLINE"],
        ["Lunch", "CUSTOM"],
        ["Break", "CUSTOM"],
        ["Meeting", "CUSTOM"],
      ]);
    });
  });

  describe("3 Routing", () => {
    it("is open Monday to Friday 09:00 to 18:00, Saturday 09:00 to 15:00, Pacific time", async () => {
      const hours = await center.hoursOfOperation("KWGlobal business hours");
      expect(hours?.TimeZone).to.equal("America/Los_Angeles");
      const config = hours?.Config?.map(({ Day, StartTime, EndTime }) => [
        Day,
        StartTime?.Hours,
        StartTime?.Minutes ?? 0,
        EndTime?.Hours,
        EndTime?.Minutes ?? 0,
      ]);
      const weekdays = ["MONDAY", "TUESDAY", "WEDNESDAY", "THURSDAY", "FRIDAY"];
      expect(config).to.have.deep.members([
        ...weekdays.map((day) => [day, 9, 0, 18, 0]),
        ["SATURDAY", 9, 0, 15, 0],
      ]);
    });

    for (const [name, quickConnects] of [
      ["Customer Service", ["Business Consulting", "Management", "Mary Jane"]],
      ["Business Consulting", ["Customer Service", "Management", "Mary Jane"]],
    ] as const) {
      it(`has queue ${name} with its quick connects`, async () => {
        const [number] = await center.numbers();
        const { id: _id, ...queue } = await center.queue(name);
        expect(queue).to.deep.equal({
          hoursOfOperation: "KWGlobal business hours",
          maxContacts: undefined,
          callerIdName: "KWGlobal",
          callerIdNumberId: number?.PhoneNumberId,
          whisperFlow: "Default outbound",
          quickConnects,
        });
      });
    }

    it("has the four quick connects", async () => {
      const none = { phoneNumber: undefined, queue: undefined, userId: undefined };
      expect(await center.quickConnect("Management")).to.deep.equal({
        ...none,
        type: "PHONE_NUMBER",
        phoneNumber: "+13025550199",
        flow: undefined,
      });
      for (const queue of ["Business Consulting", "Customer Service"]) {
        expect(await center.quickConnect(queue)).to.deep.equal({
          ...none,
          type: "QUEUE",
          queue,
          flow: "Default queue transfer",
        });
      }
      expect(await center.quickConnect("Mary Jane")).to.deep.equal({
        ...none,
        type: "USER",
        userId: await center.userId("mary.jane"),
        flow: "Default agent transfer",
      });
    });

    it("offers consulting calls first, and service calls that have waited 15 seconds", async () => {
      expect(await center.routingProfile("Customer Service")).to.deep.equal({
        channels: [["VOICE", 1]],
        defaultOutboundQueue: "Customer Service",
        queues: [["Customer Service", 1, 0]],
      });
      expect(await center.routingProfile("Business Consulting")).to.deep.equal({
        channels: [["VOICE", 1]],
        defaultOutboundQueue: "Business Consulting",
        queues: [
          ["Business Consulting", 1, 0],
          ["Customer Service", 2, 15],
        ],
      });
    });
  });

  describe("4 Flows", () => {
    it("answer the number with the main menu", async () => {
      expect(await center.numberFlow()).to.equal("KWGlobal Main Menu");
    });

    it("name this instance's own queues, prompts and flows", async () => {
      const menu = await center.flow("KWGlobal Main Menu");
      const callback = await center.flow("KWGlobal callback in queue");
      expect([menu?.Type, callback?.Type]).to.deep.equal(["CONTACT_FLOW", "CUSTOMER_QUEUE"]);
      const { Actions } = JSON.parse(menu?.Content ?? "") as FlowContent;
      const queueIds = Actions.map(({ Parameters }) => Parameters.QueueId).filter(Boolean);
      const instance = (await center.instance())?.Arn;
      const service = `${instance}/queue/${(await center.queue("Customer Service")).id}`;
      const consulting = `${instance}/queue/${(await center.queue("Business Consulting")).id}`;
      // Keys 1 and 2, and who presses none.
      expect(queueIds).to.deep.equal([service, consulting, service]);
      expect(menu?.Content).to.include(callback?.Arn);
      expect(`${menu?.Content}${callback?.Content}`).not.to.match(/\{\{|\$\{/);
    });
  });

  describe("5 Vanity numbers", () => {
    const settings = {};

    it("has a table by phone, guarded and recoverable", async () => {
      const answer = await new DynamoDBClient(settings).send(
        new DescribeTableCommand({ TableName: "cus-phone-vanity-number" }),
      );
      expect(answer.Table?.KeySchema).to.deep.equal([{ AttributeName: "phone", KeyType: "HASH" }]);
      expect(answer.Table?.DeletionProtectionEnabled).to.equal(true);
    });

    it("has a role for that table and nothing else", async () => {
      const iam = new IAMClient(settings);
      const RoleName = "Lambda-DynamoDB";
      const attached = await iam.send(new ListAttachedRolePoliciesCommand({ RoleName }));
      expect(attached.AttachedPolicies?.map(({ PolicyName }) => PolicyName)).to.deep.equal([
        "AWSLambdaBasicExecutionRole",
      ]);
      const { PolicyNames = [] } = await iam.send(new ListRolePoliciesCommand({ RoleName }));
      expect(PolicyNames).to.have.length(1);
      const { PolicyDocument = "" } = await iam.send(
        new GetRolePolicyCommand({ RoleName, PolicyName: PolicyNames[0] }),
      );
      const { Statement } = JSON.parse(decodeURIComponent(PolicyDocument)) as {
        Statement: { Action: string[]; Resource: string[] }[];
      };
      expect(Statement.flatMap(({ Action }) => Action).sort()).to.deep.equal([
        "dynamodb:GetItem",
        "dynamodb:PutItem",
        "dynamodb:UpdateItem",
        "kms:Decrypt",
        "kms:GenerateDataKey",
      ]);
      expect(Statement[0]?.Resource[0]).to.match(/:table\/cus-phone-vanity-number$/);
    });

    it("has a function with that role, which flows may call", async () => {
      const answer = await new LambdaClient(settings).send(
        new GetFunctionConfigurationCommand({ FunctionName: "recordVanityNumber" }),
      );
      expect(answer.Role).to.match(/:role\/Lambda-DynamoDB$/);
      expect(await center.lambdaFunctions()).to.deep.equal([answer.FunctionArn]);
    });
  });
});
