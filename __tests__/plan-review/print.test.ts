import { expect } from "chai";
import * as fc from "fast-check";

import { judge } from "../../plan-review/gate/judge";
import { annotate, complain, print, printable } from "../../plan-review/print";
import { verdictText } from "../../plan-review/verdict-text";
import { commandsIn } from "../support/github/commands";
import { hostileText } from "../support/hostile-text";
import { planOf } from "../support/plans";

/** What is printed meanwhile. */
function printedBy(work: () => void): string {
  const lines: string[] = [];
  const { log, error } = console;
  console.log = console.error = (line: string) => lines.push(line);
  try {
    work();
  } finally {
    Object.assign(console, { log, error });
  }
  return lines.join("\n");
}

describe("A text of others in a job's log", () => {
  it("is no command to the runner, and no order to a terminal", () => {
    for (const [text, shown] of [
      ["a\n::set-output name=digest-prod::0", "a\n\\u{3a}:set-output name=digest-prod::0"],
      ["a\r  ::error::b", "a\\u{d}  ::error::b"],
      ["\u2028::add-mask::destroyed", "\\u{2028}::add-mask::destroyed"],
      ["\u00a0::group::a", "\u00a0\\u{3a}:group::a"],
      ["x ##[error]y ###[group]z", "x \\u{23}#[error]y #\\u{23}#[group]z"],
      ["\u001b[2Jcleared", "\\u{1b}[2Jcleared"],
      ["%0A::error::x", "%0A::error::x"],
      ["safe\u202egnihton", "safe\\u{202e}gnihton"],
    ] as const) {
      expect(
        printedBy(() => {
          print(text);
        }),
      ).to.equal(shown);
      expect(commandsIn(shown)).to.deep.equal([]);
    }
  });

  it("is none, whatever it holds", () => {
    fc.assert(
      fc.property(fc.array(hostileText), (texts) => {
        expect(commandsIn(printable(texts.join("\n")))).to.deep.equal([]);
      }),
    );
  });

  it("is none in what the gate says of a plan", () => {
    fc.assert(
      fc.property(hostileText, hostileText, (address, text) => {
        const plan = planOf([
          { address: `aws_iam_user.x["${address}"]`, actions: ["delete"], provider: text },
          { address: `aws_connect_user.${text}`, actions: [text], reason: text },
        ]);
        const log = printedBy(() => {
          print(verdictText(judge(plan, { allow: [{ address: text, effect: "destroy" }] })));
        });
        expect(commandsIn(log)).to.deep.equal([]);
        // eslint-disable-next-line no-control-regex -- that is what must not be there
        expect(log).not.to.match(/[\u0000-\u0008\u000b-\u001f\u0085\u2028\u2029\u202e]/);
      }),
    );
  });

  it("is one error where it is an error, with all that it says", () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        const [command, ...others] = commandsIn(
          printedBy(() => {
            annotate(`x ${text}`);
          }),
        );
        expect(others).to.deep.equal([]);
        expect(command?.name).to.equal("error");
        expect(
          commandsIn(
            printedBy(() => {
              complain(`error: ${text}`);
            }),
          ),
        ).to.deep.equal([]);
      }),
    );
    expect(
      printedBy(() => {
        annotate("50 %\nof it");
      }),
    ).to.equal("::error::50 %25%0Aof it");
  });
});
