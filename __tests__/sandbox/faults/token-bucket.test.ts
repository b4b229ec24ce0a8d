import { expect } from "chai";
import * as fc from "fast-check";
import { TokenBucket } from "../../../sandbox/faults/token-bucket";

const limits = fc.record({
  rate: fc.integer({ min: 1, max: 20 }),
  burst: fc.integer({ min: 1, max: 30 }),
});
/** Milliseconds between requests. */
const pauses = fc.array(fc.nat({ max: 2000 }), { maxLength: 200 });

describe("the token bucket", () => {
  it("never lets more than burst + rate × time through, in any window of time", () => {
    fc.assert(
      fc.property(limits, pauses, (limit, waits) => {
        let now = 0;
        const bucket = new TokenBucket(limit, () => now);
        const passed: number[] = [];
        for (const pause of waits) {
          now += pause;
          if (bucket.take()) passed.push(now);
        }
        for (let first = 0; first < passed.length; first += 1) {
          for (let last = first; last < passed.length; last += 1) {
            const seconds = ((passed[last] ?? 0) - (passed[first] ?? 0)) / 1000;
            expect(last - first + 1).to.be.at.most(limit.burst + limit.rate * seconds + 1e-6);
          }
        }
      }),
    );
  });

  it("refuses nobody who keeps to the rate", () => {
    fc.assert(
      fc.property(limits, pauses, (limit, waits) => {
        let now = 0;
        const bucket = new TokenBucket(limit, () => now);
        for (const pause of waits) {
          now += Math.ceil(1000 / limit.rate) + pause;
          expect(bucket.take()).to.equal(true);
        }
      }),
    );
  });

  it("has a whole burst again after it has been left alone", () => {
    let now = 0;
    const bucket = new TokenBucket({ rate: 2, burst: 5 }, () => now);
    const burst = () => Array.from({ length: 7 }, () => bucket.take()).filter(Boolean).length;
    expect(burst()).to.equal(5);
    now += 1000;
    expect(burst()).to.equal(2);
    now += 60_000;
    expect(burst()).to.equal(5);
  });
});
