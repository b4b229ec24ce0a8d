import { readdirSync } from "node:fs";
import { join } from "node:path";

import { expect } from "chai";

import { CLASSIFICATION } from "../../../plan-review/gate/classification";
import type { TypeRules } from "../../../plan-review/gate/type-rules";
import { expectSnapshot } from "../../support/snapshot";

/** Files that a reviewer reads: what may change in a thing of each type. */
const FOLDER = join(__dirname, "snapshots", "types");

/** Why one may be made or go, or what that does. */
const loss = (rule: TypeRules["made"] | TypeRules["gone"]) =>
  typeof rule === "function" ? "a rule says" : rule;

describe("the table of what may change, as a reviewer reads it (snapshots/types/*.json)", () => {
  for (const [type, rules] of Object.entries(CLASSIFICATION)) {
    it(`says of ${type} what is free, and why`, () => {
      const { target, made, gone, free, judged, named, unused, computed } = rules;
      expectSnapshot(
        {
          ...{ target, made: loss(made), gone: loss(gone), free, judged: Object.keys(judged) },
          ...{ named, unused, computed },
        },
        join(FOLDER, `${type}.json`),
      );
    });
  }

  // At the end: UPDATE_SNAPSHOTS writes the file of a new type before.
  it("has a file for each type, and no others", () => {
    const files = Object.keys(CLASSIFICATION).flatMap((type) => [
      `${type}.json`,
      ...(Object.keys(CLASSIFICATION[type]?.judged ?? {}).length > 0
        ? [`${type}.judged.json`]
        : []),
    ]);
    expect(readdirSync(FOLDER)).to.have.members(files);
  });
});
