import { expect } from "chai";

import { kwglobalCenter, renderFlow } from "../../../commands/support/kwglobal-center";
import { otherNumberValues } from "../../../constructs/value/other-number";
import { refusedAreaCodes } from "../../../contact-flow/destinations";
import { lintFlow } from "../../../contact-flow/lint";
import { type Caller, Coverage, dial, type WorldOptions } from "../../../contact-flow/simulation";
import { fuzz } from "../../../contact-flow/simulation/fuzz";
import { KWGLOBAL } from "../../../kwglobal";
import { breaking, FIRST, HEARD, TUESDAY } from "../../support/kwglobal-call";
import { IN_QUEUE, MAIN_MENU } from "../../support/kwglobal-texts";

const TRIES = 2;

/** KWGlobal's flows, with which a caller may key in another number. */
const flows = KWGLOBAL.flows.map((flow) =>
  renderFlow(
    flow.name === IN_QUEUE
      ? { ...flow, values: { ...flow.values, ...otherNumberValues(TRIES) } }
      : flow,
  ),
);
const center = kwglobalCenter(flows);
const coverage = new Coverage(center);

/** What is said beside the client's prompts. */
const ASK = /^We can not call the number .* press pound\.$/;
const reads = (number: string) => new RegExp(`We will call <say-as[^>]*>\\${number}</say-as>`);

/** A caller whose number can't be called, and who has asked for a callback. */
const asked = (world: WorldOptions = {}, from: string | null = "+861012345678"): Caller =>
  dial(center, {
    flow: MAIN_MENU,
    at: TUESDAY,
    timeZone: "America/Los_Angeles",
    from,
    world,
    coverage,
  })
    .hears(HEARD.welcome)
    .hears(HEARD.notice)
    .hears(HEARD.menu)
    .presses(FIRST.key)
    .isInQueue(FIRST.queue)
    .waits({ minutes: 2 })
    .hears(HEARD.waiting)
    .hears(HEARD.offer)
    .presses("1");

const staysInLine = (caller: Caller): void => {
  caller.hears(HEARD.invalidNumber).hears(HEARD.waiting).waits({ minutes: 20 }).hasNoCallback();
  caller.isAnsweredBy("mary.jane");
};

describe("A caller who may key in another number for the callback", () => {
  for (const [what, from] of [
    ["withholds its number", null],
    ["calls from abroad", "+861012345678"],
  ] as const) {
    it(`${what}: keys one in, hears it, and is called there`, () => {
      asked({}, from)
        .hears(ASK)
        .presses("3025550147#")
        .hears(reads("+13025550147"))
        .presses("1")
        .hears(HEARD.callback)
        .isDisconnected()
        .hasCallback({ queue: FIRST.queue, number: "+13025550147" });
    });
  }

  it("isn't asked where its own number can be called", () => {
    asked({}, "+13025550123").hears(HEARD.callback).hasCallback({ number: "+13025550123" });
  });

  it("may enter it again after a slip of the finger", () => {
    asked()
      .hears(ASK)
      .presses("3025550146#")
      .hears(reads("+13025550146"))
      .presses("2")
      .hears(ASK)
      .presses("3025550147#")
      .hears(reads("+13025550147"))
      .presses("1")
      .hears(HEARD.callback)
      .hasCallback({ number: "+13025550147" });
  });

  it("is not called where it doesn't say that the number is right", () => {
    staysInLine(
      asked()
        .hears(ASK)
        .presses("3025550147#")
        .hears(reads("+13025550147"))
        .hears(ASK)
        .presses("3025550147#")
        .hears(reads("+13025550147")),
    );
  });

  for (const [what, keys] of [
    ...refusedAreaCodes().map((code) => [`of the area code ${code}`, `${code}5550123#`] as const),
    ["with too few digits", "302555#"],
    ["that is nothing at all", "#"],
  ] as const) {
    it(`is never called at a number ${what}`, () => {
      staysInLine(asked().hears(ASK).presses(keys).hears(ASK).presses(keys));
    });
  }

  it("is not called where nothing was entered", () => {
    staysInLine(asked().hears(ASK).hears(ASK));
  });

  it("stays in line where a block fails", () => {
    for (const block of ["Ask for another number", "Is it right"]) {
      const caller = asked(breaking(block));
      if (block === "Is it right") caller.hears(ASK).presses("3025550147#");
      staysInLine(caller);
    }
  });

  it("is not called where the number begins with nothing that may be called", () => {
    const world = { broken: { "May it be called": "NoMatchingCondition" } };
    staysInLine(asked(world).hears(ASK).presses("3025550147#").hears(ASK).presses("3025550147#"));
  });

  it("enters it again after another key, too", () => {
    asked()
      .hears(ASK)
      .presses("3025550147#")
      .hears(reads("+13025550147"))
      .presses("5")
      .hears(ASK)
      .hasNoCallback();
  });

  it("stays in line where the number can't be called after all", () => {
    for (const error of ["InvalidCallbackNumber", "CallbackNumberNotDialable"]) {
      staysInLine(
        asked({ broken: { "Set other number": error } })
          .hears(ASK)
          .presses("3025550147#")
          .hears(reads("+13025550147"))
          .presses("1"),
      );
    }
  });
});

describe("The flow with another number", () => {
  it("has each of its blocks' branches taken by the calls above, but for numbers without their plus sign", () => {
    const missed = coverage.of(IN_QUEUE).missed.filter(({ action }) => BLOCKS.includes(action));
    expect(missed.filter(({ label }) => !/ 1\d{0,3}$/.test(label))).to.deep.equal([]);
  });

  it("has a condition for each place that may not be called", () => {
    expect(refusedAreaCodes()).to.include.members(["242", "658", "809", "876", "900"]);
    expect(refusedAreaCodes(["Jamaica"]))
      .to.include("809")
      .and.not.include.members(["658", "876"]);
    expect(refusedAreaCodes()).to.not.include.members(["302"]).and.not.include.members(["416"]);
    expect(otherNumberValues(TRIES).refusedNumbers).to.deep.include.members([
      { begin: "+1876" },
      { begin: "1876" },
    ]);
  });

  it("leaves nobody stuck in random calls", () => {
    const { failure } = fuzz(center, { flow: MAIN_MENU, calls: 1_000, seed: 11 });
    expect(failure).to.equal(undefined);
  });

  it("is without a fault or a warning", () => {
    const content = flows.find(({ name }) => name === IN_QUEUE)?.content ?? "";
    expect(lintFlow(content, { type: "CUSTOMER_QUEUE", origin: "rendered" })).to.deep.equal([]);
  });
});

const BLOCKS = [
  "Another number",
  "Stop logging",
  "Ask for another number",
  "May it be called",
  "Is it right",
  "Set other number",
  "Log the callback",
  "Log again",
];
