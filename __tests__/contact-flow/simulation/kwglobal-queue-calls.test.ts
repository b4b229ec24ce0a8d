import { expect } from "chai";

import { kwglobalCenter } from "../../../commands/support/kwglobal-center";
import { type Caller, Coverage, type WorldOptions } from "../../../contact-flow/simulation";
import { wordsOf } from "../../../contact-flow/simulation/words";
import {
  BEFORE_CLOSING,
  breaking,
  call,
  FIRST,
  HEARD,
  type KwglobalCall,
  counted,
  NOBODY,
  waiting as waitingCall,
} from "../../support/kwglobal-call";
import { IN_QUEUE } from "../../support/kwglobal-texts";

const coverage = new Coverage(kwglobalCenter());
const { closed, waiting: waitingText, offer, callback, remain, invalidNumber, queueError } = HEARD;

const waiting = (world: WorldOptions = {}, more: KwglobalCall = {}): Caller =>
  waitingCall({ world, coverage, ...more });

/** A caller who has waited until the first interrupt of the music. */
const interrupted = (world: WorldOptions = {}, more: KwglobalCall = {}): Caller =>
  waiting(world, more).waits({ minutes: 2 });

describe("A caller in KWGlobal's queue", () => {
  it("hears music between the messages", () => {
    waiting().hears(/^♪/);
  });

  it("is offered a callback after two minutes, and gets it", () => {
    interrupted().hears(offer).presses("1").hears(callback).isDisconnected().hasCallback({
      queue: FIRST.queue,
      number: "+13025550123",
      delaySeconds: 30,
      retryDelaySeconds: 600,
      attempts: 1,
    });
  });

  it("keeps the callback when it hangs up on the goodbye", () => {
    interrupted().hears(offer).presses("1").hears(callback).hangsUp().hasCallback();
  });

  it("keeps the callback when the goodbye can't be played", () => {
    interrupted(breaking("Callback is coming"))
      .hears(offer)
      .presses("1")
      .isDisconnected()
      .hasCallback();
  });

  it("has time to hang up before the callback comes", () => {
    const caller = interrupted().hears(offer).presses("1").hears(callback).isDisconnected();
    const [made] = caller.line.callbacks;
    expect(made?.delaySeconds).to.be.at.least(callback.split(" ").length + 10);
  });

  it("stays in line, and is asked again, if it presses nothing or another key", () => {
    interrupted()
      .hears(offer)
      .hears(remain)
      .hears(waitingText)
      .waits({ minutes: 2 })
      .hears(offer)
      .presses("5")
      .hears(remain)
      .hears(waitingText)
      .isInQueue(FIRST.queue)
      .hasNoCallback();
  });

  for (const [what, from] of [
    ["withheld", null],
    ["abroad", "+861012345678"],
  ] as const) {
    it(`stays in line if the number is ${what}, and is not offered again what can't be kept`, () => {
      const caller = interrupted({}, { from })
        .hears(offer)
        .presses("1")
        .hears(invalidNumber)
        .hears(waitingText)
        .waits({ minutes: 20 })
        .hasNoCallback();
      expect(timesHeard(caller, offer)).to.equal(1);
      caller.isAnsweredBy("mary.jane");
    });
  }

  it("is answered by an agent at any time", () => {
    waiting().isAnsweredBy("mary.jane");
    interrupted().hears(offer).isAnsweredBy("mary.jane").hasNoCallback();
  });

  it("may hang up", () => {
    waiting().hangsUp().hasNoCallback();
  });

  it("stays in line when no callback can be queued, and is not offered it again", () => {
    const caller = interrupted({ refusesCallbacks: true })
      .hears(offer)
      .presses("1")
      .hears(queueError)
      .hears(waitingText)
      .waits({ minutes: 20 })
      .hasNoCallback();
    expect(timesHeard(caller, callback)).to.equal(0);
    expect(timesHeard(caller, offer)).to.equal(1);
  });
});

describe("A caller who waits in KWGlobal's queue at closing time", () => {
  const at = BEFORE_CLOSING;

  it("hears the business hours and goodbye once nobody is staffed", () => {
    interrupted(NOBODY, { at }).hears(closed).isDisconnected().hasNoCallback();
  });

  it("waits on while somebody is still at work, and is offered no callback", () => {
    const caller = interrupted({}, { at }).waits({ minutes: 30 }).isInQueue(FIRST.queue);
    expect(timesHeard(caller, offer)).to.equal(0);
    caller.world.setQueue(FIRST.queue, { agentsStaffed: 0 });
    caller.hears(closed).isDisconnected().hasNoCallback();
  });

  it("is answered by whoever is still at work", () => {
    interrupted({}, { at }).waits({ minutes: 10 }).isAnsweredBy("mary.jane");
  });

  it("is let go even if the business hours can't be played", () => {
    const caller = interrupted({ ...NOBODY, ...breaking("Closed") }, { at });
    expect(caller.line.state.ended).to.deep.equal({ by: "flow" });
  });

  it("stays in line if nobody can say who is at work", () => {
    interrupted({ ...NOBODY, ...breaking("Check staffing") }, { at })
      .hears(queueError)
      .hears(waitingText)
      .isInQueue(FIRST.queue);
  });

  it("is offered a callback in the open hours, though nobody is staffed at the moment", () => {
    interrupted(NOBODY).hears(offer).presses("1").hears(callback).hasCallback();
  });
});

describe("A caller in KWGlobal's queue of which a block fails", () => {
  it("hears of a system error, and stays in line", () => {
    call({ world: breaking("Loop prompts"), coverage })
      .presses(FIRST.key)
      .hears(queueError)
      .isInQueue(FIRST.queue)
      .isAnsweredBy("mary.jane");
    for (const action of ["Check hours of operation", "Offer a callback"]) {
      const caller = waiting();
      caller.line.happens({ type: "breakAction", action, error: "NoMatchingError" });
      caller.waits({ minutes: 2 }).hears(queueError).hears(waitingText).isInQueue(FIRST.queue);
    }
  });

  it("stays in line even if it can't be kept that a callback was refused", () => {
    interrupted(breaking("Note invalid number"), { from: null })
      .hears(offer)
      .presses("1")
      .hears(invalidNumber)
      .hears(waitingText);
    interrupted({ ...breaking("Note failed callback"), refusesCallbacks: true })
      .hears(offer)
      .presses("1")
      .hears(queueError)
      .hears(waitingText);
  });

  it("stays in line even if nothing can be played", () => {
    for (const [action, key, from] of [
      ["Remain in line", "5", undefined],
      ["Invalid number", "1", null],
    ] as const) {
      interrupted(breaking(action), from === undefined ? {} : { from })
        .hears(offer)
        .presses(key)
        .hears(waitingText);
    }
    interrupted(breaking("System error", "Offer a callback")).hears(waitingText);
    call({ world: breaking("Loop prompts", "System error"), coverage })
      .presses(FIRST.key)
      .isInQueue(FIRST.queue)
      .waits({ minutes: 10 })
      .isInQueue(FIRST.queue)
      .isAnsweredBy("mary.jane");
  });
});

describe("The calls above", () => {
  it("take every transition of KWGlobal's queue flow", () => {
    expect(coverage.of(IN_QUEUE).missed).to.deep.equal([]);
    console.log(`      ${counted(coverage, IN_QUEUE)}`);
  });
});

/** How often the caller has heard a text. */
function timesHeard(caller: Caller, text: string): number {
  return caller.line.heard.filter(({ speech }) => wordsOf(speech) === text).length;
}
