import { expect } from "chai";

import { FlowLintError } from "../../constructs/flow-lint";
import { KWGLOBAL } from "../../kwglobal";
import { synthesize } from "../support/synthesized";

const withMenuValues = (values: object) => ({
  flows: KWGLOBAL.flows.map((flow) =>
    flow.template === "main-menu.json" ? { ...flow, values: { ...flow.values, ...values } } : flow,
  ),
});

describe("Synth", () => {
  it("refuses a flow that Amazon Connect would refuse, with the place and the cure", () => {
    expect(() => synthesize(withMenuValues({ menuRepeats: "200" }))).to.throw(
      FlowLintError,
      /^flow-templates\/main-menu.json has faults:\n {2}- "Menu again" \(Actions\[\d+\]\.Parameters\.LoopCount\): .*; .*\[parameter-value\]/,
    );
  });

  it("refuses a prompt that tells other hours than the schedule", () => {
    const openingHours = "Monday to Friday 9 am to 5 pm, and Saturday 9 am to 3 pm";
    expect(() => synthesize(withMenuValues({ openingHours }))).to.throw(
      FlowLintError,
      /"Closed" .*\[announced-hours\]/,
    );
  });
});
