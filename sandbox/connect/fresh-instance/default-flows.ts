import type { ContactFlowType } from "@aws-sdk/client-connect";
import { action, end, flow, hangUp, say, toQueue } from "./flow-parts";

/** A flow that every new instance contains. */
export interface StockFlow {
  readonly name: string;
  readonly type: ContactFlowType;
  readonly content: string;
}

/** What stock flows refer to: prompts by name and the queue, each by its ARN. */
export interface StockReferences {
  readonly prompt: (name: string) => string;
  readonly basicQueue: string;
}

/**
 * The eight default flows, which Connect uses wherever a flow is not set.
 * https://docs.aws.amazon.com/connect/latest/adminguide/contact-flow-default.html
 */
export const defaultFlows = ({ prompt }: StockReferences): StockFlow[] => [
  {
    name: "Default agent hold",
    type: "AGENT_HOLD",
    content: flow(loop({ Text: "You are on hold" })),
  },
  {
    name: "Default agent transfer",
    type: "AGENT_TRANSFER",
    content: flow(
      say("say", "Transferring now.", "transfer"),
      action("transfer", "TransferContactToAgent", {}),
    ),
  },
  {
    name: "Default agent whisper",
    type: "AGENT_WHISPER",
    content: flow(say("say", "$.Queue.Name", "end"), end("end")),
  },
  {
    name: "Default customer hold",
    type: "CUSTOMER_HOLD",
    content: flow(loop({ PromptId: prompt("CustomerHold.wav") })),
  },
  {
    name: "Default customer queue",
    type: "CUSTOMER_QUEUE",
    content: flow(
      loop(
        {
          Text: "Thank you for calling. Your call is very important to us and will be answered in the order it was received.",
        },
        { PromptId: prompt("Music_Pop_ThisAndThatIsLife_Inst.wav") },
      ),
    ),
  },
  {
    name: "Default customer whisper",
    type: "CUSTOMER_WHISPER",
    content: flow(
      action("beep", "MessageParticipant", { PromptId: prompt("Beep.wav") }, { next: "end" }),
      end("end"),
    ),
  },
  {
    name: "Default outbound",
    type: "OUTBOUND_WHISPER",
    content: flow(say("say", "This call is not being recorded.", "end"), end("end")),
  },
  {
    name: "Default queue transfer",
    type: "QUEUE_TRANSFER",
    content: flow(
      say("say", "Transferring now.", "transfer"),
      toQueue("transfer", "full"),
      say("full", "We are not able to take your call right now. Goodbye.", "hang up"),
      hangUp("hang up"),
    ),
  },
];

const loop = (...Messages: object[]): ReturnType<typeof action> =>
  action("loop", "MessageParticipantIteratively", { Messages });
