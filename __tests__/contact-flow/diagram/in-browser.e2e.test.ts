import { readFileSync } from "node:fs";
import { join } from "node:path";

import { expect } from "chai";
import type { Browser } from "playwright-core";

import { drawFlow } from "../../../contact-flow/diagram";
import { startBrowser } from "../../support/browser";
import { requires } from "../../support/requirements";
import { action, arn, equals, errors, flowOf } from "../flows";

const LONG =
  "Wenn Sie mit einer Mitarbeiterin über Donaudampfschifffahrt sprechen möchten, drücken Sie 1";

/** A flow whose texts are long in each place that a picture has. */
const flow = flowOf(
  action(
    `A block with a name of many words, ${"W".repeat(60)}`,
    "UpdateContactRecordingAndAnalyticsBehavior",
    { VoiceBehavior: { VoiceRecordingBehavior: { RecordedParticipants: ["Agent", "Customer"] } } },
    { NextAction: "Menu" },
  ),
  action(
    "Menu",
    "GetParticipantInput",
    { SSML: `<speak>${`${LONG} <break time="1s"/> `.repeat(6)}</speak>` },
    {
      NextAction: "Priority",
      Conditions: equals({ "1": "Priority", ["$.External.".padEnd(80, "M")]: "Function" }),
      Errors: errors({ NoMatchingError: "Function" }),
    },
  ),
  action("Priority", "ChangeRoutingPriority", { QueuePriority: "2" }, { NextAction: "Function" }),
  action("Function", "InvokeLambdaFunction", {
    LambdaFunctionARN: arn("lambda", "函数".repeat(40)),
  }),
);

describe("The picture of a flow, in a browser that has only DejaVu Sans", () => {
  requires("chromium");
  let browser: Browser;
  before(async () => {
    browser = await startBrowser();
  });
  after(() => browser.close());

  /** Texts that reach out of their card or of the picture. */
  async function tooLong(svg: string): Promise<string[]> {
    const page = await browser.newPage();
    await page.setContent(`<style>svg text{font-family:"DejaVu Sans"!important}</style>${svg}`);
    return page.evaluate(() => {
      const reaches = (text: Element, holder: Element | null) => {
        const [inner, outer] = [text.getBoundingClientRect(), holder?.getBoundingClientRect()];
        return (
          outer === undefined ||
          inner.left < outer.left ||
          inner.right > outer.right ||
          inner.bottom > outer.bottom
        );
      };
      return [...document.querySelectorAll("svg text")]
        .filter((text) =>
          reaches(text, text.closest(".card")?.querySelector(".face") ?? text.closest("svg")),
        )
        .map(({ textContent }) => textContent);
    });
  }

  it("keeps long texts of any place inside", async () => {
    const svg = await drawFlow(flow, { title: "A title that is longer than its flow ".repeat(3) });
    expect(await tooLong(svg)).to.deep.equal([]);
  });

  for (const file of ["main-menu.svg", "callback-in-queue.svg"]) {
    it(`keeps the texts of docs/${file} inside`, async () => {
      const svg = readFileSync(join(__dirname, "..", "..", "..", "docs", file), "utf8");
      expect(await tooLong(svg)).to.deep.equal([]);
    });
  }
});
