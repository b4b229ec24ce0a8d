import { expect } from "chai";

import { kwglobalCenter, type SwitchedMessage } from "../../../commands/support/kwglobal-center";
import { messageContent } from "../../../constructs/connect/message";
import { type Caller, Coverage, type WorldOptions } from "../../../contact-flow/simulation";
import { wordsOf } from "../../../contact-flow/simulation/words";
import {
  breaking,
  call as dialled,
  CHOICES,
  counted,
  FIRST,
  HEARD,
  type KwglobalCall,
  messageUntil,
  SUNDAY,
} from "../../support/kwglobal-call";
import { MAIN_MENU } from "../../support/kwglobal-texts";

/** The Sunday after {@link TUESDAY}. */
const SUNDAY_AFTER = "2026-11-29T10:00";

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

describe("A call to KWGlobal while a message is on", () => {
  const SNOW = "Because of snow we are only a few today.";
  const on = messageUntil("14:00", SNOW);
  const told = (message: SwitchedMessage, options: KwglobalCall = {}) =>
    dialled({ coverage, message, ...options })
      .hears(welcome)
      .hears(notice);

  it("hears it once, before the menu, and goes on", () => {
    told(on).hears(SNOW).hears(menu).presses("7").hears(menu).presses(FIRST.key);
    told(on).hears(SNOW).hears(menu).presses(FIRST.key).isInQueue(FIRST.queue);
  });

  it("hears it outside of the opening hours, too", () => {
    const monday = messageUntil("2026-11-30 09:00", SNOW);
    told(monday, { at: SUNDAY_AFTER }).hears(SNOW).hears(menu).presses(FIRST.key).hears(closed);
  });

  it("hears nothing of it once its time has passed, to the minute, though nobody ended it", () => {
    for (const [at, end] of [
      ["2026-11-24T14:00", "14:00"],
      ["2026-12-01T10:00", "14:00"],
      ["2026-12-01T10:00", "2026-11-30 24:00"],
      ["2026-11-25T00:00", "24:00"],
      ["2026-11-25T00:00", "2026-11-25 00:00"],
    ] as const) {
      told(messageUntil(end, SNOW), { at }).hears(menu);
    }
  });

  it("hears it in the last minute", () => {
    for (const [at, end] of [
      ["2026-11-24T13:59", "14:00"],
      ["2026-11-24T23:59", "24:00"],
      ["2026-11-24T23:59", "2026-11-25 00:00"],
      ["2026-11-30T23:59", "2026-11-30 24:00"],
      ["2026-11-28T02:00", "2026-11-30 09:00"],
    ] as const) {
      told(messageUntil(end, SNOW), { at }).hears(SNOW).hears(menu);
    }
  });

  it("goes on to the menu when the module can't be invoked", () => {
    told(on, { world: breaking("Message") }).hears(menu);
  });

  it("goes on to the menu when nobody can say whether it is on", () => {
    told(on, { world: breaking("Check message") }).hears(menu);
  });

  it("goes on to the menu when the module was deleted", () => {
    told({ ...on, content: undefined }).hears(menu);
  });

  it("goes on to the menu when the text can't be spoken, or there is none", () => {
    told(on, { world: breaking("Say the message") }).hears(menu);
    told({ ...on, content: messageContent() }).hears(menu);
  });
});

describe("A call to KWGlobal while no message is on", () => {
  it("comes to the menu as soon as without one, whatever the module holds", () => {
    const heard = (message?: SwitchedMessage) =>
      dialled({ coverage, ...(message && { message }) })
        .hears(welcome)
        .hears(notice)
        .hears(menu)
        .line.heard.map(({ at }) => at);
    const before = messageUntil("14:00", "Because of snow we are only a few today.");
    expect(heard({ ...before, closed: [] })).to.deep.equal(heard());
    expect(heard({ content: undefined, closed: [] })).to.deep.equal(heard());
  });
});

describe("The calls above", () => {
  it("take every transition of KWGlobal's main menu", () => {
    expect(coverage.of(MAIN_MENU).missed).to.deep.equal([]);
    console.log(`      ${counted(coverage, MAIN_MENU)}`);
  });
});
