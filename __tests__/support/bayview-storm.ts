import * as connect from "@aws-sdk/client-connect";

const STORM = "4f0c7c11-2a51-4d38-8a60-000000000001";
const END = "4f0c7c11-2a51-4d38-8a60-000000000002";

/**
 * Adds to Bayview what a draft can't have: flows whose words look like a hole of a template, and what
 * leads to them: a flow, a quick connect of the queue Dock, the outbound whisper of Parts.
 */
export async function addStorm(client: connect.ConnectClient, InstanceId: string): Promise<void> {
  const of = { InstanceId };
  const { QueueSummaryList: queues = [] } = await client.send(new connect.ListQueuesCommand(of));
  const queue = (name: string) => queues.find(({ Name }) => Name === name)?.Id;
  const flow = (Name: string, Type: connect.ContactFlowType, parts: object) =>
    client.send(
      new connect.CreateContactFlowCommand({ ...of, Name, Type, Content: content(parts, Type) }),
    );
  const says = { Type: "MessageParticipant", Parameters: { Text: "Wind: {{knots}} knots." } };
  const warning = await flow("Storm warning", "CONTACT_FLOW", says);
  await flow("To the storm warning", "CONTACT_FLOW", {
    Type: "TransferToFlow",
    Parameters: { ContactFlowId: warning.ContactFlowArn },
  });
  const whisper = await flow("Storm whisper", "OUTBOUND_WHISPER", says);
  await client.send(
    new connect.UpdateQueueOutboundCallerConfigCommand({
      ...of,
      QueueId: queue("Parts"),
      OutboundCallerConfig: {
        OutboundCallerIdName: "Bayview",
        OutboundFlowId: whisper.ContactFlowId,
      },
    }),
  );
  const transfer = await flow("Storm transfer", "QUEUE_TRANSFER", says);
  const desk = await client.send(
    new connect.CreateQuickConnectCommand({
      ...of,
      Name: "Storm desk",
      QuickConnectConfig: {
        QuickConnectType: "QUEUE",
        QueueConfig: { QueueId: queue("Dock"), ContactFlowId: transfer.ContactFlowId },
      },
    }),
  );
  await client.send(
    new connect.AssociateQueueQuickConnectsCommand({
      ...of,
      QueueId: queue("Dock"),
      QuickConnectIds: [desk.QuickConnectId ?? ""],
    }),
  );
}

function content(parts: object, type: connect.ContactFlowType): string {
  // A whisper ends, and the call goes on.
  const Type = type === "OUTBOUND_WHISPER" ? "EndFlowExecution" : "DisconnectParticipant";
  const Transitions = {
    NextAction: END,
    Errors: [{ NextAction: END, ErrorType: "NoMatchingError" }],
  };
  return JSON.stringify({
    Version: "2019-10-30",
    StartAction: STORM,
    Metadata: {},
    Actions: [
      { Identifier: STORM, Transitions, ...parts },
      { Identifier: END, Type, Parameters: {}, Transitions: {} },
    ],
  });
}
