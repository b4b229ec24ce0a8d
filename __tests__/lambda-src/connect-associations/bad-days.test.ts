import * as connect from "@aws-sdk/client-connect";
import { expect } from "chai";

import { AgentStatusAssociation } from "../../../lambda-src/connect-associations/agent-statuses";
import type { AgentStatuses } from "../../../lambda-src/connect-associations/desired-state";
import { faultyConnect } from "../../support/faulty-connect";

describe("Agent statuses, on a bad day of Connect's", () => {
  const under = faultyConnect();
  const wanted = (...names: string[]): AgentStatuses => ({
    kind: "agentStatuses",
    instanceId: under.instanceId,
    agentStatuses: names.map((name) => ({ name, description: `At ${name}` })),
  });

  it("are made once, though the answers to the creates are lost", async () => {
    const desired = wanted("tea", "gym", "nap");
    under.faults.set({ lost: 0.5, seed: 4 });
    await new AgentStatusAssociation(under.client(12)).reconcile(desired);
    expect(under.faults.counts().lost).to.be.above(1);
    under.faults.set({});
    expect(await new AgentStatusAssociation(under.client(1)).observe(desired)).to.deep.equal([]);
    const { AgentStatusSummaryList = [] } = await under
      .client(1)
      .send(new connect.ListAgentStatusesCommand({ InstanceId: under.instanceId }));
    const names = AgentStatusSummaryList.map(({ Name }) => Name);
    expect(names).to.have.length(new Set(names).size);
  });

  it("fail where somebody else took the name in the meantime: the first answer says so", async () => {
    under.faults.set({ taken: ["yoga"] });
    const error = await new AgentStatusAssociation(under.client(12))
      .reconcile(wanted("yoga"))
      .catch((caught: unknown) => caught);
    expect(error).to.be.instanceOf(connect.DuplicateResourceException);
  });
});
