import { expect } from "chai";

import { kwglobalCenter } from "../../../commands/support/kwglobal-center";
import { type Caller, Coverage, dial, type WorldOptions } from "../../../contact-flow/simulation";
import { KWGLOBAL } from "../../../kwglobal";

const center = kwglobalCenter();
const coverage = new Coverage(center);

const WELCOME = "Welcome to KWGlobal";
const MENU =
  "Your calls are important to us, please press 1 for customer service or 2 for business consulting";
const WAITING =
  "All of our agents are currently assisting others customers. Your call is very important to us. Please stay on the line for the next available agent.";
const OFFER =
  "We apologize for the delay. If you would like to receive a callback from us, please press 1.";
const REMAIN = "you will remain in line for next available agent";
const SYSTEM_ERROR = "Sorry, there have been a system error, please try again later.";
const QUEUE_ERROR = "Sorry there has been a system error, you will remain in line";

const TUESDAY = "2026-11-24T10:00";
const SUNDAY = "2026-11-22T10:00";

const call = (
  world: WorldOptions = {},
  at = TUESDAY,
  from: string | null = "+13025550123",
): Caller =>
  dial(center, {
    flow: "KWGlobal Main Menu",
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
    .presses("1")
    .isInQueue("Customer Service")
    .hears(WAITING);

const breaking = (action: string, error = "NoMatchingError"): WorldOptions => ({
  broken: { [action]: error },
});

describe("A call to KWGlobal", () => {
  it("with key 1 waits for Customer Service", () => {
    waiting();
  });

  it("with key 2 waits for Business Consulting", () => {
    call().hears(WELCOME).hears(MENU).presses("2").isInQueue("Business Consulting").hears(WAITING);
  });

  it("may choose before the menu has been read out", () => {
    call().presses("1").isInQueue("Customer Service");
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
      .presses("1")
      .isInQueue("Customer Service");
  });

  it("on Sunday hears the business hours, as the schedule has them", () => {
    call({}, SUNDAY)
      .presses("1")
      .hears(
        "Sorry, we are currently closed. Our normal business hours are Monday to Friday 9 am to 6 pm, and Saturday 9 am to 3 pm. Please call back between the business hours. Goodbye",
      )
      .isDisconnected();
  });

  it("hears an excuse when the queue is full", () => {
    call({ queues: { "Customer Service": { full: true } } })
      .presses("1")
      .hears(SYSTEM_ERROR)
      .isDisconnected();
  });

  const FAILURES: Readonly<Record<string, (caller: Caller) => Caller>> = {
    "Set recording and analytics behavior": (caller) => caller,
    Welcome: (caller) => caller,
    "Set customer queue flow": (caller) => caller.hears(WELCOME),
    "Main menu": (caller) => caller.hears(WELCOME),
    "Set working queue for key 1": (caller) => caller.presses("1"),
    "Check hours of operation": (caller) => caller.presses("1"),
    "Transfer to queue": (caller) => caller.presses("1"),
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

  it("hears an excuse when the second working queue fails", () => {
    call(breaking("Set working queue for key 2")).presses("2").hears(SYSTEM_ERROR).isDisconnected();
  });

  it("ends even if the excuse cannot be played", () => {
    call({
      broken: { Welcome: "NoMatchingError", "System error": "NoMatchingError" },
    }).isDisconnected();
    call(breaking("Closed"), SUNDAY).presses("1").isDisconnected();
  });
});

describe("A caller in KWGlobal's queue", () => {
  it("is offered a callback after two minutes, and gets it", () => {
    waiting()
      .waits({ minutes: 2 })
      .hears(OFFER)
      .presses("1")
      .hears("Thank you for calling KWGlobal. You will receive a call back shortly. Goodbye.")
      .isDisconnected()
      .hasCallback({
        queue: "Customer Service",
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
      .isInQueue("Customer Service")
      .hasNoCallback();
  });

  it("stays in line if the number is withheld or abroad", () => {
    const invalid = "Sorry, your number is not valid, you will remain in line";
    for (const from of [null, "+861012345678"]) {
      waiting({}, from)
        .waits({ minutes: 2 })
        .hears(OFFER)
        .presses("1")
        .hears(invalid)
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
      .hears(/Thank you/)
      .hears(QUEUE_ERROR)
      .hears(WAITING);
  });

  it("hears of a system error, and stays in line, when anything fails", () => {
    call(breaking("Loop prompts"))
      .presses("1")
      .hears(QUEUE_ERROR)
      .isInQueue("Customer Service")
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
      .presses("1")
      .isInQueue("Customer Service")
      .waits({ minutes: 10 })
      .isInQueue("Customer Service")
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
