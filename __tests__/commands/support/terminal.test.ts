import { expect } from "chai";
import * as fc from "fast-check";

import { printable, printableInColour } from "../../../commands/support/terminal";
import { hostileText } from "../../support/hostile-text";

describe("a text for a terminal", () => {
  it("stays as it is where it is only text", () => {
    for (const text of ["┌─┐\n│ Müller │ 日本\tx", "“Welcome” → 1 × ✔ …", ""]) {
      expect(printable(text)).to.equal(text);
    }
  });

  it("gives the terminal no order: none to clear, to hide, to write elsewhere, to go back", () => {
    expect(printable("a\u001b[2Jb")).to.equal("a\\u{1b}[2Jb");
    expect(printable("\u001b]0;title\u0007")).to.equal("\\u{1b}]0;title\\u{7}");
    expect(printable("destroyed\rcreated  ")).to.equal("destroyed\\u{d}created  ");
    expect(printable("a\u009b2Jb\u202ec")).to.equal("a\\u{9b}2Jb\\u{202e}c");
  });

  it("keeps Terraform's colours, and no look that hides a text", () => {
    const plan = "\u001b[1m  # aws_x.y\u001b[0m will be \u001b[31mdestroyed\u001b[0m";
    expect(printableInColour(plan)).to.equal(plan);
    expect(printableInColour("\u001b[8mhidden\u001b[0m")).to.equal("\\u{1b}[8mhidden\u001b[0m");
    expect(printableInColour("\u001b[30;40m")).to.equal("\\u{1b}[30;40m");
  });

  it("gives it none, whatever it holds", () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        // eslint-disable-next-line no-control-regex -- that is what must not be there
        const order = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u2028\u202e]/;
        expect(printable(text)).not.to.match(order);
        // eslint-disable-next-line no-control-regex -- nor such a look
        expect(printableInColour(text)).not.to.match(/\u001b(?!\[([014]|3\d|9\d)?m)/);
      }),
    );
  });
});
