import * as connect from "@aws-sdk/client-connect";
import { expect } from "chai";

import { AgentStatusAssociation } from "../../../lambda-src/connect-associations/agent-statuses";
import type {
  AgentStatuses,
  Holidays,
} from "../../../lambda-src/connect-associations/desired-state";
import { HolidayAssociation } from "../../../lambda-src/connect-associations/holidays";
import { PhoneNumberFlowAssociation } from "../../../lambda-src/connect-associations/phone-number-flow";
import { QueueQuickConnectAssociation } from "../../../lambda-src/connect-associations/queue-quick-connects";
import { PatientRetryStrategy } from "../../../lambda-src/connect-associations/retries";
import { faultyConnect } from "../../support/faulty-connect";

describe("On a bad day of Connect's", () => {
  const under = faultyConnect();
  const errorOf = async (work: Promise<void>) =>
    await work.then(
      () => undefined,
      (error: unknown) => error,
    );

  /** A client that lets another run do something before its first command of a name. */
  const before = (commandName: string, other: () => Promise<void>) => {
    const client = under.client(1);
    let done = false;
    client.middlewareStack.add(
      (next, context) => async (args) => {
        if (!done && context.commandName === commandName) {
          done = true;
          await other();
        }
        return await next(args);
      },
      { step: "initialize", name: "before" },
    );
    return client;
  };

  /** A client that loses the answer to its commands of a name, and doesn't try again. */
  const losing = (commandName: string) => {
    const client = under.client(1);
    client.middlewareStack.add(
      (next, context) => async (args) => {
        const answer = await next(args);
        if (context.commandName === commandName) throw new Error("the answer was lost");
        return answer;
      },
      { step: "initialize", name: "losing" },
    );
    return client;
  };

  describe("agent statuses", () => {
    const wanted = (...names: string[]): AgentStatuses => ({
      kind: "agentStatuses",
      instanceId: under.instanceId,
      agentStatuses: names.map((name) => ({ name, description: `At ${name}` })),
    });

    it("are made once, though the answers to the creates are lost", async () => {
      const desired = wanted("tea", "gym", "nap");
      under.faults.set({ lost: 0.5, seed: 4 });
      await new AgentStatusAssociation(under.client(12)).reconcile(desired, []);
      expect(under.faults.counts().lost).to.be.above(1);
      under.faults.set({});
      expect(await new AgentStatusAssociation(under.client(1)).observe(desired, [])).to.deep.equal(
        [],
      );
      const { AgentStatusSummaryList = [] } = await under
        .client(1)
        .send(new connect.ListAgentStatusesCommand({ InstanceId: under.instanceId }));
      const names = AgentStatusSummaryList.map(({ Name }) => Name);
      expect(names).to.have.length(new Set(names).size);
    });

    it("that another run makes in the meantime are taken, and described as wanted", async () => {
      const other = { ...wanted("swim"), agentStatuses: [{ name: "swim", description: "Wet" }] };
      const client = before("CreateAgentStatusCommand", () =>
        new AgentStatusAssociation(under.client(1)).reconcile(other, []),
      );
      await new AgentStatusAssociation(client).reconcile(wanted("swim"), []);
      expect(await new AgentStatusAssociation(client).observe(wanted("swim"), [])).to.deep.equal(
        [],
      );
    });

    it("fail where the name is taken and nothing has it", async () => {
      under.faults.set({ taken: ["yoga"] });
      const work = new AgentStatusAssociation(under.client(12)).reconcile(wanted("yoga"), []);
      expect(await errorOf(work)).to.be.instanceOf(connect.DuplicateResourceException);
    });

    it("fail where nothing says that the create has been done", async () => {
      const association = new AgentStatusAssociation(losing("CreateAgentStatusCommand"));
      expect(String(await errorOf(association.reconcile(wanted("ski"), [])))).to.include("lost");
    });

    it("that are dropped are disabled though there is no room for new ones", async () => {
      const association = new AgentStatusAssociation(under.client(1));
      await association.reconcile(wanted("chess"), []);
      under.faults.set({ quota: { CreateAgentStatus: 0 } });
      await errorOf(association.reconcile(wanted("golf"), ["chess"]));
      expect(await association.observe(wanted(), ["chess"])).to.deep.equal([]);
    });
  });

  describe("holidays", () => {
    const schedule = async () => {
      const { HoursOfOperationId = "" } = await under.client(1).send(
        new connect.CreateHoursOfOperationCommand({
          InstanceId: under.instanceId,
          Name: `Office ${Math.random()}`,
          TimeZone: "UTC",
          Config: [],
        }),
      );
      return HoursOfOperationId;
    };
    const wanted = (hoursOfOperationId: string, ...days: number[]): Holidays => ({
      kind: "holidays",
      instanceId: under.instanceId,
      schedules: [
        {
          name: "Office",
          hoursOfOperationId,
          holidays: days.map((day) => ({
            name: `Day ${day}`,
            date: `2096-12-${day}`,
            config: [],
          })),
        },
      ],
    });

    it("are made and deleted once, though the answers are lost", async () => {
      const id = await schedule();
      const association = new HolidayAssociation(under.client(12));
      for (const days of [
        [11, 12, 13, 14],
        [21, 22, 23, 24],
      ]) {
        under.faults.set({ lost: 0.5, seed: 4 });
        await association.reconcile(wanted(id, ...days), []);
        expect(under.faults.counts().lost).to.be.above(1);
        under.faults.set({});
        expect(await association.observe(wanted(id, ...days), [])).to.deep.equal([]);
      }
    });

    it("fail where nothing says that the create has been done", async () => {
      const association = new HolidayAssociation(losing("CreateHoursOfOperationOverrideCommand"));
      const work = association.reconcile(wanted(await schedule(), 11), []);
      expect(String(await errorOf(work))).to.include("lost");
    });

    it("are left as they are where they are as wanted", async () => {
      const id = await schedule();
      const association = new HolidayAssociation(under.client(1));
      await association.reconcile(wanted(id, 11), []);
      under.faults.set({ quota: { UpdateHoursOfOperationOverride: 0 } });
      await association.reconcile(wanted(id, 11), []);
      expect(under.faults.counts()).to.deep.equal({});
    });

    it("that another run makes or deletes in the meantime are as wanted", async () => {
      const id = await schedule();
      const race = async (commandName: string, meanwhile: Holidays, desired: Holidays) => {
        const client = before(commandName, () =>
          new HolidayAssociation(under.client(1)).reconcile(meanwhile, []),
        );
        await new HolidayAssociation(client).reconcile(desired, []);
        expect(await new HolidayAssociation(client).observe(desired, [])).to.deep.equal([]);
      };
      const open = {
        Day: "MONDAY" as const,
        StartTime: { Hours: 9, Minutes: 0 },
        EndTime: { Hours: 12, Minutes: 0 },
      };
      const [closed] = wanted(id, 11).schedules;
      const otherHours = closed?.holidays.map((day) => ({ ...day, config: [open] })) ?? [];
      await race(
        "CreateHoursOfOperationOverrideCommand",
        {
          ...wanted(id),
          schedules: [{ name: "Office", hoursOfOperationId: id, holidays: otherHours }],
        },
        wanted(id, 11),
      );
      await race("DeleteHoursOfOperationOverrideCommand", wanted(id), wanted(id, 12));
    });

    it("fail where the name is taken and nothing has it", async () => {
      const id = await schedule();
      under.faults.set({ taken: ["Day 11"] });
      const work = new HolidayAssociation(under.client(12)).reconcile(wanted(id, 11), []);
      expect(await errorOf(work)).to.be.instanceOf(connect.DuplicateResourceException);
    });
  });

  it("nothing that can't be read counts as gone, and what is gone is no fault", async () => {
    const gone = "00000000-0000-4000-8000-000000000000";
    const number = `arn:aws:connect:us-west-2:123456789012:phone-number/${gone}`;
    const associations = [
      { association: new HolidayAssociation(under.client(1)), owned: gone },
      { association: new QueueQuickConnectAssociation(under.client(1)), owned: gone },
      { association: new PhoneNumberFlowAssociation(under.client(1)), owned: `${number} ${gone}` },
    ];
    for (const { association, owned } of associations) {
      under.faults.set({});
      await association.remove(gone, [owned]);
      under.faults.set({ errors: 1 });
      expect(await errorOf(association.remove(under.instanceId, [owned]))).to.be.instanceOf(Error);
    }
  });

  describe("a client of the functions", () => {
    const patient = () => {
      const client = new connect.ConnectClient({
        endpoint: under.endpoint,
        region: "us-west-2",
        credentials: { accessKeyId: "test", secretAccessKey: "test" },
        retryStrategy: new PatientRetryStrategy(),
      });
      after(() => {
        client.destroy();
      });
      return client;
    };

    it("says at once that a quota is used up: waiting doesn't mend it", async () => {
      under.faults.set({ quota: { CreateAgentStatus: 0 } });
      const error = await errorOf(
        patient()
          .send(
            new connect.CreateAgentStatusCommand({
              InstanceId: under.instanceId,
              Name: "one too many",
              State: "ENABLED",
            }),
          )
          .then(() => undefined),
      );
      expect(error).to.be.instanceOf(connect.LimitExceededException);
      expect(under.faults.counts().quota).to.equal(1);
    });
  });
});
