import {
  CreateAgentStatusCommand,
  DescribeAgentStatusCommand,
  ListAgentStatusesCommand,
  UpdateAgentStatusCommand,
} from "@aws-sdk/client-connect";
import { expect } from "chai";

import { AgentStatusAssociation } from "../../../lambda-src/connect-associations/agent-statuses";
import type { AgentStatuses } from "../../../lambda-src/connect-associations/desired-state";
import { connectUnderTest } from "../../support/connect-under-test";

describe("Agent statuses, as the reconciler keeps them", () => {
  const under = connectUnderTest();
  const association = () => new AgentStatusAssociation(under.client);
  const wanted = (...names: string[]): AgentStatuses => ({
    kind: "agentStatuses",
    instanceId: under.instanceId,
    agentStatuses: names.map((name) => ({ name, description: `At ${name}` })),
  });
  const status = async (name: string) => {
    const { AgentStatusSummaryList = [] } = await under.client.send(
      new ListAgentStatusesCommand({ InstanceId: under.instanceId }),
    );
    const id = AgentStatusSummaryList.find(({ Name }) => Name === name)?.Id;
    if (id === undefined) {
      return undefined;
    }
    const { AgentStatus } = await under.client.send(
      new DescribeAgentStatusCommand({ InstanceId: under.instanceId, AgentStatusId: id }),
    );
    return AgentStatus;
  };
  const change = async (name: string, members: { State?: "DISABLED"; Description?: string }) =>
    await under.client.send(
      new UpdateAgentStatusCommand({
        InstanceId: under.instanceId,
        AgentStatusId: (await status(name))?.AgentStatusId,
        ...members,
      }),
    );

  it("are made, and made no second time", async () => {
    const desired = wanted("tea", "gym");
    expect(await association().observe(desired, [])).to.deep.equal([
      'agent status "tea" is missing',
      'agent status "gym" is missing',
    ]);
    await association().reconcile(desired, []);
    await association().reconcile(desired, []);
    expect(await association().observe(desired, ["tea", "gym"])).to.deep.equal([]);
    expect(await status("tea")).to.include({ State: "ENABLED", Description: "At tea" });
  });

  for (const { changed, members, seen } of [
    {
      changed: "another description",
      members: { Description: "Asleep" },
      seen: 'agent status "nap" is described as "Asleep"',
    },
    {
      changed: "been disabled",
      members: { State: "DISABLED" as const },
      seen: 'agent status "nap" is disabled',
    },
  ]) {
    it(`are set right where one has ${changed}`, async () => {
      const desired = wanted("nap");
      await association().reconcile(desired, []);
      await change("nap", members);
      expect(await association().observe(desired, [])).to.deep.equal([seen]);
      await association().reconcile(desired, []);
      expect(await association().observe(desired, [])).to.deep.equal([]);
    });
  }

  it("are left as they are where they are as wanted", async () => {
    await association().reconcile(wanted("walk"), []);
    const before = (await status("walk"))?.LastModifiedTime;
    await new Promise((resolve) => setTimeout(resolve, 5));
    await association().reconcile(wanted("walk"), []);
    expect((await status("walk"))?.LastModifiedTime).to.deep.equal(before);
  });

  it("are disabled when they are dropped or removed, and only those that are owned", async () => {
    await under.client.send(
      new CreateAgentStatusCommand({
        InstanceId: under.instanceId,
        Name: "by hand",
        State: "ENABLED",
      }),
    );
    await association().reconcile(wanted("golf", "chess"), []);
    expect(await association().observe(wanted("golf"), [])).to.deep.equal([]);
    const owned = ["golf", "chess", "never made"];
    expect(await association().observe(wanted("golf"), owned)).to.deep.equal([
      'agent status "chess" is still enabled',
    ]);
    await association().reconcile(wanted("golf"), owned);
    expect((await status("chess"))?.State).to.equal("DISABLED");
    expect((await status("golf"))?.State).to.equal("ENABLED");
    expect(await association().observe(wanted("golf"), owned)).to.deep.equal([]);
    await association().remove(under.instanceId, ["golf"]);
    expect((await status("golf"))?.State).to.equal("DISABLED");
    expect((await status("by hand"))?.State).to.equal("ENABLED");
  });

  it("are owned by name", () => {
    expect(association().ownedBy(wanted("golf", "chess"))).to.deep.equal(["golf", "chess"]);
  });
});
