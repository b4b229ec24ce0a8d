import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { expect } from "chai";
import type { Browser, Page } from "playwright-core";

import { startBrowser } from "../../support/browser";
import { DeployedCenter } from "../../support/deployed-center";
import { copyProject } from "../../support/project-copy";
import { projectShell } from "../../support/project-shell";
import { requires } from "../../support/requirements";
import { PROD } from "../../support/synthesized";

const FLOW = "KWGlobal Main Menu";
const FLOW_IN_PLAN = "aws_connect_contact_flow.kwglobal_main_menu";

describe("A flow that is edited on the telephone's page, and pulled", function () {
  this.timeout(900_000);
  requires("terraform", "moto_server", "provider", "chromium");

  let center: DeployedCenter;
  let browser: Browser;
  let page: Page;
  const project = join(mkdtempSync(join(tmpdir(), "edited-")), "project");
  const shell = (script: string) => projectShell(center.sandbox, PROD.region, script, project);
  const pull = (options = "") => shell(`npm run -s pull -- prod "${FLOW}" ${options}`);
  const plan = async () => (await shell("npm run -s plan -- prod")).all;
  const sources = () =>
    ["kwglobal.ts", "flow-templates/main-menu.json"].map((file) =>
      readFileSync(join(project, file), "utf8"),
    );

  before(async () => {
    await copyProject(project);
    center = await DeployedCenter.copy();
    browser = await startBrowser();
    page = await browser.newPage();
    page.setDefaultTimeout(15_000);
    await page.goto(`${center.sandbox.endpoint}/phone/`);
    await page.waitForSelector("body[data-ready]");
  });

  after(async () => {
    await (browser as Browser | undefined)?.close();
    await (center as DeployedCenter | undefined)?.stop();
    rmSync(join(project, ".."), { recursive: true, force: true });
  });

  it("is drift in the next plan", async () => {
    const edit = page.locator("#flow-edit");
    const publish = async (block: string, label: string, value: string) => {
      await edit.getByLabel("Block").selectOption(block);
      await edit.getByLabel(label).fill(value);
      await page.getByRole("button", { name: "Publish", exact: true }).click();
      await page.locator(".toast", { hasText: `${block} is published` }).waitFor();
    };
    await page.getByRole("button", { name: "Edit", exact: true }).click();
    await publish("Welcome", "Says", "Welcome to KWGlobal, and a good day to you");
    await publish("Main menu", "Seconds", "11");
    expect(await plan()).to.include(FLOW_IN_PLAN);
  });

  it("comes home: the words into the template, the seconds into the value they come from", async () => {
    const told = await pull();
    expect(told.exitCode, told.all).to.equal(1);
    expect(told.all).to.match(/kwglobal\.ts:\d+: secondsToPress: "11"/);
    const { exitCode, all } = await pull("--write");
    expect(exitCode, all).to.equal(0);
    expect(all).to.include("+ Text: Welcome to KWGlobal, and a good day to you");
    const [value, template] = sources();
    expect(value).to.include('secondsToPress: "11",');
    expect(template)
      .to.include('"Welcome to KWGlobal, and a good day to you"')
      .and.to.include("{{secondsToPress}}");
  });

  it("changes nothing when it is pulled again, and the plan no longer shows it", async () => {
    const before = sources();
    const { exitCode, all } = await pull("--write");
    expect(exitCode, all).to.equal(0);
    expect(all).to.include("as the code says");
    expect(sources()).to.deep.equal(before);
    expect(await plan()).not.to.include(FLOW_IN_PLAN);
  });
});
