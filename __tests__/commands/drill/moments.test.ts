import { expect } from "chai";
import * as fc from "fast-check";
import { moments } from "../../../commands/drill/moments";
import { seeded } from "../../../contact-flow/simulation/random";

describe("the moments of a drill", () => {
  it("are one in each of as many equal parts of the apply", () => {
    fc.assert(
      fc.property(
        fc.nat(),
        fc.integer({ min: 1, max: 100 }),
        fc.integer({ min: 1, max: 600 }),
        (seed, count, seconds) => {
          const parts = moments(seeded(seed), count, seconds).map((moment) =>
            Math.floor((moment / seconds) * count + 1e-9),
          );
          expect(parts).to.deep.equal(Array.from({ length: count }, (_, part) => part));
        },
      ),
    );
  });
});
