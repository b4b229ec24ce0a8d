import { expect } from "chai";
import * as fc from "fast-check";

import { cutPoints } from "../../../commands/drill/cut-points";
import { seeded } from "../../../contact-flow/simulation/random";

describe("the points at which a drill cuts", () => {
  it("are spread over what is made: one in each part, none after the last resource", () => {
    fc.assert(
      fc.property(fc.nat(), fc.integer({ min: 1, max: 60 }), (seed, count) => {
        const total = 600;
        const points = cutPoints(seeded(seed), count, total);
        expect(points).to.have.length(count);
        for (const [part, { done, pause }] of points.entries()) {
          const [from, to] = [part, part + 1].map((each) => (each / count) * total);
          expect(done).to.be.within(Math.floor(from ?? 0), Math.min(to ?? 0, total - 1));
          expect(pause).to.be.within(0, 1000);
        }
      }),
    );
  });

  it("are the same for the same seed", () => {
    expect(cutPoints(seeded(7), 5, 111)).to.deep.equal(cutPoints(seeded(7), 5, 111));
  });
});
