import * as connect from "@aws-sdk/client-connect";

import type { FlowFile } from "../../commands/flows/files";
import type { FlowType } from "../../contact-flow/flow";
import { namedIn, type NamedInFlow } from "./named-in-flows";

/** Makes the functions that flows call; gives their ARNs. */
export type MakeFunction = (name: string) => Promise<string>;

/** Does nothing, in any type of flow that is named here. */
const ENDING = JSON.stringify({
  Version: "2019-10-30",
  StartAction: "end",
  Actions: [{ Identifier: "end", Type: "EndFlowExecution", Parameters: {}, Transitions: {} }],
});

const HANGING_UP = ENDING.replace("EndFlowExecution", "DisconnectParticipant");

/** A flow that can be there before what it names is: its own content comes later. */
const beginning = (type: FlowType): string =>
  type === "CONTACT_FLOW" || type.endsWith("_TRANSFER") || type === "CUSTOMER_QUEUE"
    ? HANGING_UP
    : type.endsWith("_HOLD")
      ? JSON.stringify({
          Version: "2019-10-30",
          StartAction: "hold",
          Actions: [
            {
              Identifier: "hold",
              Type: "MessageParticipantIteratively",
              Parameters: { Messages: [{ Text: "Please hold." }] },
              Transitions: {},
            },
          ],
        })
      : ENDING;

/**
 * Builds an instance that has some flows and whatever they name, as somebody would click it together: a
 * queue, a schedule, a flow, a module, a prompt or a function for each, and people who answer.
 *
 * @returns The instance's id.
 */
export async function buildCenterAround(
  flows: readonly FlowFile[],
  { client, makeFunction }: { client: connect.ConnectClient; makeFunction: MakeFunction },
): Promise<string> {
  const { Id: InstanceId = "", Arn: TargetArn } = await client.send(
    new connect.CreateInstanceCommand({
      InstanceAlias: "flows-of-others",
      IdentityManagementType: "CONNECT_MANAGED",
      InboundCallsEnabled: true,
      OutboundCallsEnabled: true,
    }),
  );
  const builder = new Builder(client, InstanceId, makeFunction);
  const first = await builder.number(TargetArn);
  await builder.people();
  for (const { name, type } of flows) await builder.flow(name, type);
  for (const { name, content } of flows) await builder.publish(name, content);
  const answering = flows.find(({ type }) => type === "CONTACT_FLOW")?.name;
  await client.send(
    new connect.AssociatePhoneNumberContactFlowCommand({
      InstanceId,
      PhoneNumberId: first,
      ContactFlowId: await builder.idOf(answering ?? "Answer"),
    }),
  );
  return InstanceId;
}

class Builder {
  private readonly of: { readonly InstanceId: string };
  private readonly flowArns = new Map<string, string>();
  private readonly made = new Map<string, string>();
  private readonly counts = new Map<string, number>();
  private hours = "";
  private numberId = "";

  public constructor(
    private readonly client: connect.ConnectClient,
    InstanceId: string,
    private readonly makeFunction: MakeFunction,
  ) {
    this.of = { InstanceId };
  }

  /** Claims a number. */
  public async number(TargetArn: string | undefined): Promise<string> {
    const { AvailableNumbersList: numbers = [] } = await this.client.send(
      new connect.SearchAvailablePhoneNumbersCommand({
        TargetArn,
        PhoneNumberCountryCode: "US",
        PhoneNumberType: "DID",
        PhoneNumberPrefix: "+1207",
      }),
    );
    const { PhoneNumberId = "" } = await this.client.send(
      new connect.ClaimPhoneNumberCommand({ TargetArn, PhoneNumber: numbers[0]?.PhoneNumber }),
    );
    this.numberId = PhoneNumberId;
    return PhoneNumberId;
  }

  /** A schedule, a queue and two people who serve it. */
  public async people(): Promise<void> {
    this.hours = await this.schedule("Weekdays").then((arn) => arn.split("/").at(-1) ?? "");
    const queue = await this.queue("Reception");
    const { RoutingProfileId } = await this.client.send(
      new connect.CreateRoutingProfileCommand({
        ...this.of,
        Name: "Reception",
        Description: "Whoever is in",
        DefaultOutboundQueueId: queue.split("/").at(-1),
        MediaConcurrencies: [{ Channel: "VOICE", Concurrency: 1 }],
        QueueConfigs: [
          {
            QueueReference: { QueueId: queue.split("/").at(-1), Channel: "VOICE" },
            Priority: 1,
            Delay: 0,
          },
        ],
      }),
    );
    const { SecurityProfileSummaryList: profiles = [] } = await this.client.send(
      new connect.ListSecurityProfilesCommand(this.of),
    );
    const named = (name: string) => profiles.find(({ Name }) => Name === name)?.Id ?? "";
    for (const [Username, profile] of [
      ["cat", "Agent"],
      ["dan", "Admin"],
    ] as const) {
      await this.client.send(
        new connect.CreateUserCommand({
          ...this.of,
          Username,
          Password: "ByHand12345",
          IdentityInfo: { FirstName: Username, LastName: "Elsewhere" },
          PhoneConfig: { PhoneType: "SOFT_PHONE", AfterContactWorkTimeLimit: 30 },
          SecurityProfileIds: [named(profile)],
          RoutingProfileId,
        }),
      );
    }
  }

  /** A flow that is yet to get its content. */
  public async flow(Name: string, Type: FlowType): Promise<string> {
    const { ContactFlowArn = "" } = await this.client.send(
      new connect.CreateContactFlowCommand({
        ...this.of,
        ...{ Name, Type: Type as connect.ContactFlowType, Content: beginning(Type) },
      }),
    );
    this.flowArns.set(Name, ContactFlowArn);
    return ContactFlowArn;
  }

  public async idOf(flow: string): Promise<string> {
    const arn = this.flowArns.get(flow) ?? (await this.flow(flow, "CONTACT_FLOW"));
    return arn.split("/").at(-1) ?? "";
  }

  /** Makes what a flow names, and publishes it with the names of this instance. */
  public async publish(flow: string, content: string): Promise<void> {
    const arns = new Map<string, string>();
    for (const named of namedIn(content)) arns.set(named.text, await this.thing(named));
    // The longest first: one may begin with another.
    const texts = [...arns.keys()].sort((one, other) => other.length - one.length);
    const Content = texts.reduce(
      (text, each) => text.replaceAll(each, arns.get(each) ?? each),
      content,
    );
    await this.client.send(
      new connect.UpdateContactFlowContentCommand({
        ...this.of,
        ...{ ContactFlowId: await this.idOf(flow), Content },
      }),
    );
  }

  private async thing(named: NamedInFlow): Promise<string> {
    const known = this.made.get(named.text);
    if (known !== undefined) return known;
    const arn = await this.make(named);
    this.made.set(named.text, arn);
    return arn;
  }

  private async make({ kind, text, type }: NamedInFlow): Promise<string> {
    const count = (this.counts.get(kind) ?? 0) + 1;
    this.counts.set(kind, count);
    switch (kind) {
      case "queue":
        return await this.queue(`Queue ${count}`);
      case "hours":
        return await this.schedule(`Hours ${count}`);
      case "flow": {
        const own = [...this.flowArns].find(([name]) => text.includes(name));
        return own?.[1] ?? (await this.flow(`Further flow ${count}`, type));
      }
      case "module": {
        const { Arn = "" } = await this.client.send(
          new connect.CreateContactFlowModuleCommand({
            ...this.of,
            Name: `Module ${count}`,
            Content: ENDING.replace("EndFlowExecution", "EndFlowModuleExecution").replace(
              /}$/,
              ',"Settings":{"InputParameters":[],"OutputParameters":[],"Transitions":[]}}',
            ),
          }),
        );
        return Arn;
      }
      case "prompt": {
        const { PromptSummaryList: prompts = [] } = await this.client.send(
          new connect.ListPromptsCommand(this.of),
        );
        return prompts[count % prompts.length]?.Arn ?? "";
      }
      case "function": {
        const FunctionArn = await this.makeFunction(`function-of-others-${count}`);
        await this.client.send(
          new connect.AssociateLambdaFunctionCommand({ ...this.of, FunctionArn }),
        );
        return FunctionArn;
      }
    }
  }

  private async queue(Name: string): Promise<string> {
    const { QueueArn = "" } = await this.client.send(
      new connect.CreateQueueCommand({
        ...this.of,
        ...{ Name, HoursOfOperationId: this.hours },
        OutboundCallerConfig: {
          OutboundCallerIdName: "Elsewhere",
          OutboundCallerIdNumberId: this.numberId,
          OutboundFlowId: await this.defaultOutbound(),
        },
      }),
    );
    return QueueArn;
  }

  private async defaultOutbound(): Promise<string | undefined> {
    const pages = connect.paginateListContactFlows({ client: this.client }, this.of);
    for await (const { ContactFlowSummaryList: flows = [] } of pages) {
      const found = flows.find(({ Name }) => Name === "Default outbound");
      if (found !== undefined) return found.Id;
    }
    return undefined;
  }

  private async schedule(Name: string): Promise<string> {
    const { HoursOfOperationArn = "" } = await this.client.send(
      new connect.CreateHoursOfOperationCommand({
        ...this.of,
        ...{ Name, TimeZone: "America/New_York" },
        Config: (["MONDAY", "TUESDAY", "WEDNESDAY", "THURSDAY", "FRIDAY"] as const).map((Day) => ({
          Day,
          StartTime: { Hours: 9, Minutes: 0 },
          EndTime: { Hours: 17, Minutes: 0 },
        })),
      }),
    );
    return HoursOfOperationArn;
  }
}
