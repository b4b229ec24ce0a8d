import { expect } from "chai";

import { type CallStep, callThrough, offered } from "../../../commands/docs/call-through";
import { callThroughPage } from "../../../commands/docs/call-through-page";
import { kwglobalFlows } from "../../../commands/support/kwglobal-center";
import type { QuickConnectValue } from "../../../constructs/value/contact-center-value";
import { parseFlow } from "../../../contact-flow/flow";
import { momentOf } from "../../../contact-flow/hours";
import { KWGLOBAL } from "../../../kwglobal";
import { Desk } from "../../../sandbox/telephone/desk";
import { Exchange } from "../../../sandbox/telephone/exchange";
import { snapshotOf } from "../../../sandbox/telephone/snapshot";
import { type Center, deployKwglobal } from "../../sandbox/telephone/kwglobal-instance";
import { connectUnderTest } from "../../support/connect-under-test";
import {
  BEFORE_CLOSING,
  call,
  CHOICES,
  FIRST,
  HEARD,
  messageUntil,
  NOBODY,
  SUNDAY,
  waiting,
} from "../../support/kwglobal-call";

const CALLER = "+13025550123";
const TUESDAY = momentOf("2026-11-24T10:00", "America/Los_Angeles");
const steps = callThrough(
  KWGLOBAL,
  kwglobalFlows().map(({ name, content }) => ({ name, flow: parseFlow(content) })),
);

/** Who is offered a queue's calls, those who get them at once first. */
const serving = (queue: string): readonly string[] =>
  KWGLOBAL.routingProfiles
    .flatMap((profile) =>
      profile.queues
        .filter((each) => each.queue === queue)
        .map(({ delaySeconds }) => ({ profile: profile.name, delaySeconds })),
    )
    .sort((one, other) => one.delaySeconds - other.delaySeconds)
    .flatMap(({ profile }) => KWGLOBAL.users.filter((user) => user.routingProfile === profile))
    .map(({ username }) => username);

/** A key and an agent of its queue who has this quick connect, and isn't the one whom it leads to. */
function whoTransfers(quickConnect: QuickConnectValue) {
  const target = quickConnect.type === "USER" ? quickConnect.user : undefined;
  for (const choice of CHOICES) {
    const queue = KWGLOBAL.queues.find(({ name }) => name === choice.queue);
    if (queue?.quickConnects.includes(quickConnect.name) !== true) continue;
    const talker = serving(choice.queue).find((username) => username !== target);
    if (talker !== undefined) return [choice, talker] as const;
  }
  throw new Error(`no agent of a menu's queue can transfer to ${quickConnect.name}`);
}

describe("The call-through before opening", () => {
  const under = connectUnderTest();
  let center: Center;
  let exchange: Exchange;

  before(async () => {
    center = await deployKwglobal(under);
  });

  beforeEach(() => {
    exchange = new Exchange({
      stores: () => [center.store],
      invoke: () => Promise.resolve({}),
      now: TUESDAY,
    });
  });

  const see = () => snapshotOf(exchange, CALLER);
  const telephone = () => exchange.telephone(CALLER);
  const pass = (seconds: number) => {
    exchange.timeline.pass(seconds * 1000);
  };
  const desk = (username: string) => new Desk(exchange, center.users.get(username) ?? "");
  const agent = (username: string) => see().agents.find((each) => each.username === username);
  const calls = (key: string) => {
    telephone().dial(center.number);
    for (let second = 0; second < 60 && !asksForKey(); second += 1) pass(1);
    telephone().press(key);
  };
  const asksForKey = () => see().telephone.contact?.saying?.text === HEARD.menu;
  const waits = () => {
    calls(FIRST.key);
  };
  const asksForCallback = () => {
    waits();
    pass(121);
    telephone().press("1");
    pass(40);
    desk("mary.jane").setStatus("Available");
    desk("mary.jane").accept();
  };
  const becomesAvailable = (username: string) => {
    desk(username).setStatus("Available");
    return expect(agent(username)?.contact, username).to.include({ number: CALLER });
  };
  /** Lets somebody other than who is to get the call talk to the caller, and transfer. */
  const transfers = (quickConnect: QuickConnectValue) => {
    const { name } = quickConnect;
    const [choice, talker] = whoTransfers(quickConnect);
    calls(choice.key);
    pass(30);
    becomesAvailable(talker);
    desk(talker).accept();
    pass(6);
    expect(agent(talker)?.contact?.connected).to.equal(true);
    desk(talker).transfer(center.quickConnects.get(name) ?? "");
    pass(5);
    if (quickConnect.type === "PHONE_NUMBER") {
      expect(see().telephone.state).to.equal("outside");
    } else if (quickConnect.type === "USER") {
      becomesAvailable(quickConnect.user);
    } else {
      const queue = see().queues.find((each) => each.name === quickConnect.queue);
      expect(queue?.waiting).to.have.length(1);
      const [next = ""] = serving(quickConnect.queue).filter((username) => username !== talker);
      if (next !== "") {
        pass(30);
        becomesAvailable(next);
      }
    }
  };

  /** The same calls, without the real number. */
  const TWINS: Readonly<Record<string, () => void>> = {
    ...Object.fromEntries(
      CHOICES.map(({ key, queue }) => [
        `key ${key}`,
        () => {
          call()
            .hears(HEARD.welcome)
            .hears(HEARD.notice)
            .hears(HEARD.menu)
            .presses(key)
            .isInQueue(queue)
            .isAnsweredBy("an agent");
        },
      ]),
    ),
    "no key": () => {
      call().hears(HEARD.welcome).hears(HEARD.notice).isInQueue("Customer Service");
      call().presses("789").isInQueue("Customer Service");
    },
    closed: () => {
      call({ at: SUNDAY }).presses(FIRST.key).hears(HEARD.closed).isDisconnected();
    },
    full: () => {
      call({ world: { queues: { [FIRST.queue]: { full: true } } } })
        .presses(FIRST.key)
        .hears(HEARD.systemError)
        .isDisconnected();
    },
    callback: () => {
      asksForCallback();
      pass(3);
      expect(see().telephone.state).to.equal("ringing");
      telephone().answer();
      pass(6);
      expect(agent("mary.jane")?.contact?.connected).to.equal(true);
    },
    "callback missed": () => {
      asksForCallback();
      pass(63);
      expect(see().telephone.state).to.equal("idle");
      desk("mary.jane").finish();
      expect(agent("mary.jane")?.activity).to.equal("idle");
      expect(see().queues.find(({ name }) => name === FIRST.queue)?.waiting).to.deep.equal([]);
    },
    "number withheld": () => {
      waiting({ from: null })
        .waits({ minutes: 2 })
        .hears(HEARD.offer)
        .presses("1")
        .hears(HEARD.invalidNumber)
        .isInQueue(FIRST.queue);
    },
    "closing time": () => {
      const caller = waiting({ at: BEFORE_CLOSING }).waits({ minutes: 20 }).isInQueue(FIRST.queue);
      const heard = caller.line.heard.map(({ speech }) => "text" in speech && speech.text);
      expect(heard).not.to.include(HEARD.offer);
      waiting({ at: BEFORE_CLOSING, world: NOBODY }).hears(HEARD.closed).isDisconnected();
    },
    message: () => {
      const message = messageUntil("14:00", "This is a test");
      const begins = (at: string) => call({ message, at }).hears(HEARD.welcome).hears(HEARD.notice);
      begins("2026-11-24T13:59").hears("This is a test").hears(HEARD.menu);
      begins("2026-11-24T14:00").hears(HEARD.menu);
    },
    ...Object.fromEntries(
      offered(KWGLOBAL).map((quickConnect) => [
        `transfer to ${quickConnect.name}`,
        () => {
          transfers(quickConnect);
        },
      ]),
    ),
    "agent misses": () => {
      desk("mary.jane").setStatus("Available");
      waits();
      pass(25);
      expect(agent("mary.jane")?.activity).to.equal("missed");
      expect(see().queues.find(({ name }) => name === FIRST.queue)?.waiting).to.have.length(1);
    },
  };

  it("has an offline twin for each call but those that only the real number shows", () => {
    const offline = steps.filter(({ onlyThere }) => onlyThere === undefined);
    expect(offline.map(({ id }) => id)).to.have.members(Object.keys(TWINS));
    expect(new Set(steps.map(({ id }) => id)).size).to.equal(steps.length);
  });

  for (const [id, play] of Object.entries(TWINS)) {
    it(`comes offline as it must: ${id}`, play);
  }

  it("follows the value: another key and another quick connect are other calls", () => {
    const ids = (found: readonly CallStep[]) => found.map(({ id }) => id);
    const center = {
      ...KWGLOBAL,
      quickConnects: KWGLOBAL.quickConnects.filter(({ name }) => name === "Management"),
      flows: KWGLOBAL.flows.map((flow) =>
        flow.name === KWGLOBAL.phoneNumber.flow
          ? { ...flow, values: { ...flow.values, menu: [{ key: "5", queue: "Customer Service" }] } }
          : flow,
      ),
    };
    expect(ids(callThrough(center, []))).to.include.members(["key 5", "transfer to Management"]);
    expect(ids(callThrough(center, []))).not.to.include.members(["key 1", "transfer to Mary Jane"]);
  });

  it("says what nobody but a person at the real number can try", () => {
    expect(steps.filter(({ onlyThere }) => onlyThere).map(({ id }) => id)).to.deep.equal([
      "recording",
      "call out",
    ]);
  });

  it("is a page to print and sign, with each call and what is heard", () => {
    const page = callThroughPage(steps, { company: "KW<Global>", environment: "prod" });
    for (const { id } of steps) expect(page).to.include(`<th scope="row">${id}</th>`);
    expect(page).to.include("KW&lt;Global&gt; contact center, call-through");
    expect(page).to.include(HEARD.notice);
    expect(page).to.match(/Signature/);
    expect(page).not.to.include("undefined");
  });
});
