import { expect } from "chai";
import type { Browser, Page } from "playwright-core";

import { startBrowser } from "../../support/browser";
import { DeployedCenter } from "../../support/deployed-center";
import { requires } from "../../support/requirements";

const STACK = "kwglobal-prod";

describe("What the telephone's page says of the deployment", function () {
  this.timeout(300_000);
  requires("terraform", "provider", "moto_server", "chromium");

  let center: DeployedCenter;
  let browser: Browser;
  let page: Page;
  let complaints: string[];

  before(async () => {
    center = await DeployedCenter.copy();
    browser = await startBrowser();
  });

  after(async () => {
    // What was never started because the suite was skipped needs no end.
    await (browser as Browser | undefined)?.close();
    await (center as DeployedCenter | undefined)?.stop();
  });

  beforeEach(async () => {
    complaints = [];
    page = await browser.newPage({ viewport: { width: 1500, height: 900 } });
    page.setDefaultTimeout(15_000);
    page.on("pageerror", ({ message }) => complaints.push(message));
    await page.goto(center.sandbox.phone);
    await page.waitForSelector("body[data-ready]");
  });

  afterEach(async () => {
    await page.close();
    expect(complaints).to.deep.equal([]);
  });

  const button = (name: string) => page.getByRole("button", { name, exact: true });
  const panel = () => page.getByRole("region", { name: "Deployment" });

  it("before a call, the flow that answers at the number", async () => {
    await page.locator('#picture .card[data-action="Welcome"]').waitFor();
    expect(await page.locator("#picture .card.running").count()).to.equal(0);
    expect(await button("KWGlobal Main Menu").getAttribute("aria-pressed")).to.equal("true");
  });

  it("while it goes on, how far it is", async () => {
    const { board } = center.sandbox;
    expect(await panel().isVisible()).to.equal(false);
    board.show({ stack: STACK, state: "synthesizing" });
    await panel().getByText("Synthesizing kwglobal-prod …").waitFor();
    board.show({ stack: STACK, state: "applying", done: 0, total: 0 });
    await panel().getByText("Planning kwglobal-prod …").waitFor();
    const address = "aws_connect_queue.customer_service";
    board.show({ stack: STACK, state: "applying", done: 34, total: 113, address });
    await panel().getByText(`34 of 113 · ${address}`).waitFor();
    const bar = panel().getByRole("progressbar");
    expect(await bar.getAttribute("value")).to.equal("34");
    expect(await button("Close").isVisible()).to.equal(false);
    board.show({ stack: STACK, state: "applied", changes: [] });
    await panel().waitFor({ state: "hidden" });
  });

  it("afterwards, what a save has changed, until that is closed", async () => {
    const change = {
      address: "aws_connect_contact_flow.kwglobal_main_menu",
      action: "update",
      lines: ['"Welcome" (Play prompt)', "- Text: Hello", "+ Text: Good day"],
    };
    center.sandbox.board.show({ stack: STACK, state: "applied", changes: [change] });
    await panel().getByText("Applied: the next call hears it.").waitFor();
    expect(await panel().getByRole("listitem").allTextContents()).to.deep.equal([
      "update aws_connect_contact_flow.kwglobal_main_menu",
      '  "Welcome" (Play prompt)',
      "- Text: Hello",
      "+ Text: Good day",
    ]);
    await button("Close").click();
    await panel().waitFor({ state: "hidden" });
  });

  it("all that is wrong with what was saved", async () => {
    const fault = "synth failed: 2 faults\n  - no queue\n  - no flow\nThe center is as it was.";
    center.sandbox.board.show({ stack: STACK, state: "failed", fault });
    await panel().getByText("What was saved is not applied.").waitFor();
    expect(await panel().getByRole("listitem").allTextContents()).to.deep.equal(fault.split("\n"));
    center.sandbox.board.show({ stack: STACK, state: "applied", changes: [] });
  });

  it("by its Reset button goes back to what was applied, and calls end", async () => {
    expect(await button("Reset").isVisible()).to.equal(false);
    await center.sandbox.snapshot();
    await button("Call").click();
    await page.locator("#caption", { hasText: "Welcome to KWGlobal" }).waitFor();
    await button("Reset").click();
    await page.getByText("back at what was applied: calls have ended").waitFor();
    await page.locator("#status", { hasText: "Ready" }).waitFor();
    expect(await page.locator("#lost").isVisible()).to.equal(false);
    await button("Call").click();
    await page.locator("#caption", { hasText: "Welcome to KWGlobal" }).waitFor();
  });

  it("lets nobody reset while it goes on", async () => {
    const { board } = center.sandbox;
    board.show({ stack: STACK, state: "applying", done: 1, total: 2 });
    await page.locator("#reset:disabled").waitFor();
    board.show({ stack: STACK, state: "applied", changes: [] });
    await page.locator("#reset:enabled").waitFor();
  });
});
