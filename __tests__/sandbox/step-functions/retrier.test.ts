import { expect } from "chai";

import { delayOf, type Retrier, retries } from "../../../sandbox/step-functions/retrier";

const retrier: Retrier = {
  ...{ errors: ["States.ALL"], interval: 2, backoff: 2, maxAttempts: 6 },
  ...{ maxDelay: 60, jitter: "NONE" },
};

describe("A retrier of the States Language", () => {
  it("waits longer each time, up to its longest delay", () => {
    const delays = [0, 1, 2, 3, 4, 5].map((tried) => delayOf(retrier, tried));
    expect(delays).to.deep.equal([2, 4, 8, 16, 32, 60]);
  });

  it("waits a random part of that with full jitter", () => {
    const jittered = { ...retrier, jitter: "FULL" } as const;
    const delays = Array.from({ length: 50 }, () => delayOf(jittered, 5));
    expect(Math.min(...delays)).to.be.at.least(0);
    expect(Math.max(...delays)).to.be.below(60);
    expect(new Set(delays).size).to.be.above(1);
  });

  it("takes the errors it names, but by a wildcard no terminal one", () => {
    const takes = (errors: string[], error: string) => retries({ ...retrier, errors }, error);
    expect(takes(["A"], "A")).to.equal(true);
    expect(takes(["A"], "B")).to.equal(false);
    expect(takes(["States.ALL"], "B")).to.equal(true);
    expect(takes(["States.TaskFailed"], "B")).to.equal(true);
    expect(takes(["States.TaskFailed"], "States.Timeout")).to.equal(false);
    expect(takes(["States.ALL"], "States.DataLimitExceeded")).to.equal(false);
    expect(takes(["States.ALL"], "States.Runtime")).to.equal(false);
  });
});
