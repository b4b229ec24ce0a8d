import { join } from "node:path";

import { expect } from "chai";
import type { Browser, Page } from "playwright-core";

import { emptyStore } from "../../../sandbox/connect/store/store";
import { Desk } from "../../../sandbox/telephone/desk";
import type { AlarmView } from "../../../sandbox/telephone/wallboard-view";
import { violations } from "../../support/axe";
import { startBrowser } from "../../support/browser";
import { connectUnderTest } from "../../support/connect-under-test";
import { requires } from "../../support/requirements";
import { type Center, deployKwglobal } from "./kwglobal-instance";
import { type ServedCenter, serveCenter } from "./served-center";

describe("The wallboard's page", function () {
  this.timeout(120_000);
  requires("chromium");

  const under = connectUnderTest();
  let center: Center;
  let served: ServedCenter;
  let browser: Browser;
  let page: Page;
  let alarms: readonly AlarmView[];

  before(async () => {
    center = await deployKwglobal(under);
    browser = await startBrowser();
  });

  after(async () => {
    await (browser as Browser | undefined)?.close();
  });

  const opened = async () => {
    page = await browser.newPage({ viewport: { width: 1920, height: 1080 } });
    page.setDefaultTimeout(15_000);
    await page.goto(`${served.address}wallboard`);
    await page.waitForSelector("body[data-ready]");
  };

  beforeEach(async () => {
    alarms = [];
    center.store.instances.get(center.instanceId)?.contacts.clear();
    served = await serveCenter(center, () => alarms);
    await opened();
  });

  afterEach(async () => {
    await page.close();
    await served.close();
  });

  const calls = (number: string, key: string) => {
    served.exchange.telephone(number).dial(center.number);
    served.exchange.timeline.pass(25_000);
    served.exchange.telephone(number).press(key);
  };
  /** One was answered, one gave up, two wait, a telephone rings, and an alarm is on. */
  const busy = () => {
    const { exchange } = served;
    const mary = new Desk(exchange, center.users.get("mary.jane") ?? "");
    calls("+13025550101", "1");
    mary.setStatus("Available");
    mary.accept();
    exchange.timeline.pass(90_000);
    exchange.telephone("+13025550101").hangUp();
    calls("+13025550102", "2");
    exchange.timeline.pass(40_000);
    exchange.telephone("+13025550102").hangUp();
    calls("+13025550103", "2");
    calls("+13025550104", "1");
    const reason = "the sum of MissedCalls was 1, at or over 1, in 15 min";
    alarms = [{ name: "kwglobal-missed-calls", since: exchange.timeline.now - 65_000, reason }];
    exchange.changed();
  };
  const card = (name: string) => page.locator("#queues > li", { hasText: name });

  it("shows queues, agents, figures, alarms and contacts, as they change", async () => {
    expect(await page.locator("#no-alarms").isVisible()).to.equal(true);
    expect(await page.locator("#no-contacts").isVisible()).to.equal(true);
    busy();
    await page.getByText("kwglobal-missed-calls").waitFor();
    expect(await page.locator("#alarms .since").textContent()).to.equal("1:05");
    expect(await card("Business Consulting").locator(".waiting dd").textContent()).to.equal("1");
    expect(await card("Customer Service").locator(".figures").innerText()).to.match(
      /^queued\s+1\s/,
    );
    expect(await page.locator("#agents > li").allInnerTexts()).to.have.lengthOf(2);
    expect(await page.locator("#contacts summary").allInnerTexts()).to.have.lengthOf(2);
    alarms = [];
    await page.locator("#no-alarms").waitFor();
  });

  it("opens a contact's record, and leaves it open while figures change", async () => {
    busy();
    await page.locator("#contacts summary", { hasText: "answered by Mary Jane" }).click();
    served.exchange.telephone("+13025550103").hangUp();
    await page.locator("#contacts > li").nth(2).waitFor();
    const record = page.locator("#contacts details[open] pre");
    const { Queue } = JSON.parse((await record.textContent()) ?? "") as { Queue: { Name: string } };
    expect(Queue.Name).to.equal("Customer Service");
  });

  it("says that the sandbox is gone, and comes back by itself", async () => {
    await page.route("**/wallboard.json", (route) => route.abort());
    await page.locator("#lost").waitFor();
    await page.unroute("**/wallboard.json");
    await page.locator("#lost").waitFor({ state: "hidden" });
  });

  it("is a link away from the telephone, and takes no number of it", async () => {
    await page.getByRole("link", { name: "Telephone" }).click();
    await page.waitForSelector("body[data-ready]");
    expect(await page.locator("#own").textContent()).to.equal("+1 302-555-0123");
    expect(await page.getByRole("link", { name: "Wallboard" }).count()).to.equal(1);
  });

  for (const [where, width, height] of [
    ["on a wall", 1920, 1080],
    ["on a telephone", 390, 844],
  ] as const) {
    it(`breaks no rule of axe, and scrolls in one direction only: ${where}`, async () => {
      busy();
      await page.getByText("kwglobal-missed-calls").waitFor();
      await page.setViewportSize({ width, height });
      await page.locator("#contacts summary").first().click();
      expect(await violations(page)).to.deep.equal([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).to.equal(width);
    });
  }

  it("shows itself in the picture of docs/reporting.md", async function () {
    if (process.env.UPDATE_SNAPSHOTS !== "1") this.skip();
    await page.setViewportSize({ width: 1500, height: 900 });
    const instance = center.store.instances.get(center.instanceId);
    if (instance !== undefined) instance.InstanceAlias = "KWGlobal";
    busy();
    await page.locator("h1", { hasText: "KWGlobal" }).waitFor();
    await page.getByText("kwglobal-missed-calls").waitFor();
    await page.locator("#contacts > li").nth(1).waitFor();
    await page.mouse.move(800, 5);
    await page.screenshot({ path: join(__dirname, "../../../docs/wallboard.png") });
  });

  it("breaks no rule of axe while nothing is deployed, and says so", async () => {
    await page.close();
    await served.close();
    served = await serveCenter({ store: emptyStore() });
    await opened();
    expect(await page.locator("h1").textContent()).to.equal("Nothing is deployed yet");
    expect(await violations(page)).to.deep.equal([]);
  });
});
