import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";

import { expect } from "chai";

import { openInBrowser } from "../../../commands/support/open-in-browser";

describe("npm start -- --open", function () {
  this.timeout(30_000);

  let folder: string;
  const before_ = process.env.BROWSER;

  before(function () {
    folder = mkdtempSync(join(tmpdir(), "browser-"));
    // Elsewhere nobody can say which browser it is.
    if (process.platform !== "linux") this.skip();
  });

  after(() => {
    if (before_ === undefined) Reflect.deleteProperty(process.env, "BROWSER");
    else process.env.BROWSER = before_;
    rmSync(folder, { recursive: true, force: true });
  });

  it("opens the telephone's page in the browser of the person's choice", async () => {
    const opened = join(folder, "opened");
    const browser = join(folder, "browser");
    writeFileSync(browser, `#!/bin/sh\necho "$@" > '${opened}'\n`);
    chmodSync(browser, 0o755);
    process.env.BROWSER = browser;
    await openInBrowser("http://127.0.0.1:4566/phone/");
    while (!existsSync(opened) || readFileSync(opened, "utf8") === "") await wait(50);
    expect(readFileSync(opened, "utf8")).to.equal("http://127.0.0.1:4566/phone/\n");
  });
});
