import { expect } from "chai";

import { kwglobalCenter } from "../../../commands/support/kwglobal-center";
import { type Caller, Coverage, dial, type WorldOptions } from "../../../contact-flow/simulation";
import { KWGLOBAL } from "../../../kwglobal";
import { IN_QUEUE, MAIN_MENU, saidBy } from "../../support/kwglobal-texts";

const center = kwglobalCenter();
const coverage = new Coverage(center);

const WELCOME = saidBy("Welcome");
const MENU = saidBy("Main menu");
const CLOSED = saidBy("Closed");
const SYSTEM_ERROR = saidBy("System error");
const WAITING = saidBy("Loop prompts", IN_QUEUE);
const OFFER = saidBy("Offer a callback", IN_QUEUE);
const CALLBACK = saidBy("Callback is coming", IN_QUEUE);
const REMAIN = saidBy("Remain in line", IN_QUEUE);
const INVALID_NUMBER = saidBy("Invalid number", IN_QUEUE);
const QUEUE_ERROR = saidBy("System error", IN_QUEUE);

/** The keys of the main menu with their queues. */
const CHOICES = KWGLOBAL.flows.flatMap(
  ({ values }) =>
    (values.menu ?? []) as readonly { readonly key: string; readonly queue: string }[],
);
const [FIRST = { key: "", queue: "" }] = CHOICES;

const TUESDAY = "2026-11-24T10:00";
const SUNDAY = "2026-11-22T10:00";

const call = (
  world: WorldOptions = {},
  at = TUESDAY,
  from: string | null = "+13025550123",
): Caller =>
  dial(center, {
    flow: MAIN_MENU,
    at,
    timeZone: "America/Los_Angeles",
    from,
    world,
    coverage,
  });

const waiting = (world: WorldOptions = {}, from?: string | null): Caller =>
  call(world, TUESDAY, from)
    .hears(WELCOME)
    .hears(MENU)
    .presses(FIRST.key)
    .isInQueue(FIRST.queue)
    .hears(WAITING);

const breaking = (action: string, error = "NoMatchingError"): WorldOptions => ({
  broken: { [action]: error },
});

describe("A call to KWGlobal", () => {
  for (const { key, queue } of CHOICES) {
    it(`with key ${key} waits for ${queue}`, () => {
      call().hears(WELCOME).hears(MENU).presses(key).isInQueue(queue).hears(WAITING);
    });
  }

  it("may choose before the menu has been read out", () => {
    call().presses(FIRST.key).isInQueue(FIRST.queue);
  });

  it("hears the menu three times, then an excuse, if it never presses a key", () => {
    call().hears(WELCOME).hears(MENU).hears(MENU).hears(MENU).hears(SYSTEM_ERROR).isDisconnected();
  });

  it("hears the menu again after a wrong key", () => {
    call()
      .hears(WELCOME)
      .hears(MENU)
      .presses("7")
      .hears(MENU)
      .presses(FIRST.key)
      .isInQueue(FIRST.queue);
  });

  it("on Sunday hears the business hours, as the schedule has them", () => {
    call({}, SUNDAY).presses(FIRST.key).hears(CLOSED).isDisconnected();
  });

  it("hears an excuse when the queue is full", () => {
    call({ queues: { [FIRST.queue]: { full: true } } })
      .presses(FIRST.key)
      .hears(SYSTEM_ERROR)
      .isDisconnected();
  });

  const FAILURES: Readonly<Record<string, (caller: Caller) => Caller>> = {
    "Set recording and analytics behavior": (caller) => caller,
    Welcome: (caller) => caller,
    "Set customer queue flow": (caller) => caller.hears(WELCOME),
    "Main menu": (caller) => caller.hears(WELCOME),
    "Check hours of operation": (caller) => caller.presses(FIRST.key),
    "Transfer to queue": (caller) => caller.presses(FIRST.key),
    ...Object.fromEntries(
      CHOICES.map(({ key }) => [
        `Set working queue for key ${key}`,
        (caller: Caller) => caller.presses(key),
      ]),
    ),
  };
  for (const [action, until] of Object.entries(FAILURES)) {
    it(`hears an excuse when "${action}" fails`, () => {
      until(call(breaking(action)))
        .hears(SYSTEM_ERROR)
        .isDisconnected();
    });
  }

  it("hears an excuse when it is not voice that is to be recorded", () => {
    call(breaking("Set recording and analytics behavior", "ChannelMismatch"))
      .hears(SYSTEM_ERROR)
      .isDisconnected();
  });

  it("ends even if the excuse cannot be played", () => {
    call({
      broken: { Welcome: "NoMatchingError", "System error": "NoMatchingError" },
    }).isDisconnected();
    call(breaking("Closed"), SUNDAY).presses(FIRST.key).isDisconnected();
  });
});

describe("A caller in KWGlobal's queue", () => {
  it("is offered a callback after two minutes, and gets it", () => {
    waiting()
      .waits({ minutes: 2 })
      .hears(OFFER)
      .presses("1")
      .hears(CALLBACK)
      .isDisconnected()
      .hasCallback({
        queue: FIRST.queue,
        number: "+13025550123",
        delaySeconds: 5,
        retryDelaySeconds: 600,
        attempts: 1,
      });
  });

  it("stays in line, and is asked again, if it presses nothing or another key", () => {
    waiting()
      .waits({ minutes: 2 })
      .hears(OFFER)
      .hears(REMAIN)
      .hears(WAITING)
      .waits({ minutes: 2 })
      .hears(OFFER)
      .presses("5")
      .hears(REMAIN)
      .hears(WAITING)
      .isInQueue(FIRST.queue)
      .hasNoCallback();
  });

  it("stays in line if the number is withheld or abroad", () => {
    for (const from of [null, "+861012345678"]) {
      waiting({}, from)
        .waits({ minutes: 2 })
        .hears(OFFER)
        .presses("1")
        .hears(INVALID_NUMBER)
        .hears(WAITING)
        .hasNoCallback();
    }
  });

  it("is answered by an agent at any time", () => {
    waiting().isAnsweredBy("mary.jane");
    waiting().waits({ minutes: 2 }).hears(OFFER).isAnsweredBy("mary.jane").hasNoCallback();
  });

  it("may hang up", () => {
    waiting().hangsUp().hasNoCallback();
  });

  it("stays in line when no callback can be queued", () => {
    waiting({ refusesCallbacks: true })
      .waits({ minutes: 2 })
      .hears(OFFER)
      .presses("1")
      .hears(CALLBACK)
      .hears(QUEUE_ERROR)
      .hears(WAITING);
  });

  it("hears of a system error, and stays in line, when anything fails", () => {
    call(breaking("Loop prompts"))
      .presses(FIRST.key)
      .hears(QUEUE_ERROR)
      .isInQueue(FIRST.queue)
      .isAnsweredBy("mary.jane");
    waiting(breaking("Offer a callback")).waits({ minutes: 2 }).hears(QUEUE_ERROR).hears(WAITING);
    waiting(breaking("Callback is coming"))
      .waits({ minutes: 2 })
      .presses("1")
      .hears(QUEUE_ERROR)
      .hears(WAITING);
  });

  it("stays in line even if nothing can be played", () => {
    for (const [action, key] of [
      ["Remain in line", "5"],
      ["Invalid number", "1"],
    ] as const) {
      waiting(breaking(action), action === "Invalid number" ? null : undefined)
        .waits({ minutes: 2 })
        .hears(OFFER)
        .presses(key)
        .hears(WAITING);
    }
    waiting({
      broken: { "System error": "NoMatchingError", "Offer a callback": "NoMatchingError" },
    })
      .waits({ minutes: 2 })
      .hears(WAITING);
    call({ broken: { "Loop prompts": "NoMatchingError", "System error": "NoMatchingError" } })
      .presses(FIRST.key)
      .isInQueue(FIRST.queue)
      .waits({ minutes: 10 })
      .isInQueue(FIRST.queue)
      .isAnsweredBy("mary.jane");
  });
});

describe("The calls above", () => {
  it("take every transition of KWGlobal's flows", () => {
    for (const { name } of KWGLOBAL.flows) {
      expect(coverage.of(name).missed, name).to.deep.equal([]);
    }
  });

  it("are counted in a table", () => {
    const table = coverage.table();
    expect(table).to.match(/KWGlobal Main Menu\W+(\d+) of \1 \(100 %\)/u);
    console.log(table.replace(/^/gm, "      "));
  });
});
