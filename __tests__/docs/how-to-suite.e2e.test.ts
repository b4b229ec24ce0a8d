import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { expect } from "chai";
import { execa } from "execa";

import { FOLDER } from "../support/environment";
import { applyEdit, editsIn, HOW_TO_PAGES } from "../support/how-to";
import { copyProject } from "../support/project-copy";

/** Pages whose edits need more than the edit: a file of the reader's, or another package. */
const NEED_MORE = ["move-to-cdktn", "sign-in-through-saml"];

describe("The fast tests, after the edits of the pages of docs/how-to", function () {
  this.timeout(900_000);
  const directory = mkdtempSync(join(tmpdir(), "how-to-suite-"));
  const pages = HOW_TO_PAGES.filter((page) => !NEED_MORE.includes(page));

  before(async () => {
    await copyProject(directory);
    for (const edit of pages.flatMap((page) => editsIn(page))) {
      const file = join(directory, edit.file);
      writeFileSync(file, applyEdit(readFileSync(file, "utf8"), edit));
    }
  });
  after(() => {
    rmSync(directory, { recursive: true });
  });

  it("pass, once the snapshots are written anew", async () => {
    const { all, exitCode } = await execa(
      "npm",
      ["run", "test:fast", "--", "--timeout", "120000"],
      {
        cwd: directory,
        // Its own temporary folder: what the slow tests beside it have in theirs isn't left behind.
        env: { UPDATE_SNAPSHOTS: "1", [FOLDER]: undefined },
        all: true,
        reject: false,
      },
    );
    const failed = / failing\n[^]*/.exec(all)?.[0] ?? all.slice(-3_000);
    expect(exitCode, failed).to.equal(0);
  });
});
