import { expect } from "chai";

import type { AgentStatuses } from "../../../lambda-src/connect-associations/desired-state";
import { readEnvironment } from "../../../lambda-src/connect-associations/environment";
import { Reconciler } from "../../../lambda-src/connect-associations/reconciler";
import { faultyConnect } from "../../support/faulty-connect";

describe("The functions that Terraform calls", () => {
  const under = faultyConnect();
  const functions = () =>
    new Reconciler(under.client(1), under.ssm(), "/connect-associations-dev/");
  const wanted = (): AgentStatuses => ({
    kind: "agentStatuses",
    instanceId: under.instanceId,
    agentStatuses: [{ name: "Lunch", description: "At lunch" }],
  });
  beforeEach(() => {
    under.parameters.put("/connect-associations-dev/agentStatuses", '{"owned":[]}');
  });

  it("only look, or answer with the run that was asked for", async () => {
    const before = under.parameters.value("/connect-associations-dev/agentStatuses");
    const { run } = await functions().observe(wanted());
    expect(run).to.match(/^\d{4}-.*Z no run is on record.*; agent status "Lunch" is missing$/);
    expect((await functions().observe(wanted())).run).to.include('"Lunch" is missing');
    expect(under.parameters.value("/connect-associations-dev/agentStatuses")).to.equal(before);
    const tf = { action: "create" as const, prev_input: null };
    expect(await functions().reconcile({ desired: wanted(), run, tf })).to.deep.equal({ run });
    expect(await functions().observe(wanted())).to.deep.equal({ run });
  });

  for (const [action, operation] of [
    ["update", "CreateAgentStatus"],
    ["delete", "UpdateAgentStatus"],
  ] as const) {
    it(`say what Amazon Connect couldn't ${action}, in its words and without a stack`, async () => {
      const { error: log } = console;
      const logged: unknown[] = [];
      console.error = (line) => logged.push(line);
      try {
        const desired = { ...wanted(), agentStatuses: [{ name: action, description: action }] };
        const tf = { action, prev_input: { desired } };
        await (action === "delete"
          ? functions().reconcile({ desired, run: "run", tf: { action: "create" } })
          : undefined);
        under.faults.set({ quota: { [operation]: 0 } });
        const error: unknown = await functions()
          .reconcile({ desired, run: "run", tf })
          .catch((caught: unknown) => caught);
        const { message, stack } = error as Error;
        expect(message).to.equal(
          `Amazon Connect could not ${action} agentStatuses: LimitExceededException: ${operation}: the quota of 0 is used up`,
        );
        expect(stack).to.equal(message);
        expect(logged).to.have.length(1);
      } finally {
        console.error = log;
      }
    });
  }

  it("must be told where the last runs are recorded", () => {
    expect(readEnvironment({ RUN_PARAMETER_PREFIX: "/x/" })).to.deep.equal({
      RUN_PARAMETER_PREFIX: "/x/",
    });
    expect(() => readEnvironment({})).to.throw(
      "the function's environment must set RUN_PARAMETER_PREFIX",
    );
  });
});
