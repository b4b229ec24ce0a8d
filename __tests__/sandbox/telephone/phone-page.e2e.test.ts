import { join } from "node:path";

import * as sdk from "@aws-sdk/client-connect";
import { expect } from "chai";
import type { Browser, Page } from "playwright-core";

import { LiveMessage } from "../../../commands/message/live-message";
import { KWGLOBAL } from "../../../kwglobal";
import { startBrowser } from "../../support/browser";
import { DeployedCenter } from "../../support/deployed-center";
import { MESSAGE_ZONE } from "../../support/kwglobal-call";
import { IN_QUEUE, saidBy } from "../../support/kwglobal-texts";
import { requires } from "../../support/requirements";

const CLOSED = saidBy("Closed");
const SNOW = "Because of snow we are only a few today.";
const OFFER = saidBy("Offer a callback", IN_QUEUE);

/** What a caller has heard, and what the page has shown of it, if only for a moment. */
interface Heard {
  readonly spoken: string[];
  notes: number;
  readonly captions: string[];
  readonly blocks: string[];
}

describe("The telephone's page in a browser, on the center that Terraform has applied", function () {
  this.timeout(300_000);
  requires("terraform", "provider", "moto_server", "chromium");

  let center: DeployedCenter;
  let browser: Browser;
  let page: Page;
  let complaints: string[];
  let requested: string[];
  /** How much of what the page has shown was waited for. */
  let seen: Record<"captions" | "blocks", number>;

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
    requested = [];
    seen = { captions: 0, blocks: 0 };
    page = await browser.newPage({ viewport: { width: 1600, height: 960 } });
    page.setDefaultTimeout(15_000);
    page.on("console", (message) => {
      if (message.type() === "error") complaints.push(message.text());
    });
    page.on("pageerror", ({ message }) => complaints.push(message));
    page.on("request", (request) => requested.push(request.url()));
    await page.addInitScript(() => {
      const heard: Heard = { spoken: [], notes: 0, captions: [], blocks: [] };
      Object.assign(window, { heard });
      const note = (list: string[], text: string | null | undefined) => {
        if (text && text !== list.at(-1)) list.push(text);
      };
      new MutationObserver(() => {
        note(heard.captions, document.querySelector("#caption")?.textContent);
        const card = document.querySelector("#picture .card.running");
        note(heard.blocks, card?.getAttribute("data-action"));
      }).observe(document, {
        subtree: true,
        childList: true,
        characterData: true,
        attributes: true,
      });
      const speak = speechSynthesis.speak.bind(speechSynthesis);
      speechSynthesis.speak = (utterance) => {
        heard.spoken.push(utterance.text);
        speak(utterance);
      };
      const start = Object.getOwnPropertyDescriptor(AudioScheduledSourceNode.prototype, "start")
        ?.value as AudioScheduledSourceNode["start"];
      AudioScheduledSourceNode.prototype.start = function (when) {
        heard.notes += 1;
        start.call(this, when);
      };
    });
    await page.goto(center.sandbox.phone);
    await page.waitForSelector("body[data-ready]");
  });

  afterEach(async () => {
    await page.close();
  });

  const button = (name: string) => page.getByRole("button", { name, exact: true });
  const heard = () => page.evaluate(() => (window as unknown as { heard: Heard }).heard);
  /** Waits until the page has shown a text, after those that were waited for before. */
  const shown = async (list: "captions" | "blocks", text: string | RegExp) => {
    const pattern =
      typeof text === "string" ? text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&") : text.source;
    const found = await page.waitForFunction(
      ([name, wanted, from]) => {
        const { heard } = window as unknown as { heard: Heard };
        return heard[name].findIndex((each, at) => at >= from && new RegExp(wanted).test(each)) + 1;
      },
      [list, pattern, seen[list]] as const,
    );
    seen[list] = await found.jsonValue();
  };
  const caption = (text: string | RegExp) => shown("captions", text);
  const status = (text: string | RegExp) => page.locator("#status", { hasText: text }).waitFor();
  const running = (block: string) => shown("blocks", block);
  /** Lets time pass, 15 seconds at a time. */
  const pass = async (seconds: number) => {
    for (let passed = 0; passed < seconds; passed += 15) await button("+15 s").click();
  };

  it("on a Tuesday: queue, music, two minutes, a callback, and Mary's phone rings", async () => {
    await button("Tue 10:00").click();
    await page.locator("#time", { hasText: /^Tue .* 10:00:/ }).waitFor();
    await button("Call").click();
    await caption(saidBy("Welcome"));
    await running("Welcome");
    await caption(saidBy("Main menu"));
    await running("Main menu");
    await page.keyboard.press("1");

    await status("Waits in Customer Service");
    await caption(saidBy("Loop prompts", IN_QUEUE));
    await running("Loop prompts");
    await pass(15);
    await caption("♪ Music_Pop_ThisAndThatIsLife_Inst.wav");
    const { notes } = await heard();
    await page.waitForFunction(
      (before) => (window as unknown as { heard: Heard }).heard.notes > before,
      notes,
    );

    await page.locator("#speeds").getByText("Pause").click();
    await pass(105);
    await caption(OFFER);
    await running("Offer a callback");
    await page.locator('#keypad [data-key="1"]').click();
    await caption(saidBy("Callback is coming", IN_QUEUE));
    await pass(45);
    await status("The flow hung up");
    await page.locator("#queues li", { hasText: "+1 302-555-0123 · callback" }).first().waitFor();

    const mary = page.getByRole("article", { name: "Mary Jane" });
    await mary.getByLabel("Status of Mary Jane").selectOption("Available");
    await mary.getByText("Call for you").waitFor();
    await mary.getByText("Customer Service · +1 302-555-0123 · callback").waitFor();
    await mary.getByRole("button", { name: "Accept" }).click();
    await mary.getByText("Customer Service", { exact: true }).nth(1).waitFor();
    await pass(15);
    await status("Incoming call");
    await button("Answer").click();
    await caption("This call is not being recorded.");
    await pass(15);
    await status("Connected with Mary Jane");
    await mary.getByRole("button", { name: "Hang up" }).click();
    await mary.getByText("After call work").waitFor();
    await mary.getByRole("button", { name: "Finish" }).click();
    await mary.getByLabel("Status of Mary Jane").selectOption("Offline");

    const { spoken } = await heard();
    expect(spoken[0]).to.equal(saidBy("Welcome"));
    expect(requested.filter((url) => !url.startsWith(center.sandbox.endpoint))).to.deep.equal([]);
    expect(complaints).to.deep.equal([]);
  });

  it("on a Sunday: the closing text, and the flow hangs up", async () => {
    await page.locator("#speeds").getByText("1×").click();
    await button("Sun 10:00").click();
    await button("Call").click();
    await caption(saidBy("Main menu"));
    await button("1").click();
    await caption(CLOSED);
    await running("Closed");
    expect((await heard()).spoken.at(-1)).to.equal(CLOSED);
    await pass(30);
    await status("The flow hung up");
    expect(complaints).to.deep.equal([]);
  });

  it("who presses nothing waits for Customer Service", async () => {
    await page.locator("#speeds").getByText("1×").click();
    await button("Tue 10:00").click();
    await button("Call").click();
    await caption(saidBy("Main menu"));
    await page.locator("#speeds").getByText("Pause").click();
    await pass(90);
    await status("Waits in Customer Service");
    await button("Hang up").click();
    expect(complaints).to.deep.equal([]);
  });

  it("who waits at closing time hears the business hours and goodbye", async () => {
    await page.locator("#speeds").getByText("1×").click();
    await page.locator("#moment").fill("2026-11-24T17:59");
    await button("Call").click();
    await caption(saidBy("Main menu"));
    await button("1").click();
    await status("Waits in Customer Service");
    await page.locator("#speeds").getByText("Pause").click();
    await pass(150);
    await caption(saidBy("Closed", IN_QUEUE));
    await running("Closed");
    await pass(45);
    await status("The flow hung up");
    expect(complaints).to.deep.equal([]);
  });

  it("a message that is switched on is shown, and heard before the menu", async () => {
    const today = new Date().toLocaleDateString("sv", { timeZone: MESSAGE_ZONE });
    const { connect } = center;
    const { InstanceSummaryList = [] } = await connect.send(new sdk.ListInstancesCommand({}));
    const id = InstanceSummaryList[0]?.Id ?? "";
    const message = await LiveMessage.of(connect, id, KWGLOBAL.message?.name ?? "");
    await message.switchOn(SNOW, { EffectiveFrom: today, EffectiveTill: today, Config: [] });
    await page.locator("#speeds").getByText("1×").click();
    await page.locator("#moment").fill(`${today}T10:00`);
    await page.locator("#message", { hasText: SNOW }).waitFor();
    await button("Call").click();
    await caption(SNOW);
    await caption(saidBy("Main menu"));
    await button("Hang up").click();
    await message.switchOff();
    expect(complaints).to.deep.equal([]);
  });

  it("shows itself in the picture of the README", async function () {
    if (process.env.UPDATE_SNAPSHOTS !== "1") this.skip();
    await page.setViewportSize({ width: 1500, height: 900 });
    await page.locator("#speeds").getByText("1×").click();
    await page.locator("#moment").fill("2026-11-24T10:00");
    await button("Call").click();
    await caption(saidBy("Main menu"));
    await button("1").click();
    await button("+2 min").click();
    await running("Offer a callback");
    await button("Smaller").click();
    await page.getByLabel("Status of Mary Jane").selectOption("Available");
    await page.getByText("Call for you").waitFor();
    await page.mouse.move(800, 5);
    await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
    await page.screenshot({ path: join(__dirname, "../../../docs/phone.png") });
    await button("Hang up").click();
    await page.getByLabel("Status of Mary Jane").selectOption("Offline");
  });

  it("invokes the function that is deployed", async () => {
    const { connect, sandbox } = center;
    const [instance] =
      (await connect.send(new sdk.ListInstancesCommand({}))).InstanceSummaryList ?? [];
    const InstanceId = instance?.Id ?? "";
    const { LambdaFunctions = [] } = await connect.send(
      new sdk.ListLambdaFunctionsCommand({ InstanceId }),
    );
    const say = (Identifier: string, Text: string) => ({
      Identifier,
      Type: "MessageParticipant",
      Parameters: { Text },
      Transitions: {
        NextAction: "end",
        Errors: [{ NextAction: "end", ErrorType: "NoMatchingError" }],
      },
    });
    const { ContactFlowId } = await connect.send(
      new sdk.CreateContactFlowCommand({
        InstanceId,
        Name: "Vanity number",
        Type: "CONTACT_FLOW",
        Content: JSON.stringify({
          Version: "2019-10-30",
          StartAction: "ask",
          Actions: [
            {
              Identifier: "ask",
              Type: "InvokeLambdaFunction",
              Parameters: {
                LambdaFunctionARN: LambdaFunctions[0],
                InvocationTimeLimitSeconds: "8",
                LambdaInvocationAttributes: { companyName: "Flowers", phone: "+13023569377" },
              },
              Transitions: {
                NextAction: "tell",
                Errors: [{ NextAction: "failed", ErrorType: "NoMatchingError" }],
              },
            },
            say("tell", "Your number is $.External.vanityNumber"),
            say("failed", "The function failed"),
            { Identifier: "end", Type: "DisconnectParticipant", Parameters: {}, Transitions: {} },
          ],
        }),
      }),
    );
    const { AvailableNumbersList = [] } = await connect.send(
      new sdk.SearchAvailablePhoneNumbersCommand({
        InstanceId,
        PhoneNumberCountryCode: "US",
        PhoneNumberType: "DID",
        MaxResults: 1,
      }),
    );
    const { PhoneNumber } = AvailableNumbersList[0] ?? {};
    const { PhoneNumberId } = await connect.send(
      new sdk.ClaimPhoneNumberCommand({ InstanceId, PhoneNumber }),
    );
    await connect.send(
      new sdk.AssociatePhoneNumberContactFlowCommand({ InstanceId, PhoneNumberId, ContactFlowId }),
    );

    await page.locator("#speeds").getByText("1×").click();
    await page.locator("#to").fill(PhoneNumber ?? "");
    await button("Call").click();
    await caption(/^Your number is 1-?302-FLOWERS$/);
    await page.locator("#trace li", { hasText: 'answers {"status":"recorded"' }).waitFor();
    expect(sandbox.functionLogs(LambdaFunctions[0] ?? "").join("\n")).not.to.include(
      "+13023569377",
    );
  });
});
