import { expect } from "chai";
import { OperatorError } from "../../../sandbox/machine/errors";
import { faultsText, parseFaults } from "../../../sandbox/faults/parse-faults";

describe("faults, as they are asked for in a terminal", () => {
  it("are a list of names and values", () => {
    expect(
      parseFaults(
        "throttling,errors=0.05,lost=0.01,slow=200,late=CreateUser:2000,late=CreateQueue:500,taken=mary.jane,taken=Sales,seed=7",
      ),
    ).to.deep.equal({
      throttling: true,
      errors: 0.05,
      lost: 0.01,
      slow: 200,
      late: { CreateUser: 2000, CreateQueue: 500 },
      taken: ["mary.jane", "Sales"],
      seed: 7,
    });
  });

  it("are written as they are read", () => {
    const text = "throttling,timeouts=0.1,quota=CreateUser:2,outage=CreateUser:3000,taken=a,seed=1";
    expect(faultsText(parseFaults(text))).to.equal(text);
  });

  for (const [text, message] of [
    ["trottling", /^there is no fault "trottling"; there are: throttling, errors, .*seed/],
    ["errors=2", /^fault errors must be a share of all requests like 0\.05, got "2"$/],
    ["errors", /^fault errors must be a share of all requests like 0\.05, got ""$/],
    ["slow=fast", /^fault slow must be a whole number like 2000, got "fast"$/],
    ["quota=2", /^fault quota must name an operation .* like quota=CreateUser:2, got "2"$/],
    ["throttling=2", /^fault throttling must stand alone, got "2"$/],
    ["taken=", /^fault taken must be a name, like taken=mary\.jane$/],
  ] as const) {
    it(`refuses ${text} and says what would be right`, () => {
      expect(() => parseFaults(text)).to.throw(OperatorError, message);
    });
  }
});
