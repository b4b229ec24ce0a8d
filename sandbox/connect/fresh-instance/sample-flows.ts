import type { StockFlow, StockReferences } from "./default-flows";
import {
  action,
  askDigits,
  end,
  flow,
  type FlowAction,
  hangUp,
  menu,
  say,
  setQueue,
  toQueue,
} from "./flow-parts";

const sample = (name: string, ...actions: [FlowAction, ...FlowAction[]]): StockFlow => ({
  name,
  type: "CONTACT_FLOW",
  content: flow(...actions),
});

/** The way into a queue: what comes before goes on to "queue". */
const intoQueue = (queue: string): FlowAction[] => [
  setQueue("queue", queue, "transfer", "hang up"),
  toQueue("transfer", "hang up"),
  hangUp("hang up"),
];

const setAttribute = (name: string, value: string, next: string): FlowAction =>
  action(
    "set attribute",
    "UpdateContactAttributes",
    { Attributes: { [name]: value } },
    { next, errors: { NoMatchingError: next } },
  );

/**
 * The twelve sample flows, by their names and types. Each shows what the sample of that name
 * shows, in fewer steps than AWS's.
 * https://docs.aws.amazon.com/connect/latest/adminguide/contact-flow-samples.html
 */
export const sampleFlows = ({ basicQueue }: StockReferences): StockFlow[] => [
  sample(
    "Sample AB test",
    action(
      "split",
      "DistributeByPercentage",
      {},
      { next: "b", errors: { NoMatchingCondition: "b" }, lessThan: { "51": "a" } },
    ),
    say("a", "You are in group A.", "hang up"),
    say("b", "You are in group B.", "hang up"),
    hangUp("hang up"),
  ),
  sample(
    "Sample after contact work flow",
    say("say", "Thank you for calling. Goodbye.", "hang up"),
    hangUp("hang up"),
  ),
  sample(
    "Sample disconnect flow",
    menu(
      "rate",
      "Were you satisfied? Press 1 for yes or 2 for no.",
      { "1": "thanks", "2": "thanks" },
      "hang up",
    ),
    say("thanks", "Thank you.", "hang up"),
    hangUp("hang up"),
  ),
  sample(
    "Sample inbound flow (first contact experience)",
    menu(
      "menu",
      "Press 1 to be put in queue for an agent, or 2 to hang up.",
      { "1": "queue", "2": "hang up" },
      "hang up",
    ),
    ...intoQueue(basicQueue),
  ),
  {
    name: "Sample interruptible queue flow with callback",
    type: "CUSTOMER_QUEUE",
    content: flow(
      action(
        "loop",
        "MessageParticipantIteratively",
        { Messages: [{ Text: "You are now in queue." }], InterruptFrequencySeconds: "30" },
        { equals: { MessagesInterrupted: "menu" } },
      ),
      menu("menu", "Press 1 to wait or 2 to be called back.", { "1": "end", "2": "ask" }, "end"),
      askDigits("ask", "Enter your phone number.", "set number", "end"),
      action(
        "set number",
        "UpdateContactCallbackNumber",
        { CallbackNumber: "$.StoredCustomerInput" },
        {
          next: "callback",
          errors: { InvalidCallbackNumber: "end", CallbackNumberNotDialable: "end" },
        },
      ),
      action(
        "callback",
        "CreateCallbackContact",
        {
          InitialCallDelaySeconds: "5",
          MaximumConnectionAttempts: "1",
          RetryDelaySeconds: "600",
        },
        { next: "hang up", errors: { NoMatchingError: "end" } },
      ),
      hangUp("hang up"),
      end("end"),
    ),
  },
  sample(
    "Sample Lambda integration",
    setAttribute("CustomerState", "$.External.State", "say"),
    say("say", "You are calling from $.Attributes.CustomerState.", "hang up"),
    hangUp("hang up"),
  ),
  sample(
    "Sample note for screenpop",
    setAttribute("screenPop", "caller", "queue"),
    ...intoQueue(basicQueue),
  ),
  sample(
    "Sample queue configurations flow",
    action(
      "priority",
      "UpdateContactRoutingBehavior",
      { QueueTimeAdjustmentSeconds: "600" },
      { next: "queue" },
    ),
    ...intoQueue(basicQueue),
  ),
  sample(
    "Sample queue customer",
    setQueue("queue", basicQueue, "hours", "hang up"),
    action(
      "hours",
      "CheckHoursOfOperation",
      {},
      {
        next: "closed",
        errors: { NoMatchingError: "closed" },
        equals: { True: "transfer", False: "closed" },
      },
    ),
    toQueue("transfer", "closed"),
    say("closed", "We are not able to take your call right now. Goodbye.", "hang up"),
    hangUp("hang up"),
  ),
  sample(
    "Sample recording behavior",
    action(
      "record",
      "UpdateContactRecordingBehavior",
      { RecordingBehavior: { RecordedParticipants: ["Agent", "Customer"] } },
      { next: "queue" },
    ),
    ...intoQueue(basicQueue),
  ),
  {
    name: "Sample secure input with agent",
    type: "QUEUE_TRANSFER",
    content: flow(
      askDigits("ask", "Enter your card number.", "transfer", "hang up"),
      toQueue("transfer", "hang up"),
      hangUp("hang up"),
    ),
  },
  sample(
    "Sample secure input with no agent",
    askDigits("ask", "Enter your card number.", "thanks", "hang up"),
    say("thanks", "Thank you.", "hang up"),
    hangUp("hang up"),
  ),
];
