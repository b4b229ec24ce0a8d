import { expect } from "chai";

import type { Action } from "../../../contact-flow/flow";
import { DAYS } from "../../../contact-flow/hours";
import { kwglobalCenter } from "../../../commands/support/kwglobal-center";
import { messageContent } from "../../../constructs/connect/message";
import { Coverage } from "../../../contact-flow/simulation";
import { fuzz } from "../../../contact-flow/simulation/fuzz";
import { MAIN_MENU } from "../../support/kwglobal-texts";
import { action, equals, errors, flowOf } from "../flows";
import { centerWith, ends, SALES, say } from "../runtime/center";

const menu = (wrong: string) =>
  action(
    "Menu",
    "GetParticipantInput",
    { Text: "press 1", StoreInput: "False", InputTimeLimitSeconds: "5" },
    {
      NextAction: wrong,
      Conditions: equals({ "1": "one" }),
      Errors: errors({
        InputTimeLimitExceeded: "late",
        NoMatchingCondition: wrong,
        NoMatchingError: "late",
      }),
    },
  );

const MIDNIGHT = { Hours: 0, Minutes: 0 };

describe("The fuzzer", () => {
  it("finds nothing wrong with KWGlobal's flows", () => {
    const center = kwglobalCenter(undefined, { content: messageContent("Snow"), closed: [] });
    const coverage = new Coverage(center);
    const report = fuzz(center, {
      ...{ flow: MAIN_MENU, calls: 1_000, seed: 2026 },
      watch: coverage.watch,
    });
    expect(report.failure).to.equal(undefined);
    expect(report.endings).to.include.keys(
      "in a queue",
      "with a callback",
      "with an agent",
      "ended by flow",
    );
    // The message was on in some of the calls, and off in others.
    const ofMessage = coverage
      .of(MAIN_MENU)
      .missed.filter(({ action }) => action === "Check message" || action === "Message");
    expect(ofMessage).to.deep.equal([]);
  });

  it("calls by the schedules of queues: another one, always open, makes no difference", () => {
    const center = kwglobalCenter();
    const always = DAYS.map((Day) => ({ Day, StartTime: MIDNIGHT, EndTime: MIDNIGHT }));
    const hours = new Map(center.hours).set("always", { TimeZone: "UTC", Config: always });
    const calls = (of: typeof center) =>
      fuzz(of, { flow: "KWGlobal Main Menu", calls: 200, seed: 1 });
    expect(calls({ ...center, hours })).to.deep.equal(calls(center));
  });

  it("makes the same calls for the same seed", () => {
    const calls = (seed: number) =>
      fuzz(kwglobalCenter(), { flow: "KWGlobal Main Menu", calls: 200, seed });
    expect(calls(1)).to.deep.equal(calls(1));
    expect(calls(1)).to.not.deep.equal(calls(2));
  });

  it("finds a caller who is stuck, and the shortest call that shows it", () => {
    const center = centerWith([menu("Menu"), say("late", "Menu"), ...ends("one")]);
    const { failure } = fuzz(center, { flow: "main", calls: 100, seed: 1 });
    expect(failure?.problem).to.match(/^the caller is stuck at "(Menu|late)"$/);
    expect(failure?.scenario.moves).to.deep.equal([]);
    expect(failure?.story[0]).to.equal('hears "press 1"');
  });

  it("finds a call that ends without a word, and leaves out what is not to blame", () => {
    const center = centerWith([menu("Hang up"), ...ends("one", "late")]);
    const { failure } = fuzz(center, { flow: "main", calls: 500, seed: 1 });
    expect(failure?.problem).to.equal("the flow hangs up without a word");
    expect(failure?.scenario.moves).to.have.lengthOf(1);
    expect(failure?.scenario.broken).to.deep.equal([]);
  });

  it("finds a queue without a sound, but for a prompt that is broken", () => {
    const withQueueFlow = (...actions: readonly Action[]) =>
      centerWith(
        [
          action(
            "Set queue",
            "UpdateContactTargetQueue",
            { QueueId: SALES },
            { NextAction: "Wait", Errors: errors({ NoMatchingError: "full" }) },
          ),
          action("Wait", "TransferContactToQueue", {}, { NextAction: "full", Errors: full }),
          ...ends("full"),
        ],
        [
          {
            id: "q",
            name: "Default customer queue",
            type: "CUSTOMER_QUEUE",
            flow: flowOf(...actions),
          },
        ],
      );
    const full = errors({ QueueAtCapacity: "full", NoMatchingError: "full" });
    const end = action("End", "EndFlowExecution");
    const music = action("Music", "MessageParticipantIteratively", { Messages: [{ Text: "la" }] });
    const found = (center: ReturnType<typeof centerWith>) =>
      fuzz(center, { flow: "main", calls: 500, seed: 1 }).failure;
    expect(found(withQueueFlow(end))).to.deep.include({
      problem: "the caller waits in the queue and hears nothing",
      story: [],
    });
    expect(found(withQueueFlow(music))).to.equal(undefined);
  });

  it("finds an action that cannot be run", () => {
    const center = centerWith([
      menu("Bot"),
      ...ends("one", "late"),
      action("Bot", "ConnectParticipantWithLexBot"),
    ]);
    expect(fuzz(center, { flow: "main", calls: 500, seed: 1 }).failure?.problem).to.match(
      /^the flow stops at "Bot"/,
    );
  });
});
