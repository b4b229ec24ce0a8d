import { join } from "node:path";

import { KNOWN } from "../../../../../plan-review/gate/judgements/flow/blocks";
import { FLOW_RULES } from "../../../../../plan-review/gate/judgements/flows";
import { expectSnapshot } from "../../../../support/snapshot";

/** Files that a reviewer reads. */
const FOLDER = join(__dirname, "..", "..", "snapshots");

describe("what is judged of a flow, as a reviewer reads it", () => {
  it("is each block and parameter but those that are harmless (snapshots/flow-blocks.json)", () => {
    expectSnapshot(KNOWN, join(FOLDER, "flow-blocks.json"));
  });

  it("has its reason, its source and what to do instead (snapshots/flow-rules.json)", () => {
    expectSnapshot(
      FLOW_RULES.map(({ harms: _harms, ...words }) => words),
      join(FOLDER, "flow-rules.json"),
    );
  });
});
