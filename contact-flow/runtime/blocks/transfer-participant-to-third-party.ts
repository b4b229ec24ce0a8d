import { type Block, done, failed, ignore } from "../block";

const NOT_REACHED = { noAnswer: "ConnectionTimeLimitExceeded", failed: "CallFailed" } as const;

/**
 * Transfer to phone number. With ContinueFlowExecution the customer comes back when the third
 * party hangs up; without it the contact is gone.
 * @see https://docs.aws.amazon.com/connect/latest/adminguide/transfer-to-phone-number.html
 */
export const transferParticipantToThirdParty: Block = {
  enter: ({ value, call }) => {
    const number = value("ThirdPartyPhoneNumber");
    if (number === undefined || call.contact.channel !== "VOICE") {
      return failed();
    }
    const id = call.lastId + 1;
    const seconds = Number(value("ThirdPartyConnectionTimeLimitSeconds"));
    return {
      kind: "wait",
      waiting: { for: "answer", id },
      changes: { lastId: id },
      effects: [{ type: "dial", id, number, who: "thirdParty", seconds }],
    };
  },
  resume: ({ parameters }, event, waiting) => {
    if (event.type === "notReached" && event.id === waiting.id) {
      return failed(NOT_REACHED[event.why]);
    }
    if (event.type === "reached" && event.id === waiting.id) {
      return parameters.ContinueFlowExecution === "True" ||
        parameters.ContinueFlowExecution === "true"
        ? {
            kind: "wait",
            waiting: { for: "answer", id: waiting.id, memory: "talking" },
            effects: [],
          }
        : { kind: "leave", how: { to: "thirdParty" } };
    }
    return event.type === "thirdPartyLeft" && waiting.memory === "talking" ? done() : ignore;
  },
};
