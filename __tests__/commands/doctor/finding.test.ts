import { expect } from "chai";

import { type Check, examine, requireAll } from "../../../commands/doctor/finding";
import { reportText } from "../../../commands/doctor/report";
import { Missing, OperatorError } from "../../../sandbox/machine/errors";

const failing = (name: string, error: Error): Check => ({
  name,
  look: () => Promise.reject(error),
});

const THERE: Check = { name: "Node.js", look: () => "20.19.0" };
const GONE = failing("Terraform", new Missing("terraform is not on the PATH", "install it"));
const WRONG = failing("Python, moto", new OperatorError("KW_DOWNLOADS must be never"));

describe("the checks of this machine", () => {
  it("say what is there, or what is wrong with its cure, and none stops another", async () => {
    expect(await examine([GONE, THERE, WRONG])).to.deep.equal([
      { name: "Terraform", ok: false, found: "terraform is not on the PATH", cure: "install it" },
      { name: "Node.js", ok: true, found: "20.19.0" },
      { name: "Python, moto", ok: false, found: "KW_DOWNLOADS must be never" },
    ]);
  });

  it("don't take a mistake of ours for something that is missing", async () => {
    const error: unknown = await examine([failing("x", new TypeError("oops"))]).catch(
      (reason: unknown) => reason,
    );
    expect(error).to.be.instanceOf(TypeError);
  });

  it("tell all that is missing at once, where it is required", async () => {
    await requireAll([THERE]);
    const error: unknown = await requireAll([GONE, THERE, WRONG]).catch(
      (reason: unknown) => reason,
    );
    expect(error).to.be.instanceOf(OperatorError);
    expect((error as Error).message).to.equal(
      "terraform is not on the PATH: install it\nKW_DOWNLOADS must be never",
    );
  });

  it("are a line each, and the cure below what is missing", async () => {
    const two = failing("Two", new Missing("one line\nanother", "mend it\nso"));
    const groups = [
      { title: "Here", findings: await examine([THERE, GONE]) },
      { title: "There", findings: await examine([two]) },
    ];
    expect(reportText(groups).split("\n")).to.deep.equal([
      "Here",
      "  ok       Node.js    20.19.0",
      "  missing  Terraform  terraform is not on the PATH",
      "                      → install it",
      "",
      "There",
      "  missing  Two        one line",
      "                      another",
      "                      → mend it",
      "                      so",
    ]);
  });
});
