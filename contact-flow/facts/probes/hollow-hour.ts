import { FUNCTION, given, MINIMAL, only, OUTCOMES, transfer } from "./minimal";
import { judgedIn, lacksError, type Probe, ways } from "./probe";
import { HOLLOW_HOUR } from "./runs";

const { accepted, refused } = judgedIn(HOLLOW_HOUR);

const loops = (InterruptFrequencySeconds: string) => ({
  type: "MessageParticipantIteratively",
  in: "CUSTOMER_QUEUE" as const,
  given: { Messages: [{ Text: "Please hold." }], InterruptFrequencySeconds },
  leads: ways(["NoMatchingError"], [["Equals", "MessagesInterrupted"]]),
  proves: ["Parameters.InterruptFrequencySeconds"],
});

/** What the Hollow Hour example of flow-as-code has published (VERIFY.md). */
export const HOLLOW_HOUR_PROBES: readonly Probe[] = [
  accepted({
    type: "Wait",
    ...MINIMAL.Wait,
    in: "CUSTOMER_QUEUE",
    proves: ["flow types"],
  }),
  accepted({ type: "Wait", ...MINIMAL.Wait, proves: ["flow types"] }),
  ...[[], ["Agent"]].map((RecordedParticipants) =>
    accepted({
      ...given("UpdateContactRecordingBehavior", { RecordingBehavior: { RecordedParticipants } }),
      proves: ["Parameters.RecordingBehavior.RecordedParticipants"],
    }),
  ),
  ...["-300", "300"].map((QueueTimeAdjustmentSeconds) =>
    accepted({
      ...only("UpdateContactRoutingBehavior", { QueueTimeAdjustmentSeconds }),
      proves: ["Parameters.QueueTimeAdjustmentSeconds"],
    }),
  ),
  accepted({
    ...transfer("True"),
    leads: ways(OUTCOMES),
    proves: ["Parameters.ContinueFlowExecution"],
  }),
  ...OUTCOMES.map((error) =>
    refused(
      {
        ...transfer("True"),
        leads: ways(OUTCOMES.filter((each) => each !== error)),
        proves: [`Errors.${error}`],
      },
      lacksError(error),
    ),
  ),
  refused(
    {
      ...transfer("True"),
      leads: ways(),
      proves: OUTCOMES.map((error) => `Errors.${error}`),
    },
    ...OUTCOMES.map(lacksError),
  ),
  // Neither associated with the instance nor there at all.
  accepted({
    ...given("InvokeLambdaFunction", { LambdaFunctionARN: `${FUNCTION}-that-is-not-there` }),
    proves: ["Parameters.LambdaFunctionARN"],
  }),
  ...["1", "5", "30"].map((seconds) => accepted(loops(seconds))),
  refused(loops("0"), "Invalid Action property value. Path: 0.InterruptSeconds"),
];
