import { expect } from "chai";

import { kwglobalCenter } from "../../../commands/support/kwglobal-center";
import { Coverage, dial, type WorldOptions } from "../../../contact-flow/simulation";
import { counted } from "../../support/kwglobal-call";
import { OUTBOUND, saidBy } from "../../support/kwglobal-texts";

const center = kwglobalCenter();
const coverage = new Coverage(center);
const NOTICE = saidBy("Recording notice", OUTBOUND);

/** The whisper of a call that an agent makes, as whom it calls hears it. */
const call = (world: WorldOptions = {}) =>
  dial(center, { flow: OUTBOUND, at: "2026-11-24T10:00", world, coverage });

describe("KWGlobal's own outbound whisper flow", () => {
  it("records the call and says so", () => {
    const caller = call();
    expect(caller.line.state.contact.recorded).to.deep.equal(["Agent", "Customer"]);
    caller.hears(NOTICE).isConnected();
  });

  for (const error of ["NoMatchingError", "ChannelMismatch"]) {
    it(`connects the call though recording fails with ${error}`, () => {
      call({ broken: { "Set recording and analytics behavior": error } })
        .hears(NOTICE)
        .isConnected();
    });
  }

  it("connects the call though the notice fails", () => {
    call({ broken: { "Recording notice": "NoMatchingError" } }).isConnected();
  });

  it("has no transition that these calls don't take", () => {
    expect(coverage.of(OUTBOUND).missed).to.deep.equal([]);
    console.log(`      ${counted(coverage, OUTBOUND)}`);
  });
});
