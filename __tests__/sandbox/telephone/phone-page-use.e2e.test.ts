import { readFileSync } from "node:fs";

import { expect } from "chai";
import type { Browser, BrowserContext, BrowserContextOptions, Page } from "playwright-core";

import { emptyStore } from "../../../sandbox/connect/store/store";
import { publishFlowAt } from "../../../sandbox/telephone/publish-flow";
import { violations } from "../../support/axe";
import { startBrowser } from "../../support/browser";
import { connectUnderTest } from "../../support/connect-under-test";
import { requires } from "../../support/requirements";
import { type Center, deployKwglobal } from "./kwglobal-instance";
import { type ServedCenter, serveCenter } from "./served-center";

const OFFER = /^We apologize for the delay/;

describe("The telephone's page in use", function () {
  this.timeout(120_000);
  requires("chromium");

  const under = connectUnderTest();
  let center: Center;
  let served: ServedCenter;
  let browser: Browser;
  let context: BrowserContext;
  let page: Page;

  before(async () => {
    center = await deployKwglobal(under);
    browser = await startBrowser();
  });

  after(async () => {
    await (browser as Browser | undefined)?.close();
  });

  /** A page in a context of its own. */
  const opened = async (options: BrowserContextOptions = {}, address = served.address) => {
    context = await browser.newContext({ viewport: { width: 1500, height: 900 }, ...options });
    context.setDefaultTimeout(15_000);
    return open(address);
  };
  /** Another tab of the same browser. */
  const open = async (address = served.address) => {
    const tab = await context.newPage();
    await tab.goto(address);
    await tab.waitForSelector("body[data-ready]");
    return tab;
  };

  beforeEach(async () => {
    served = await serveCenter(center, undefined, {
      publishFlow: publishFlowAt(() => under.endpoint),
    });
    page = await opened();
  });

  afterEach(async () => {
    await Promise.all(browser.contexts().map((each) => each.close()));
    await served.close();
  });

  const button = (name: string) => page.getByRole("button", { name, exact: true });
  const to = () => page.locator("#to").inputValue();
  const status = (text: string | RegExp) => page.locator("#status", { hasText: text }).waitFor();
  const caption = (text: string | RegExp) => page.locator("#caption", { hasText: text }).waitFor();
  const number = (tab: Page) => tab.locator("#own").textContent();
  /** A caller who is offered a callback, while Mary's telephone rings. */
  const called = async () => {
    await page.locator("#call").click();
    await page.locator("#next-event").evaluate((each: HTMLElement) => {
      each.click();
    });
    await caption(/please press 1/);
    await page.locator('[data-key="1"]').click();
    await status("Waits in Customer Service");
    await page.locator("#next-event").evaluate((each: HTMLElement) => {
      each.click();
    });
    await caption(OFFER);
    await page.getByLabel("Status of Mary Jane").selectOption("Available");
    await page.getByText("Call for you").waitFor();
  };

  describe("in another tab", () => {
    it("is another caller, each time it is opened, and the same one after a reload", async () => {
      const link = page.getByRole("link", { name: "Open another one" });
      const tabs = [page];
      for (let count = 0; count < 2; count += 1) {
        const [tab] = await Promise.all([context.waitForEvent("page"), link.click()]);
        await tab.waitForSelector("body[data-ready]");
        tabs.push(tab);
      }
      tabs.push(await open());
      const numbers = await Promise.all(tabs.map(number));
      expect(numbers).to.deep.equal([
        "+1 302-555-0123",
        "+1 302-555-0124",
        "+1 302-555-0125",
        "+1 302-555-0126",
      ]);
      const second = tabs[1] ?? page;
      await second.reload();
      await second.waitForSelector("body[data-ready]");
      expect(await number(second)).to.equal("+1 302-555-0124");
    });

    it("calls while the first one calls", async () => {
      await button("Call").click();
      await status("In KWGlobal Main Menu");
      const other = await open();
      await other.locator("#status", { hasText: "Ready" }).waitFor();
      await other.locator("#call").click();
      await other.locator("#status", { hasText: "In KWGlobal Main Menu" }).waitFor();
    });
  });

  describe("on the keyboard", () => {
    it("types a number, takes digits back, and brings the center's number back", async () => {
      const suggested = await to();
      await page.keyboard.type("555");
      expect(await to()).to.equal("555");
      await page.keyboard.press("Backspace");
      expect(await to()).to.equal("55");
      await page.keyboard.press("Escape");
      expect(await to()).to.equal(suggested);
      await page.keyboard.type("7");
      await page.keyboard.press("Backspace");
      expect(await to()).to.equal(suggested);
      await page.locator("#to").fill("");
      await page.locator("#to").blur();
      expect(await to()).to.equal(suggested);
    });

    for (const [what, selector] of [
      ["nothing", "body"],
      ["a checkbox", "#withheld"],
      ["a list", ".status-choice"],
      ["the number", "#to"],
      ["the trace", "#picture"],
    ] as const) {
      it(`calls with Enter where ${what} has the focus`, async () => {
        await page.locator(selector).first().focus();
        await page.keyboard.press("Enter");
        await status("In KWGlobal Main Menu");
      });
    }

    it("leaves Enter to a button that has the focus", async () => {
      await button("+15 s").focus();
      await page.keyboard.press("Enter");
      await page.locator("#time", { hasText: "10:00:15" }).waitFor();
      await status("Ready");
    });

    it("hangs up with Escape, and keeps the number that was called", async () => {
      const suggested = await to();
      await page.keyboard.press("Enter");
      await status("In KWGlobal Main Menu");
      await page.keyboard.press("Escape");
      await status("The caller hung up");
      expect(await to()).to.equal(suggested);
    });

    it("tells that a key was ignored", async () => {
      await page.keyboard.press("Enter");
      await status("In KWGlobal Main Menu");
      await page.keyboard.press("4");
      await page.locator("#trace li", { hasText: "presses 4: ignored" }).waitFor();
    });
  });

  describe("a jump in time", () => {
    it("goes to the next event, and never over a question", async () => {
      await button("Call").click();
      await button("Next event").click();
      await caption(/please press 1/);
      await button("1").click();
      await status("Waits in Customer Service");
      await button("+2 min").click();
      await caption(OFFER);
      await button("Hang up").click();
    });
  });

  describe("the trace", () => {
    beforeEach(async () => {
      await context.grantPermissions(["clipboard-read", "clipboard-write"]);
      await page.keyboard.press("Enter");
      await status("In KWGlobal Main Menu");
    });
    const clipboard = () => page.evaluate(() => navigator.clipboard.readText());

    it("is copied", async () => {
      await button("Copy").click();
      await button("Copied").waitFor();
      expect(await clipboard()).to.match(
        /^10:00:00 {2}call {5} {2}calls \+1.*Welcome to KWGlobal/s,
      );
    });

    it("is saved", async () => {
      const [download] = await Promise.all([page.waitForEvent("download"), button("Save").click()]);
      expect(download.suggestedFilename()).to.equal("trace.txt");
      expect(readFileSync(await download.path(), "utf8")).to.include("“Welcome to KWGlobal”");
    });

    it("becomes a test, ready to paste", async () => {
      await page.keyboard.press("Escape");
      await status("The caller hung up");
      await button("As a test").click();
      const dialog = page.getByRole("dialog", { name: "The last call as a test" });
      await dialog.getByText('.hears("Welcome to KWGlobal")').waitFor();
      await dialog.getByRole("button", { name: "Copy" }).click();
      await dialog.getByRole("button", { name: "Copied" }).waitFor();
      expect(await clipboard()).to.match(/^it\("a call on 2026-11-24 at 10:00.*\.hangsUp\(\);/s);
      await page.keyboard.press("Escape");
      await dialog.waitFor({ state: "hidden" });
    });
  });

  describe("a block of the flow", () => {
    it("is broken and mended", async () => {
      await button("Call").click();
      const choice = page.getByLabel("A block that fails");
      await choice.selectOption("Main menu");
      await page.locator('#picture .card.broken[data-action="Main menu"]').waitFor();
      await button("+15 s").click();
      await page.locator("#trace li", { hasText: "there have been a system error" }).waitFor();
      await button("Mend Main menu").click();
      await page.locator("#picture .card.broken").waitFor({ state: "detached" });
    });
  });

  describe("an empty panel", () => {
    it("says what will stand there", async () => {
      const without = await serveCenter({ store: emptyStore() });
      page = await opened({}, without.address);
      for (const text of [
        "the flow that answers is drawn here",
        "What happens on your line stands here",
        "What Amazon Connect knows of the call stands here",
        "Who can take calls stands here",
        "Who waits stands here",
      ]) {
        await page.getByText(text).waitFor();
      }
      await context.close();
      await without.close();
    });
  });

  describe("on a smaller screen", () => {
    for (const width of [1024, 1100, 1180]) {
      it(`keeps flow and trace in view at ${width} pixels`, async () => {
        page = await opened({ viewport: { width, height: 768 } });
        await called();
        for (const panel of [".flow-panel", ".trace-panel", "#call"]) {
          const box = await page.locator(panel).boundingBox();
          expect(box?.y, panel).to.be.at.least(0);
          expect((box?.y ?? 0) + (box?.height ?? 0), panel).to.be.below(768);
          expect((box?.x ?? 0) + (box?.width ?? 0), panel).to.be.at.most(width);
        }
      });
    }

    it("folds the clock on a telephone, and nothing is wider than the screen", async () => {
      page = await opened({ viewport: { width: 390, height: 844 } });
      expect(await button("Next event").isVisible()).to.equal(false);
      await page.getByText("Change the time").click();
      await button("Next event").waitFor();
      const width = await page.evaluate(() => document.documentElement.scrollWidth);
      expect(width).to.equal(390);
    });
  });

  describe("for those who see or hear it differently", () => {
    /** The states that the page can be in. */
    const STATES: Readonly<Record<string, () => Promise<unknown>>> = {
      idle: () => Promise.resolve(),
      "in a call, while an agent's telephone rings": called,
      "with an agent on the line": async () => {
        await called();
        await button("Accept").click();
        await button("+15 s").click();
        await status("Connected with Mary Jane");
      },
      "called back": async () => {
        await called();
        await button("1").click();
        for (let times = 0; times < 3; times += 1) await button("+15 s").click();
        await page.getByText("Customer Service · +1 302-555-0123 · callback").waitFor();
        await button("Accept").click();
        await button("+15 s").click();
        await status("Incoming call");
      },
      "after a call": async () => {
        await called();
        await button("Hang up").click();
        await status("The caller hung up");
      },
      "with a refusal": async () => {
        await page.locator("#to").fill("5");
        await button("Call").click();
        await page.locator(".toast").waitFor();
      },
      "with a broken block": async () => {
        await called();
        await page.getByLabel("A block that fails").selectOption("Loop prompts");
        await button("Mend Loop prompts").waitFor();
      },
      "with the call as a test": async () => {
        await called();
        await button("As a test").click();
        await page.getByRole("dialog").waitFor();
      },
    };
    for (const [state, reach] of Object.entries(STATES)) {
      it(`breaks no rule of axe: ${state}`, async () => {
        await reach();
        expect(await violations(page)).to.deep.equal([]);
      });
    }

    it("breaks no rule of axe: on a telephone", async () => {
      await page.setViewportSize({ width: 390, height: 844 });
      expect(await violations(page)).to.deep.equal([]);
    });
  });

  // Later callers hear it: this comes last.
  describe("with a flow that is edited there", () => {
    const edit = () => page.locator("#flow-edit");

    it("publishes what a block is to say, and later callers hear it", async () => {
      await page.locator('#picture .card[data-action="Welcome"]').waitFor();
      await button("Edit").click();
      await edit().getByLabel("Block").selectOption("Closed");
      await page.locator('#picture .card[data-action="Welcome"]').click();
      const says = edit().getByLabel("Says");
      await says.fill("Welcome to our new house");
      expect(await violations(page)).to.deep.equal([]);
      await button("Publish").click();
      await page.locator(".toast", { hasText: "Welcome is published" }).waitFor();
      await page.locator("#picture .card", { hasText: "Welcome to our new house" }).waitFor();
      await page.locator("#call").click();
      await caption("Welcome to our new house");
    });

    it("publishes how long a menu waits", async () => {
      await button("Edit").click();
      await edit().getByLabel("Block").selectOption("Main menu");
      await edit().getByLabel("Seconds").fill("9");
      await button("Publish").click();
      await page.locator(".toast", { hasText: "Main menu is published" }).waitFor();
      expect(await edit().getByLabel("Seconds").inputValue()).to.equal("9");
    });
  });
});
