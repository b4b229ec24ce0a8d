import { expect } from "chai";

import type { Json } from "../../../contact-flow/json";
import { action, equals, errors } from "../flows";
import { centerWith, ends, say } from "./center";
import { Steps } from "./steps";

// https://docs.aws.amazon.com/connect/latest/adminguide/get-customer-input.html
describe("Get customer input", () => {
  const menu = (parameters: Readonly<Record<string, Json>> = { Text: "press 1" }) =>
    centerWith([
      action(
        "Menu",
        "GetParticipantInput",
        { StoreInput: "False", InputTimeLimitSeconds: "7", ...parameters },
        {
          NextAction: "other",
          Conditions: equals({ "1": "one" }),
          Errors: errors({
            InputTimeLimitExceeded: "late",
            NoMatchingCondition: "other",
            NoMatchingError: "failed",
          }),
        },
      ),
      ...ends("one", "late", "other", "failed"),
    ]);

  it("speaks so that a key cuts it short, then waits for as long as it says", () => {
    const call = new Steps(menu());
    expect(call.last("say")).to.include({ id: 1, to: "customer", bargeIn: true, looping: false });
    expect(call.happens({ type: "spoken", id: 1 })).to.deep.equal([
      { type: "startTimer", id: 2, seconds: 7, for: "input" },
    ]);
    expect(call.state.lastId).to.equal(2);
  });

  it("hushes the prompt when a key is pressed during it, and stops the timer after it", () => {
    const early = new Steps(menu());
    expect(early.happens({ type: "digit", key: "1" })[0]).to.deep.equal({ type: "hush" });
    expect(early.said).to.equal("one");
    const after = new Steps(menu());
    after.happens({ type: "spoken", id: 1 });
    const effects = after.happens({ type: "digit", key: "2" });
    expect(effects.map(({ type }) => type)).to.deep.equal(["stopTimer", "say"]);
    expect(effects[0]).to.deep.equal({ type: "stopTimer", id: 2 });
    expect(after.said).to.equal("other");
  });

  it("takes Timeout when its own timer ends, and no other's", () => {
    const call = new Steps(menu());
    call.happens({ type: "spoken", id: 9 });
    expect(call.state.lastId).to.equal(1);
    call.happens({ type: "timer", id: 1 });
    call.happens({ type: "spoken", id: 1 });
    expect(call.happens({ type: "timer", id: 9 })).to.deep.equal([]);
    expect(call.happens({ type: "timer", id: 2 }).map(({ type }) => type)).to.deep.equal(["say"]);
    expect(call.said).to.equal("late");
  });

  it("listens at once where there is nothing to say", () => {
    const call = new Steps(menu({}));
    expect(call.last("startTimer")).to.include({ id: 1, seconds: 7, for: "input" });
  });

  it("is for calls only", () => {
    expect(new Steps(menu(), { channel: "CHAT" }).said).to.equal("failed");
  });
});

// https://docs.aws.amazon.com/connect/latest/adminguide/store-customer-input.html
describe("Store customer input, key by key", () => {
  const store = (more: Readonly<Record<string, Json>> = {}) =>
    centerWith([
      action(
        "Store",
        "GetParticipantInput",
        { Text: "your number", StoreInput: "true", InputTimeLimitSeconds: "6", ...more },
        {
          NextAction: "Say",
          Errors: errors({ NoMatchingError: "failed", InvalidPhoneNumber: "invalid" }),
        },
      ),
      say("Say", "Hang up", "typed $.StoredCustomerInput"),
      ...ends("failed", "invalid"),
    ]);
  const press = (call: Steps, keys: string) =>
    Array.from(keys, (key) => call.happens({ type: "digit", key })).at(-1) ?? [];

  it("waits six seconds for the first key as it says, and five for each other", () => {
    const call = new Steps(store());
    expect(call.last("say")).to.include({ id: 1, bargeIn: true });
    call.happens({ type: "spoken", id: 1 });
    expect(call.last("startTimer")).to.include({ id: 2, seconds: 6, for: "input" });
    expect(press(call, "4")).to.deep.equal([
      { type: "stopTimer", id: 2 },
      { type: "startTimer", id: 3, seconds: 5, for: "nextDigit" },
    ]);
  });

  it("waits for each key as long as the block says", () => {
    const call = new Steps(store({ DTMFConfiguration: { InterdigitTimeLimitSeconds: "3" } }));
    press(call, "4");
    expect(call.last("startTimer")).to.include({ seconds: 3, for: "nextDigit" });
    press(call, "*");
    expect(call.last("startTimer")).to.include({ seconds: 6, for: "input" });
  });

  it("hushes the prompt at the first key only", () => {
    const call = new Steps(store());
    expect(press(call, "4")[0]).to.deep.equal({ type: "hush" });
    expect(press(call, "5").map(({ type }) => type)).to.deep.equal(["stopTimer", "startTimer"]);
  });

  it("goes on when its own timer ends, and not at another's", () => {
    const call = new Steps(store());
    call.happens({ type: "spoken", id: 7 });
    call.happens({ type: "timer", id: 1 });
    expect(call.state.lastId).to.equal(1);
    press(call, "42");
    call.happens({ type: "timer", id: 99 });
    call.happens({ type: "timer", id: call.last("startTimer").id });
    expect(call.said).to.equal("typed 42");
  });

  it("takes twenty keys where nothing else is said", () => {
    const call = new Steps(store());
    press(call, "1234567890123456789");
    expect(call.state.run?.waiting?.for).to.equal("input");
    press(call, "0");
    expect(call.said).to.equal("typed 12345678901234567890");
  });

  it("takes as many keys as it says, and ends with the keys that it says", () => {
    const short = new Steps(
      store({ InputValidation: { CustomValidation: { MaximumLength: "3" } } }),
    );
    press(short, "12");
    expect(short.state.run?.waiting?.for).to.equal("input");
    press(short, "3");
    expect(short.said).to.equal("typed 123");
    const ending = new Steps(store({ DTMFConfiguration: { InputTerminationSequence: "99" } }));
    press(ending, "12#99");
    expect(ending.said).to.equal("typed 12#");
  });

  it("listens at once where there is nothing to say", () => {
    const call = new Steps(store({ Text: " " }));
    expect(call.last("startTimer")).to.include({ id: 1, seconds: 6, for: "input" });
    press(call, "7#");
    expect(call.said).to.equal("typed 7");
  });
});
