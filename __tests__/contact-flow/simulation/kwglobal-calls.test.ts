import { expect } from "chai";

import { kwglobalCenter } from "../../../commands/support/kwglobal-center";
import { type Caller, Coverage, type WorldOptions } from "../../../contact-flow/simulation";
import { wordsOf } from "../../../contact-flow/simulation/words";
import {
  breaking,
  call as dialled,
  CHOICES,
  counted,
  FIRST,
  HEARD,
  SUNDAY,
} from "../../support/kwglobal-call";
import { MAIN_MENU } from "../../support/kwglobal-texts";

const coverage = new Coverage(kwglobalCenter());
const { welcome, notice, menu, closed, systemError, waiting } = HEARD;

const call = (world: WorldOptions = {}, at?: string): Caller =>
  dialled({ world, coverage, ...(at !== undefined && { at }) });

const keyOf = (caller: Caller) => caller.line.state.contact.attributes.menuKey;

describe("A call to KWGlobal", () => {
  for (const { key, queue } of CHOICES) {
    it(`with key ${key} waits for ${queue}, and keeps the key for reports`, () => {
      const caller = call().hears(welcome).hears(notice).hears(menu).presses(key);
      expect(keyOf(caller.isInQueue(queue).hears(waiting))).to.equal(key);
    });
  }

  it("may choose before the menu has been read out", () => {
    call().presses(FIRST.key).isInQueue(FIRST.queue);
  });

  it("waits for Customer Service if it never presses a key, after it has heard the menu three times", () => {
    const caller = call().hears(welcome).hears(notice).hears(menu).hears(menu).hears(menu);
    expect(keyOf(caller.isInQueue("Customer Service").hears(waiting))).to.equal(undefined);
  });

  it("waits for Customer Service after three wrong keys", () => {
    call().presses("789").isInQueue("Customer Service").hears(waiting);
  });

  it("has eight seconds to press a key", () => {
    const caller = call().hears(welcome).hears(notice).hears(menu);
    // The line speaks fifteen characters a second, and a second goes by before.
    caller.waits({ seconds: 1 + menu.length / 15 + 7 });
    expect(caller.line.heard.filter(({ speech }) => wordsOf(speech) === menu)).to.have.length(1);
    expect(keyOf(caller.presses(FIRST.key).isInQueue(FIRST.queue))).to.equal(FIRST.key);
  });

  it("hears the menu again after a wrong key", () => {
    call()
      .hears(welcome)
      .hears(notice)
      .hears(menu)
      .presses("7")
      .hears(menu)
      .presses(FIRST.key)
      .isInQueue(FIRST.queue);
  });

  it("on Sunday hears the business hours, as the schedule has them", () => {
    call({}, SUNDAY).presses(FIRST.key).hears(closed).isDisconnected();
  });

  it("on Sunday hears them without a key, too", () => {
    call({}, SUNDAY)
      .hears(welcome)
      .hears(notice)
      .hears(menu)
      .hears(menu)
      .hears(menu)
      .hears(closed)
      .isDisconnected();
  });

  it("hears an excuse when the queue is full", () => {
    call({ queues: { [FIRST.queue]: { full: true } } })
      .presses(FIRST.key)
      .hears(systemError)
      .isDisconnected();
  });
});

describe("A call to KWGlobal of which a block fails", () => {
  /** Blocks that comfort or record: what the caller hears up to the menu in spite of it. */
  const COMFORT: Readonly<Record<string, readonly string[]>> = {
    "Set recording and analytics behavior": [welcome, notice],
    Welcome: [notice],
    "Recording notice": [welcome],
    "Set customer queue flow": [welcome, notice],
  };
  for (const [action, heard] of Object.entries(COMFORT)) {
    it(`goes on without "${action}"`, () => {
      const caller = call(breaking(action));
      for (const text of heard) caller.hears(text);
      caller.hears(menu).presses(FIRST.key).isInQueue(FIRST.queue);
    });
  }

  for (const { key, queue } of CHOICES) {
    it(`goes on without "Keep key ${key}"`, () => {
      call(breaking(`Keep key ${key}`))
        .presses(key)
        .isInQueue(queue);
    });
  }

  it("goes on when it is not voice that is to be recorded", () => {
    call({ broken: { "Set recording and analytics behavior": "ChannelMismatch" } })
      .hears(welcome)
      .hears(notice)
      .hears(menu);
  });

  it('hears Amazon Connect\'s own queue flow when "Set customer queue flow" fails', () => {
    call(breaking("Set customer queue flow"))
      .presses(FIRST.key)
      .isInQueue(FIRST.queue)
      .hears(/^Thank you for calling/)
      .isAnsweredBy("mary.jane");
  });

  it("goes on when all of these fail", () => {
    call(breaking(...Object.keys(COMFORT), `Keep key ${FIRST.key}`))
      .hears(menu)
      .presses(FIRST.key)
      .isInQueue(FIRST.queue);
  });

  /** Blocks that route: without them nobody knows where the call is to go. */
  const ROUTING: Readonly<Record<string, (caller: Caller) => Caller>> = {
    "Main menu": (caller) => caller.hears(welcome).hears(notice),
    "Set working queue without a key": (caller) =>
      caller.hears(welcome).hears(notice).hears(menu).hears(menu).hears(menu),
    "Check hours of operation": (caller) => caller.presses(FIRST.key),
    "Transfer to queue": (caller) => caller.presses(FIRST.key),
    ...Object.fromEntries(
      CHOICES.map(({ key }) => [
        `Set working queue for key ${key}`,
        (caller: Caller) => caller.presses(key),
      ]),
    ),
  };
  for (const [action, until] of Object.entries(ROUTING)) {
    it(`hears an excuse when "${action}" fails`, () => {
      until(call(breaking(action)))
        .hears(systemError)
        .isDisconnected();
    });
  }

  it("ends even if the excuse cannot be played", () => {
    call(breaking("Main menu", "System error")).hears(welcome).hears(notice).isDisconnected();
    call(breaking("Closed"), SUNDAY).presses(FIRST.key).isDisconnected();
  });
});

describe("The calls above", () => {
  it("take every transition of KWGlobal's main menu", () => {
    expect(coverage.of(MAIN_MENU).missed).to.deep.equal([]);
    console.log(`      ${counted(coverage, MAIN_MENU)}`);
  });
});
