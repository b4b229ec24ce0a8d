import { expect } from "chai";

import { momentOf } from "../../../contact-flow/hours";
import { KWGLOBAL } from "../../../kwglobal";
import { Desk } from "../../../sandbox/telephone/desk";
import { Exchange } from "../../../sandbox/telephone/exchange";
import { wallboardView } from "../../../sandbox/telephone/wallboard";
import { connectUnderTest } from "../../support/connect-under-test";
import { type Center, deployKwglobal } from "./kwglobal-instance";

/** When the menu listens, in seconds after the call has begun. */
const MENU = 25;

describe("The wallboard", () => {
  if (process.env.CONNECT_INSTANCE_ID !== undefined) return;

  const under = connectUnderTest();
  let center: Center;
  let exchange: Exchange;

  before(async () => {
    center = await deployKwglobal(under);
  });

  beforeEach(() => {
    center.store.instances.get(center.instanceId)?.contacts.clear();
    exchange = new Exchange({
      stores: () => [center.store],
      invoke: () => Promise.reject(new Error("no function is called here")),
      now: momentOf("2026-11-24T10:00", "America/Los_Angeles"),
    });
  });

  const view = () => wallboardView(exchange, []);
  const pass = (seconds: number) => {
    exchange.timeline.pass(seconds * 1000);
  };
  const mary = () => new Desk(exchange, center.users.get("mary.jane") ?? "");
  const calls = (number: string, key: string) => {
    exchange.telephone(number).dial(center.number);
    pass(MENU);
    exchange.telephone(number).press(key);
  };
  const queue = (name: string) => view().queues.find((each) => each.name === name);

  it("shows the center's own queues and those who serve them, before anybody has called", () => {
    const queues = view().queues.map(({ name, open, waiting }) => [name, open, waiting]);
    expect(queues).to.have.deep.members(KWGLOBAL.queues.map(({ name }) => [name, true, 0]));
    const agents = view().agents.map(({ name }) => name);
    expect(agents).to.include.members(["Mary Jane", "Peter Parker"]).and.not.include("Caleb Wang");
    expect(view().all).to.deep.equal({ queued: 0, handled: 0, abandoned: 0 });
    expect(view().contacts).to.deep.equal([]);
  });

  it("shows who waits, since when, and how many agents are free for them", () => {
    calls("+13025550101", "1");
    pass(60);
    calls("+13025550102", "1");
    expect(queue("Customer Service")).to.include({
      waiting: 2,
      agentsAvailable: 0,
      agentsOnline: 0,
    });
    const { oldest = 0 } = queue("Customer Service") ?? {};
    expect(exchange.timeline.now - oldest).to.equal((60 + MENU) * 1000);
    new Desk(exchange, center.users.get("peter.parker") ?? "").setStatus("Available");
    expect(queue("Business Consulting")).to.include({ waiting: 0, agentsOnline: 1 });
  });

  it("shows the day's figures and the contacts that are over, with their records", () => {
    calls("+13025550101", "1");
    pass(10);
    mary().setStatus("Available");
    mary().accept();
    pass(90);
    exchange.telephone("+13025550101").hangUp();
    calls("+13025550102", "2");
    pass(40);
    exchange.telephone("+13025550102").hangUp();
    exchange.telephone("+13025550103").dial(center.number);
    pass(5);
    exchange.telephone("+13025550103").hangUp();
    const shown = view().contacts;
    const [, , answered] = shown;
    expect(view().all).to.deep.equal({
      queued: 2,
      handled: 1,
      abandoned: 1,
      serviceLevel: 50,
      answerSeconds: answered?.waitedSeconds,
    });
    expect(queue("Business Consulting")?.today).to.deep.equal({
      queued: 1,
      handled: 0,
      abandoned: 1,
      serviceLevel: 0,
    });
    expect(
      shown.map(({ number, outcome, abandoned }) => [number, outcome, abandoned]),
    ).to.deep.equal([
      ["+13025550103", "ended in the flow", false],
      ["+13025550102", "gave up", true],
      ["+13025550101", "answered by Mary Jane", false],
    ]);
    // The agent hears the queue's name first, which is part of the wait.
    const { waitedSeconds = 0, talkedSeconds = 0 } = answered ?? {};
    expect(waitedSeconds).to.be.within(10, 19);
    // Each is rounded to whole seconds.
    expect(waitedSeconds + talkedSeconds).to.be.within(99, 101);
    expect(answered).to.include({ queue: "Customer Service" });
    expect(answered?.record).to.include({
      AWSContactTraceRecordFormatVersion: "2017-03-10",
      ContactId: answered?.id,
    });
  });

  it("begins a day anew at the center's midnight, and keeps the last contacts", () => {
    calls("+13025550101", "1");
    pass(10);
    exchange.telephone("+13025550101").hangUp();
    exchange.setCalendar(momentOf("2026-11-24T23:59", "America/Los_Angeles"));
    expect(view().all).to.include({ queued: 1, abandoned: 1 });
    exchange.setCalendar(momentOf("2026-11-25T00:00", "America/Los_Angeles"));
    expect(view().all).to.include({ queued: 0, abandoned: 0 });
    expect(view().contacts).to.have.lengthOf(1);
    expect(queue("Customer Service")).to.include({ open: false });
  });

  it("shows the alarms that are on, the one that has been on for longest first", () => {
    const alarms = [
      { name: "b", since: 2, reason: "2 > 1" },
      { name: "a", since: 1, reason: "1 > 0" },
    ];
    expect(wallboardView(exchange, alarms).alarms.map(({ name }) => name)).to.deep.equal([
      "a",
      "b",
    ]);
  });

  it("shows nothing, and says so, before anything is deployed", () => {
    const empty = new Exchange({ stores: () => [], invoke: () => Promise.reject(new Error()) });
    expect(wallboardView(empty, [])).to.deep.include({ queues: [], agents: [], contacts: [] });
    expect(wallboardView(empty, [])).not.to.have.property("instance");
  });
});
