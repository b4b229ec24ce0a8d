import { readFileSync } from "node:fs";
import { join } from "node:path";

import * as sdk from "@aws-sdk/client-connect";

import { messageContent, schedulesOf } from "../../../constructs/connect/message";
import { timeOfDay } from "../../../constructs/value/time-of-day";
import { renderTemplate } from "../../../contact-flow/template";
import { KWGLOBAL } from "../../../kwglobal";
import type { Store } from "../../../sandbox/connect/store/store";
import { searchNumbers } from "../../support/connect-numbers";
import type { ConnectUnderTest } from "../../support/connect-under-test";

/** What the tests call. */
export interface Center {
  readonly store: Store;
  readonly instanceId: string;
  readonly number: string;
  /** By user name. */
  readonly users: ReadonlyMap<string, string>;
  /** By name. */
  readonly queues: ReadonlyMap<string, string>;
  readonly quickConnects: ReadonlyMap<string, string>;
  readonly hours: ReadonlyMap<string, string>;
  readonly modules: ReadonlyMap<string, string>;
  /** Creates a published flow. @returns its id */
  flow(name: string, content: object): Promise<string>;
  /** Lets the flow answer the number. */
  answerWith(flowId: string): Promise<void>;
}

/**
 * KWGlobal's center in an instance, by the API as Terraform would call it: the flows are rendered
 * with the values that are deployed.
 */
export async function deployKwglobal(under: ConnectUnderTest): Promise<Center> {
  const { client, instanceId: InstanceId } = under;
  const ids = {
    hours: new Map<string, string>(),
    module: new Map<string, string>(),
    queue: new Map<string, string>(),
    flow: new Map<string, string>(),
    prompt: new Map<string, string>(),
    profile: new Map<string, string>(),
    user: new Map<string, string>(),
    quickConnect: new Map<string, string>(),
  };
  const idOf = (kind: keyof typeof ids) => (name: string) => {
    const id = ids[kind].get(name);
    if (id === undefined) throw new Error(`there is no ${kind} ${name}`);
    return id;
  };
  const keep = (kind: keyof typeof ids, name: string, id: string | undefined) =>
    ids[kind].set(name, id ?? "");

  const [number = ""] = await searchNumbers(under);
  const { PhoneNumberId } = await client.send(
    new sdk.ClaimPhoneNumberCommand({ InstanceId, PhoneNumber: number }),
  );
  for (const status of KWGLOBAL.agentStatuses) {
    await client.send(
      new sdk.CreateAgentStatusCommand({ InstanceId, Name: status.name, State: "ENABLED" }),
    );
  }
  for (const { name, timeZone: TimeZone, open } of schedulesOf(KWGLOBAL)) {
    const Config = open.flatMap(({ days, from, to }) =>
      days.map((Day) => ({ Day, StartTime: timeOfDay(from), EndTime: timeOfDay(to) })),
    );
    const made = await client.send(
      new sdk.CreateHoursOfOperationCommand({ InstanceId, Name: name, TimeZone, Config }),
    );
    keep("hours", name, made.HoursOfOperationId);
  }
  if (KWGLOBAL.message !== undefined) {
    const { name } = KWGLOBAL.message;
    const made = await client.send(
      new sdk.CreateContactFlowModuleCommand({
        InstanceId,
        Name: name,
        Content: messageContent(),
      }),
    );
    keep("module", name, made.Id);
  }
  for (const { name, hoursOfOperation } of KWGLOBAL.queues) {
    const made = await client.send(
      new sdk.CreateQueueCommand({
        InstanceId,
        Name: name,
        HoursOfOperationId: idOf("hours")(hoursOfOperation),
        OutboundCallerConfig: { OutboundCallerIdNumberId: PhoneNumberId },
      }),
    );
    keep("queue", name, made.QueueId);
  }
  for (const profile of KWGLOBAL.routingProfiles) {
    const made = await client.send(
      new sdk.CreateRoutingProfileCommand({
        InstanceId,
        Name: profile.name,
        Description: profile.description,
        DefaultOutboundQueueId: idOf("queue")(profile.defaultOutboundQueue),
        MediaConcurrencies: [{ Channel: "VOICE", Concurrency: profile.voice }],
        QueueConfigs: profile.queues.map(({ queue, priority, delaySeconds }) => ({
          QueueReference: { QueueId: idOf("queue")(queue), Channel: "VOICE" },
          Priority: priority,
          Delay: delaySeconds,
        })),
      }),
    );
    keep("profile", profile.name, made.RoutingProfileId);
  }
  const stockProfiles = await client.send(new sdk.ListRoutingProfilesCommand({ InstanceId }));
  for (const { Name, Id } of stockProfiles.RoutingProfileSummaryList ?? []) {
    keep("profile", Name ?? "", Id);
  }
  const security = await client.send(new sdk.ListSecurityProfilesCommand({ InstanceId }));
  for (const user of KWGLOBAL.users) {
    const made = await client.send(
      new sdk.CreateUserCommand({
        InstanceId,
        Username: user.username,
        Password: "Password123",
        IdentityInfo: { FirstName: user.firstName, LastName: user.lastName },
        PhoneConfig: { PhoneType: "SOFT_PHONE" },
        RoutingProfileId: idOf("profile")(user.routingProfile),
        SecurityProfileIds: [security.SecurityProfileSummaryList?.[0]?.Id ?? ""],
      }),
    );
    keep("user", user.username, made.UserId);
  }
  const prompts = await client.send(new sdk.ListPromptsCommand({ InstanceId }));
  for (const { Name, Arn } of prompts.PromptSummaryList ?? []) keep("prompt", Name ?? "", Arn);
  const flows = await client.send(new sdk.ListContactFlowsCommand({ InstanceId }));
  for (const { Name, Id } of flows.ContactFlowSummaryList ?? []) keep("flow", Name ?? "", Id);

  const flow = async (name: string, content: string, type: sdk.ContactFlowType) => {
    const made = await client.send(
      new sdk.CreateContactFlowCommand({ InstanceId, Name: name, Type: type, Content: content }),
    );
    keep("flow", name, made.ContactFlowArn);
    return made.ContactFlowId ?? "";
  };
  const flowIds = new Map<string, string>();
  // The queue flow is first: the main menu names it.
  for (const { name, type, template, values } of [...KWGLOBAL.flows].reverse()) {
    const content = renderTemplate(
      readFileSync(join(__dirname, "../../../flow-templates", template), "utf8"),
      {
        file: template,
        values,
        resources: Object.fromEntries(
          (["flow", "queue", "prompt", "hours", "module"] as const).map((kind) => [
            kind,
            { names: [...ids[kind].keys()], idOf: idOf(kind) },
          ]),
        ),
      },
    );
    flowIds.set(name, await flow(name, content, type as sdk.ContactFlowType));
  }
  await client.send(
    new sdk.AssociatePhoneNumberContactFlowCommand({
      InstanceId,
      PhoneNumberId,
      ContactFlowId: flowIds.get(KWGLOBAL.phoneNumber.flow) ?? "",
    }),
  );
  for (const each of KWGLOBAL.quickConnects) {
    const ContactFlowId = "flow" in each ? idOf("flow")(each.flow) : "";
    const made = await client.send(
      new sdk.CreateQuickConnectCommand({
        InstanceId,
        Name: each.name,
        QuickConnectConfig:
          each.type === "PHONE_NUMBER"
            ? { QuickConnectType: each.type, PhoneConfig: { PhoneNumber: each.phoneNumber } }
            : each.type === "QUEUE"
              ? {
                  QuickConnectType: each.type,
                  QueueConfig: { QueueId: idOf("queue")(each.queue), ContactFlowId },
                }
              : {
                  QuickConnectType: each.type,
                  UserConfig: { UserId: idOf("user")(each.user), ContactFlowId },
                },
      }),
    );
    keep("quickConnect", each.name, made.QuickConnectId);
  }
  for (const { name, quickConnects } of KWGLOBAL.queues) {
    await client.send(
      new sdk.AssociateQueueQuickConnectsCommand({
        InstanceId,
        QueueId: idOf("queue")(name),
        QuickConnectIds: quickConnects.map(idOf("quickConnect")),
      }),
    );
  }
  return {
    store: under.connect.store,
    instanceId: InstanceId,
    number,
    users: ids.user,
    queues: ids.queue,
    quickConnects: ids.quickConnect,
    hours: ids.hours,
    modules: ids.module,
    flow: (name, content) => flow(name, JSON.stringify(content), "CONTACT_FLOW"),
    answerWith: async (ContactFlowId) => {
      await client.send(
        new sdk.AssociatePhoneNumberContactFlowCommand({
          InstanceId,
          PhoneNumberId,
          ContactFlowId,
        }),
      );
    },
  };
}
