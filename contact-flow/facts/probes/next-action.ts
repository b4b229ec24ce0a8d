import { leading, minimal, MINIMAL, type MinimalType } from "./minimal";
import { judgedIn, lacks, lacksError, type Probe, ways, withoutNext } from "./probe";
import { NEXT } from "./runs";

const { accepted, refused } = judgedIn(NEXT);

const swept = Object.keys(MINIMAL) as MinimalType[];

/** NextAction, with and without it. */
export const NEXT_ACTION: readonly Probe[] = [
  ...swept.flatMap((type) => {
    const form = minimal(type);
    return [
      refused(
        { ...form, leads: withoutNext(form.leads), proves: ["NextAction"] },
        lacks("Transitions.NextAction"),
      ),
      accepted({ ...form, proves: ["NextAction"] }),
    ];
  }),
  refused(
    {
      ...minimal("Compare"),
      leads: withoutNext(MINIMAL.Compare.leads),
      in: "CUSTOMER_QUEUE",
      proves: ["NextAction"],
    },
    lacks("Transitions.NextAction"),
  ),
  refused(
    {
      ...leading("Compare", ways([], [["Equals", "gold"]])),
      proves: ["Errors.NoMatchingCondition"],
    },
    lacksError("NoMatchingCondition"),
  ),
  ...(["CUSTOMER_QUEUE", "CUSTOMER_HOLD"] as const).flatMap((type) => [
    accepted({
      type: "MessageParticipantIteratively",
      in: type,
      given: { Messages: [{ Text: "Please hold." }] },
      leads: {},
      proves: ["NextAction", "Parameters.Messages", "Parameters.Messages.Text"],
    }),
    accepted({
      type: "MessageParticipantIteratively",
      in: type,
      given: { Messages: [{ Text: "Please hold." }] },
      proves: ["NextAction"],
    }),
  ]),
  accepted({
    type: "MessageParticipantIteratively",
    in: "CUSTOMER_QUEUE",
    given: { Messages: [{ Text: "Please hold." }], InterruptFrequencySeconds: "30" },
    leads: withoutNext(ways(["NoMatchingError"], [["Equals", "MessagesInterrupted"]])),
    proves: ["Conditions", "Errors.NoMatchingError"],
  }),
  ...(
    [
      ["DisconnectParticipant", "CONTACT_FLOW"],
      ["EndFlowExecution", "CUSTOMER_WHISPER"],
      ["TransferContactToAgent", "QUEUE_TRANSFER"],
      ["EndFlowModuleExecution", "MODULE"],
    ] as const
  ).flatMap(([type, flowType]) => [
    refused(
      { type, in: flowType, leads: ways(), proves: ["NextAction"] },
      "Action does not support transitions. Path: Actions[0]",
    ),
    accepted({ type, in: flowType, leads: {}, proves: ["NextAction", "Conditions"] }),
  ]),
];
