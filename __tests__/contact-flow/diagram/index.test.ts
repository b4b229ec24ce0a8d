import { expect } from "chai";

import { drawFlow, type Mark, mermaidOf } from "../../../contact-flow/diagram";
import { action, equals, errors, flowOf, goodbye } from "../flows";

const flow = flowOf(
  action(
    "Main menu",
    "GetParticipantInput",
    { Text: "Press 1 <now> & go", StoreInput: "False", InputTimeLimitSeconds: "5" },
    {
      NextAction: "Goodbye",
      Conditions: equals({ "1": "Goodbye" }),
      Errors: errors({
        InputTimeLimitExceeded: "Goodbye",
        NoMatchingCondition: "Goodbye",
        NoMatchingError: "Disconnect",
      }),
    },
  ),
  ...goodbye,
);

describe("The picture of a flow", () => {
  it("names blocks and branches as the console does, and says what they say", async () => {
    const svg = await drawFlow(flow, { title: "A <flow>" });
    const texts = [...svg.matchAll(/<text class="(\w+)[^>]*>([^<]*)</g)].map(
      ([, kind, text]) => `${kind ?? ""}: ${text ?? ""}`,
    );
    expect(texts).to.deep.equal([
      "title: A &#60;flow&#62;",
      "subtitle: ",
      "block: Get customer input",
      "name: Main menu",
      "line: “Press 1 &#60;now&#62; &#38; go”",
      "exit: Pressed 1",
      "exit: Timeout",
      "exit: Default",
      "exit: Error",
      "block: Play prompt",
      "name: Goodbye",
      "line: “Goodbye”",
      "exit: Error",
      "block: Disconnect",
    ]);
  });

  it("shows what a block sets, also where nobody has found words for it", async () => {
    const quiet = flowOf(
      action("a", "UpdateContactRoutingBehavior", { QueuePriority: "2" }),
      action("b", "UpdateContactRoutingBehavior", { QueueTimeAdjustmentSeconds: "-30" }),
      action("c", "UpdateContactRecordingAndAnalyticsBehavior", {
        VoiceBehavior: { VoiceRecordingBehavior: { RecordedParticipants: ["Agent"] } },
      }),
      action("d", "UpdateContactData", { LanguageCode: "en-US", Name: "" }),
      action("e", "MessageParticipant", { SSML: "<speak>One <break/> two</speak>" }),
    );
    const svg = await drawFlow(quiet, { title: "x" });
    const lines = [...svg.matchAll(/<text class="line"[^>]*>([^<]*)</g)].map(([, text]) => text);
    expect(lines).to.deep.equal([
      "priority 2",
      "-30 s of routing age",
      "records Agent",
      "LanguageCode: en-US",
      "“One two”",
    ]);
  });

  it("has a plain colour before each that is a variable, for viewers without them", async () => {
    const svg = await drawFlow(flow, { title: "x" });
    const uses = svg.match(/(fill|stroke):var\(/g) ?? [];
    expect(uses.length).to.be.above(20);
    expect(svg.match(/(fill|stroke):#[0-9a-f]{3,6};\1:var\(/g)).to.have.lengthOf(uses.length);
    expect(svg).not.to.include("--tone");
  });

  it("draws each branch once, errors apart from the main way", async () => {
    const svg = await drawFlow(flow, { title: "x" });
    expect(svg.match(/class="way main" data-action/g)).to.have.lengthOf(2);
    expect(svg.match(/class="way error" data-action/g)).to.have.lengthOf(4);
  });

  it("can be read aloud", async () => {
    const svg = await drawFlow(flow, { title: "Menu" });
    expect(svg).to.match(/role="img" aria-labelledby="flow-title flow-description"/);
    expect(svg).to.include(
      "Main menu (Get customer input): Pressed 1 to Goodbye, Timeout to Goodbye, Default to Goodbye, Error to Disconnect.",
    );
  });

  it("is coloured by coverage on demand only", async () => {
    const plain = await drawFlow(flow, { title: "x" });
    const coloured = await drawFlow(flow, {
      title: "x",
      timesTaken: (_, exit) => (exit === "Conditions[0]" ? 3 : 0),
    });
    expect(plain).to.not.match(/ (taken|missed)"/);
    expect(coloured.match(/class="way \w+ taken"/g)).to.have.lengthOf(1);
    expect(coloured).to.include("(3 ×)");
    expect(coloured).to.match(/class="card end missed" data-action="Disconnect"/);
  });

  it("is the same for the same flow", async () => {
    expect(await drawFlow(flow, { title: "x" })).to.equal(await drawFlow(flow, { title: "x" }));
  });

  it("keeps every card apart from every other", async () => {
    expect(keptApart(await drawFlow(flow, { title: "x" }))).to.equal(3);
  });

  it("of 250 blocks doesn't take long, and its cards stand apart, too", async () => {
    const long = flowOf(...prompts(249), action("Disconnect", "DisconnectParticipant"));
    const before = process.cpuUsage();
    const svg = await drawFlow(long, { title: "x" });
    const { user, system } = process.cpuUsage(before);
    expect(keptApart(svg)).to.equal(250);
    // A few seconds, also on a busy machine; with the layout of a small flow more than a minute.
    expect((user + system) / 1e6).to.be.lessThan(20);
  });
});

/** Prompts and, after each ten of them, a menu with the way back to the first of them. */
function prompts(count: number): ReturnType<typeof action>[] {
  const nth = (at: number) => (at < count ? `Block ${at}` : "Disconnect");
  return Array.from({ length: count }, (_, at) => {
    const next = nth(at + 1);
    const back = nth(at - (at % 10));
    return at % 10 === 9
      ? action(
          nth(at),
          "GetParticipantInput",
          { Text: "Press 1 or 2", StoreInput: "False", InputTimeLimitSeconds: "5" },
          {
            NextAction: back,
            Conditions: equals({ "1": next, "2": nth(at + 2) }),
            Errors: errors({
              InputTimeLimitExceeded: back,
              NoMatchingCondition: back,
              NoMatchingError: next,
            }),
          },
        )
      : action(
          nth(at),
          "MessageParticipant",
          { Text: `Prompt ${at}` },
          { NextAction: next, Errors: errors({ NoMatchingError: next }) },
        );
  });
}

/** Sees that no card lies on another. @returns how many there are */
function keptApart(svg: string): number {
  const places = [
    ...svg.matchAll(
      /<g class="card[^>]*translate\(([\d.]+) ([\d.]+)\)"><rect class="face" width="(\d+)" height="(\d+)"/g,
    ),
  ].map((match) => match.slice(1).map(Number) as [number, number, number, number]);
  const overlaps = places.flatMap(([x, y, width, height], index) =>
    places
      .slice(index + 1)
      .filter(
        ([otherX, otherY, otherWidth, otherHeight]) =>
          x + width >= otherX &&
          otherX + otherWidth >= x &&
          y + height >= otherY &&
          otherY + otherHeight >= y,
      ),
  );
  expect(overlaps).to.deep.equal([]);
  return places.length;
}

describe("A flow as Mermaid", () => {
  it("joins branches to the same place and dots the errors", () => {
    expect(mermaidOf(flow)).to.equal(
      [
        "flowchart LR",
        '  start((" ")) --> b0',
        '  b0["<b>Get customer input</b><br/>Main menu<br/>“Press 1 #60;now#62; #38; go”"]',
        '  b1["<b>Play prompt</b><br/>Goodbye<br/>“Goodbye”"]',
        '  b2["<b>Disconnect</b>"]',
        '  b0 -->|"Pressed 1"| b1',
        '  b0 -.->|"Timeout, Default"| b1',
        '  b0 -.->|"Error"| b2',
        '  b1 -->|"Success"| b2',
        '  b1 -.->|"Error"| b2',
        "",
      ].join("\n"),
    );
  });

  it("lets blocks stand out, which are named by their actions", () => {
    const [first, second] = flow.Actions.map(({ Identifier }) => Identifier);
    const marks = new Map<string, Mark>([
      [first ?? "", "removed"],
      [second ?? "", "changed"],
      ["of the other version", "added"],
    ]);
    const styles = mermaidOf(flow, undefined, marks).match(/^ {2}style .*$/gm);
    expect(styles).to.deep.equal([
      "  style b0 fill:#ffcecb,stroke:#cf222e,color:#1f2328",
      "  style b1 fill:#fff8c5,stroke:#9a6700,color:#1f2328",
    ]);
  });
});
