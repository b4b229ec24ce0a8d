import { expect } from "chai";

import { Caller } from "../../../commands/erase/caller";
import { ConnectContacts } from "../../../commands/erase/connect-contacts";
import { beginContact, endContact } from "../../../sandbox/connect/contact-history";
import type { Instance } from "../../../sandbox/connect/store/store";
import { connectUnderTest } from "../../support/connect-under-test";

const PHONE = "+13025550123";
const DAY = 24 * 60 * 60 * 1000;
const NOW = Date.parse("2026-11-26T12:00:00Z");

describe("Amazon Connect's own contacts", () => {
  if (process.env.CONNECT_INSTANCE_ID !== undefined) return;

  const under = connectUnderTest();
  let live: ConnectContacts;
  let caller: Caller;
  const instance = (): Instance => {
    const found = under.connect.store.instances.get(under.instanceId);
    if (found === undefined) throw new Error("the instance under test is gone");
    return found;
  };
  const call = (id: string, daysAgo: number, customerNumber?: string) => {
    beginContact(instance(), {
      ...{ id, initiationMethod: "INBOUND", at: NOW - daysAgo * DAY },
      ...(customerNumber !== undefined && { customerNumber }),
    });
  };
  const search = (daysAgo: number) => {
    const counts: number[] = [];
    const since = new Date(NOW - daysAgo * DAY);
    return live
      .search(caller, since, new Date(NOW), (count) => counts.push(count))
      .then((total) => ({ total, counts }));
  };

  before(async () => {
    live = await ConnectContacts.of(under.client, "under-test");
  });

  beforeEach(() => {
    instance().contacts.clear();
    caller = new Caller(PHONE);
  });

  it("are those of the instance of an alias", async () => {
    expect(live.instanceId).to.equal(under.instanceId);
    const error: unknown = await ConnectContacts.of(under.client, "elsewhere").catch(
      (reason: unknown) => reason,
    );
    expect(String(error)).to.include("there is no instance elsewhere for these credentials");
  });

  it("are the caller's by the number, from a day on", async () => {
    call("today", 0, PHONE);
    call("long-ago", 700, PHONE);
    call("before", 701, PHONE);
    call("others", 3, "+13025550199");
    call("withheld", 4);
    const { total, counts } = await search(700);
    expect([...caller.contacts]).to.have.members(["today", "long-ago"]);
    expect(total).to.equal(4);
    expect(counts).to.deep.equal([1, 2, 3, 4]);
  });

  describe("are searched", () => {
    /** The times that were asked for, in days before now. */
    let asked: (readonly [from: number, to: number])[];
    /** What every search of a longer time than so many days says it could find. */
    let crowded: { days: number; total: number } | undefined;

    beforeEach(() => {
      asked = [];
      crowded = undefined;
      under.client.middlewareStack.add(
        (next) => async (args) => {
          const result = await next(args);
          const { TimeRange } = args.input as { TimeRange?: { StartTime: Date; EndTime: Date } };
          if (TimeRange === undefined) return result;
          const [from, to] = [
            NOW - TimeRange.StartTime.getTime(),
            NOW - TimeRange.EndTime.getTime(),
          ];
          asked.push([from / DAY, to / DAY]);
          if (crowded !== undefined && from - to > crowded.days * DAY) {
            Object.assign(result.output, { TotalCount: crowded.total });
          }
          return result;
        },
        { step: "initialize", name: "asked" },
      );
    });

    afterEach(() => {
      under.client.middlewareStack.remove("asked");
    });

    const isWithoutGap = () => {
      for (const [index, [from]] of asked.entries()) {
        const before = asked[index - 1];
        if (before) expect(Math.round((before[1] - from) * DAY)).to.equal(1);
      }
    };

    it("eight weeks at a time at most, without a gap", async () => {
      await search(730);
      expect(asked[0]?.[0]).to.equal(730);
      expect(asked.at(-1)?.[1]).to.equal(0);
      for (const [from, to] of asked) expect(from - to).to.be.within(0, 56);
      isWithoutGap();
      asked = [];
      await search(56);
      expect(asked).to.deep.equal([[56, 0]]);
    });

    it("in shorter times where there are more than a search finds", async () => {
      call("mine", 3, PHONE);
      crowded = { days: 2, total: 10_001 };
      await search(8);
      expect(caller.has("mine")).to.equal(true);
      asked = asked.filter(([from, to]) => from - to <= 2);
      expect(asked[0]?.[0]).to.equal(8);
      expect(asked.at(-1)?.[1]).to.equal(0);
      isWithoutGap();
      crowded = { days: 2, total: 10_000 };
      asked = [];
      await search(8);
      expect(asked).to.deep.equal([[8, 0]]);
    });

    it("though there are more in one millisecond", async () => {
      call("mine", 0, PHONE);
      crowded = { days: -1, total: 10_001 };
      await search(4 / DAY);
      expect(caller.has("mine")).to.equal(true);
    });
  });

  it("are page by page", async () => {
    for (let index = 0; index < 250; index++) {
      call(`${index}`, 1);
      caller.add(`${index}`);
    }
    expect((await search(2)).total).to.equal(250);
  });

  it("are the caller's, too, where they are parts of the caller's conversation", async () => {
    call("part", 1, "+13025550199");
    Object.assign(instance().contacts.get("part") ?? {}, { InitialContactId: "whole" });
    call("whole", 0, PHONE);
    call("alone", 0, "+13025550199");
    Object.assign(instance().contacts.get("alone") ?? {}, { InitialContactId: "another" });
    await search(2);
    expect([...caller.contacts].sort()).to.deep.equal(["part", "whole"]);
  });

  it("lose the number once they are over", async () => {
    call("one", 1, PHONE);
    expect(await live.forget("one")).to.deep.equal([
      "contact one isn't over yet, and keeps its number until then",
    ]);
    const contact = instance().contacts.get("one");
    if (contact !== undefined) endContact(contact, null, new Date(NOW));
    expect(await live.forget("one")).to.deep.equal([]);
    expect((await live.describe("one"))?.CustomerEndpoint).to.equal(undefined);
    expect(await live.describe("none")).to.equal(undefined);
    const error: unknown = await live.forget("none").catch((reason: unknown) => reason);
    expect((error as Error).name).to.equal("ResourceNotFoundException");
  });
});
