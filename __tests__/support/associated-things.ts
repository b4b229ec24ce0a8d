import * as connect from "@aws-sdk/client-connect";

import type { DesiredState } from "../../lambda-src/connect-associations/desired-state";
import type { Faults } from "../../sandbox/faults/faults";

/** Something that an association set, and that is to be dropped. */
export interface AssociatedThing {
  /** Wanted with the thing, first of two where there may be two. */
  readonly before: DesiredState;
  /** Wanted without it. */
  readonly after: DesiredState;
  /** Whether the thing is there. */
  readonly isThere: () => Promise<boolean>;
}

/** An instance, and how to reach it. */
export interface Reached {
  readonly client: connect.ConnectClient;
  readonly instanceId: string;
}

/** A kind of thing, of which each test makes its own. */
export interface Kind {
  readonly setUp: (under: Reached) => Promise<AssociatedThing>;
  /** So that the thing is not taken back. */
  readonly notTakenBack: Faults;
  /** So that the thing is set, and what comes after it is not; where there are two. */
  readonly halfWay?: Faults;
  /** What a plan says of the thing that is to be taken back. */
  readonly reason: RegExp;
}

let count = 0;

const name = (what: string) => `${what} ${++count}`;

/** Every kind of thing that the reconciler sets. */
export const KINDS: Readonly<Record<string, Kind>> = {
  "an agent status": {
    setUp: ({ client, instanceId }) => {
      const [dropped, kept] = [name("Status"), name("Status")].map((each) => ({
        name: each,
        description: each,
      }));
      const state = { kind: "agentStatuses", instanceId } as const;
      return Promise.resolve({
        before: { ...state, agentStatuses: [dropped, kept].filter((each) => each !== undefined) },
        after: { ...state, agentStatuses: kept ? [kept] : [] },
        isThere: async () => {
          const { AgentStatuses = [] } = await client.send(
            new connect.SearchAgentStatusesCommand({ InstanceId: instanceId }),
          );
          return AgentStatuses.some(
            ({ Name, State }) => Name === dropped?.name && State === "ENABLED",
          );
        },
      });
    },
    notTakenBack: { quota: { UpdateAgentStatus: 0 } },
    halfWay: { quota: { CreateAgentStatus: 1 } },
    reason: /agent status "Status \d+" is still enabled/,
  },
  "a holiday": {
    setUp: async (under) => {
      const id = await hours(under);
      const state = { kind: "holidays", instanceId: under.instanceId } as const;
      const schedule = (...days: string[]) => [
        {
          name: "Office",
          hoursOfOperationId: id,
          holidays: days.map((date) => ({ name: `Day ${date}`, date, config: [] })),
        },
      ];
      return {
        before: { ...state, schedules: schedule("2096-12-24", "2096-12-25") },
        after: { ...state, schedules: schedule("2096-12-25") },
        isThere: async () => (await overrides(under, id)).includes("Day 2096-12-24"),
      };
    },
    notTakenBack: { quota: { DeleteHoursOfOperationOverride: 0 } },
    halfWay: { quota: { CreateHoursOfOperationOverride: 1 } },
    reason: /hours of operation "Office" have holiday "Day 2096-12-24" too/,
  },
  "a schedule with holidays": {
    setUp: async (under) => {
      const [dropped, kept] = [await hours(under), await hours(under)];
      const state = { kind: "holidays", instanceId: under.instanceId } as const;
      const schedule = (hoursOfOperationId: string) => ({
        name: "Office",
        hoursOfOperationId,
        holidays: [{ name: "New Year", date: "2096-01-01", config: [] }],
      });
      return {
        before: { ...state, schedules: [dropped, kept].map(schedule) },
        after: { ...state, schedules: [schedule(kept)] },
        isThere: async () => (await overrides(under, dropped)).length > 0,
      };
    },
    notTakenBack: { quota: { DeleteHoursOfOperationOverride: 0 } },
    halfWay: { quota: { CreateHoursOfOperationOverride: 1 } },
    reason: /hours of operation "[\da-f-]{36}" have holiday "New Year" too/,
  },
  "a queue's quick connect": {
    setUp: async (under) => {
      const queueId = await queue(under);
      const [dropped, kept] = [await quickConnect(under), await quickConnect(under)];
      const state = { kind: "queueQuickConnects", instanceId: under.instanceId } as const;
      const sales = (...ids: string[]) => ({
        name: "Sales",
        queueId,
        quickConnects: ids.map((quickConnectId) => ({ name: "Mary", quickConnectId })),
      });
      return {
        before: { ...state, queues: [sales(dropped, kept)] },
        after: { ...state, queues: [sales(kept)] },
        isThere: async () => (await associated(under, queueId)).includes(dropped),
      };
    },
    notTakenBack: { quota: { DisassociateQueueQuickConnects: 0 } },
    reason: /queue "Sales" has quick connect "Quick connect \d+" too/,
  },
  "a queue with quick connects": {
    setUp: async (under) => {
      const [dropped, kept] = [await queue(under), await queue(under)];
      const quickConnects = [{ name: "Mary", quickConnectId: await quickConnect(under) }];
      const state = { kind: "queueQuickConnects", instanceId: under.instanceId } as const;
      const sales = (queueId: string) => ({ name: "Sales", queueId, quickConnects });
      return {
        before: { ...state, queues: [dropped, kept].map(sales) },
        after: { ...state, queues: [sales(kept)] },
        isThere: async () => (await associated(under, dropped)).length > 0,
      };
    },
    notTakenBack: { quota: { DisassociateQueueQuickConnects: 0 } },
    halfWay: { quota: { AssociateQueueQuickConnects: 1 } },
    reason: /queue "[\da-f-]{36}" has quick connect "Quick connect \d+" too/,
  },
  "a rule": {
    setUp: ({ client, instanceId }) => {
      const [dropped, kept] = [name("Rule"), name("Rule")].map((each) => ({
        name: each.replace(" ", "-"),
        silencePercent: 40,
      }));
      const state = { kind: "contactLensRules", instanceId } as const;
      return Promise.resolve({
        before: { ...state, rules: [dropped, kept].filter((each) => each !== undefined) },
        after: { ...state, rules: kept ? [kept] : [] },
        isThere: async () => {
          const { RuleSummaryList = [] } = await client.send(
            new connect.ListRulesCommand({ InstanceId: instanceId }),
          );
          return RuleSummaryList.some(({ Name }) => Name === dropped?.name);
        },
      });
    },
    notTakenBack: { quota: { DeleteRule: 0 } },
    halfWay: { quota: { CreateRule: 1 } },
    reason: /rule "Rule-\d+" is still there/,
  },
  "an evaluation form": {
    setUp: ({ client, instanceId }) => {
      const [dropped, kept] = [name("Form"), name("Form")].map((title) => ({
        title,
        description: title,
        scoringStrategy: { Mode: "SECTION_ONLY", Status: "ENABLED" } as const,
        items: [{ Section: { RefId: "s", Title: "S", Instructions: "", Weight: 100, Items: [] } }],
      }));
      const state = { kind: "evaluationForms", instanceId } as const;
      return Promise.resolve({
        before: { ...state, forms: [dropped, kept].filter((each) => each !== undefined) },
        after: { ...state, forms: kept ? [kept] : [] },
        isThere: async () => {
          const { EvaluationFormSummaryList = [] } = await client.send(
            new connect.ListEvaluationFormsCommand({ InstanceId: instanceId }),
          );
          return EvaluationFormSummaryList.some(
            ({ Title, ActiveVersion }) => Title === dropped?.title && ActiveVersion !== undefined,
          );
        },
      });
    },
    notTakenBack: { quota: { DeactivateEvaluationForm: 0 } },
    halfWay: { quota: { CreateEvaluationForm: 1 } },
    reason: /evaluation form "Form \d+" is still active/,
  },
  "the flow of a number": {
    setUp: async (under) => {
      const { client, instanceId } = under;
      const [dropped, kept] = await twoNumbers(under);
      const { ContactFlowSummaryList: [flow] = [] } = await client.send(
        new connect.ListContactFlowsCommand({
          InstanceId: instanceId,
          ContactFlowTypes: ["CONTACT_FLOW"],
        }),
      );
      const state = {
        kind: "phoneNumberFlow",
        instanceId,
        flow: { name: "Menu", contactFlowId: flow?.Id ?? "" },
      } as const;
      return {
        before: { ...state, ...dropped },
        after: { ...state, ...kept },
        isThere: async () => {
          const { FlowAssociationSummaryList = [] } = await client.send(
            new connect.BatchGetFlowAssociationCommand({
              InstanceId: instanceId,
              ResourceIds: [dropped.phoneNumberArn],
              ResourceType: "VOICE_PHONE_NUMBER",
            }),
          );
          return FlowAssociationSummaryList.length > 0;
        },
      };
    },
    notTakenBack: { quota: { DisassociatePhoneNumberContactFlow: 0 } },
    reason: /a flow still answers the number it was moved from: arn:/,
  },
};

async function hours({ client, instanceId: InstanceId }: Reached): Promise<string> {
  const { HoursOfOperationId = "" } = await client.send(
    new connect.CreateHoursOfOperationCommand({
      InstanceId,
      Name: name("Hours"),
      TimeZone: "UTC",
      Config: [],
    }),
  );
  return HoursOfOperationId;
}

async function overrides({ client, instanceId: InstanceId }: Reached, HoursOfOperationId: string) {
  const { HoursOfOperationOverrideList = [] } = await client.send(
    new connect.ListHoursOfOperationOverridesCommand({ InstanceId, HoursOfOperationId }),
  );
  return HoursOfOperationOverrideList.map(({ Name }) => Name);
}

async function quickConnect({ client, instanceId: InstanceId }: Reached): Promise<string> {
  const { QuickConnectId = "" } = await client.send(
    new connect.CreateQuickConnectCommand({
      InstanceId,
      Name: name("Quick connect"),
      QuickConnectConfig: {
        QuickConnectType: "PHONE_NUMBER",
        PhoneConfig: { PhoneNumber: "+13025550198" },
      },
    }),
  );
  return QuickConnectId;
}

async function queue({ client, instanceId: InstanceId }: Reached): Promise<string> {
  const { HoursOfOperationSummaryList: [stock] = [] } = await client.send(
    new connect.ListHoursOfOperationsCommand({ InstanceId }),
  );
  const { QueueId = "" } = await client.send(
    new connect.CreateQueueCommand({
      InstanceId,
      Name: name("Queue"),
      HoursOfOperationId: stock?.Id,
    }),
  );
  return QueueId;
}

async function associated({ client, instanceId: InstanceId }: Reached, QueueId: string) {
  const { QuickConnectSummaryList = [] } = await client.send(
    new connect.ListQueueQuickConnectsCommand({ InstanceId, QueueId }),
  );
  return QuickConnectSummaryList.map(({ Id }) => Id);
}

/** Two numbers that no flow answers: an instance has room for five. */
async function twoNumbers({ client, instanceId: InstanceId }: Reached) {
  for (;;) {
    const { ListPhoneNumbersSummaryList: claimed = [] } = await client.send(
      new connect.ListPhoneNumbersV2Command({ InstanceId }),
    );
    const [first, second] = claimed.map(({ PhoneNumberId = "", PhoneNumberArn = "" }) => ({
      phoneNumberId: PhoneNumberId,
      phoneNumberArn: PhoneNumberArn,
    }));
    if (first !== undefined && second !== undefined) {
      for (const { phoneNumberId: PhoneNumberId } of [first, second]) {
        await client.send(
          new connect.DisassociatePhoneNumberContactFlowCommand({ InstanceId, PhoneNumberId }),
        );
      }
      return [first, second] as const;
    }
    const { AvailableNumbersList: [free] = [] } = await client.send(
      new connect.SearchAvailablePhoneNumbersCommand({
        InstanceId,
        PhoneNumberCountryCode: "US",
        PhoneNumberType: "DID",
        MaxResults: 1,
      }),
    );
    await client.send(
      new connect.ClaimPhoneNumberCommand({ InstanceId, PhoneNumber: free?.PhoneNumber }),
    );
  }
}
