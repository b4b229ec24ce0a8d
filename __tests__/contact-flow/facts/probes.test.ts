import { expect } from "chai";

import { END, type Probe, PROBES } from "../../../contact-flow/facts/probes";
import type { Action, FlowType } from "../../../contact-flow/flow";
import { connectProblems } from "../../../contact-flow/lint";
import { action } from "../flows";

/** What a flow of the type may end with. */
function endOf(type: FlowType): Action {
  switch (type) {
    case "AGENT_HOLD":
    case "CUSTOMER_HOLD":
      return action(END, "MessageParticipantIteratively", { Messages: [{ Text: "Please hold." }] });
    case "AGENT_WHISPER":
    case "CUSTOMER_WHISPER":
    case "OUTBOUND_WHISPER":
      return action(END, "EndFlowExecution");
    case "MODULE":
      return action(END, "EndFlowModuleExecution");
    default:
      return action(END, "DisconnectParticipant");
  }
}

const problemsOf = ({ action: first, flowType }: Probe): string[] =>
  connectProblems(
    JSON.stringify({
      Version: "2019-10-30",
      StartAction: "Probed",
      ...(flowType === "MODULE" ? { Settings: {} } : {}),
      Actions: [{ Identifier: "Probed", ...first }, endOf(flowType)],
    }),
    flowType,
  );

const title = ({
  action: { Type, Parameters, Transitions },
  flowType,
  problems,
  wordsUnknown,
}: Probe) =>
  `${problems.length === 0 && wordsUnknown !== true ? "takes" : "refuses"} ${Type} in ${flowType} with ${JSON.stringify(Parameters)}, ${JSON.stringify(Transitions)}`;

describe("The emulator's CreateContactFlow, asked what others have asked Amazon Connect,", () => {
  for (const probe of PROBES.filter(({ instance }) => instance === undefined)) {
    it(title(probe), () => {
      const told = problemsOf(probe);
      if (probe.wordsUnknown === true) expect(told).to.not.deep.equal([]);
      else expect(told).to.have.members([...probe.problems]);
    });
  }
});
