import { expect } from "chai";

import type { Flow } from "../../../contact-flow/flow";
import { isUnchanged, pullFlow, type PullOptions } from "../../../contact-flow/pull";
import { tryTemplate } from "../../../contact-flow/template";
import { action, arn, equals, errors, flowOf } from "../flows";
import type { JsonObject } from "../../../contact-flow/json";

const QUEUES = ["Sales", "Repairs", "Parts"];

/** A menu of two keys, in which one block is left out at present. */
const TEMPLATE = {
  ...flowOf(
    action(
      "Hello",
      "MessageParticipant",
      { Text: "We are open {{hours}}." },
      { NextAction: "Voice" },
    ),
    {
      ...action(
        "Voice",
        "UpdateContactTextToSpeechVoice",
        { TextToSpeechVoice: "{{voices.name}}" },
        { NextAction: "Menu" },
      ),
      ...{ ForEach: "voices", Otherwise: "Menu" },
    },
    action(
      "Menu",
      "GetParticipantInput",
      { Text: "Press {{menuText}}", InputTimeLimitSeconds: "{{seconds}}" },
      {
        NextAction: "Bye",
        Conditions: equals({ "{{menu.key}}": "Queue {{menu.key}}" })?.map((each) => ({
          ForEach: "menu",
          ...each,
        })) as never,
        Errors: errors({ NoMatchingError: "Bye" }),
      },
    ),
    {
      ...action(
        "Queue {{menu.key}}",
        "UpdateContactTargetQueue",
        { QueueId: "{{queue:{{menu.queue}}}}" },
        { NextAction: "Bye", Errors: errors({ NoMatchingError: "Bye" }) },
      ),
      ...{ ForEach: "menu" },
    },
    action("Bye", "DisconnectParticipant"),
  ),
  Metadata: {
    ActionMetadata: {
      Hello: { position: { x: 1, y: 2 } },
      "Queue {{menu.key}}": { ForEach: "menu", position: { x: 9, y: 100 } },
    },
  },
} as unknown as JsonObject;

const OPTIONS: PullOptions = {
  file: "menu.json",
  values: {
    hours: "from 9 to 5",
    voices: [],
    seconds: "5",
    menu: [
      { key: "1", queue: "Sales" },
      { key: "2", queue: "Repairs" },
    ],
    menuText: "1 for sales or 2 for repairs",
  },
  resources: { queue: { names: QUEUES, idOf: (name) => arn("queue", name) } },
};

const rendered = (template = TEMPLATE) =>
  JSON.parse(tryTemplate(JSON.stringify(template), OPTIONS).content) as Flow;

const onBlock = (flow: Flow, name: string, change: object): Flow => ({
  ...flow,
  Actions: flow.Actions.map((each) => (each.Identifier === name ? { ...each, ...change } : each)),
});

const pull = (live: Flow, options: Partial<PullOptions> = {}) =>
  pullFlow(TEMPLATE, JSON.stringify(live), { ...OPTIONS, ...options });

const blockOf = (template: JsonObject | undefined, name: string) =>
  (template?.Actions as JsonObject[] | undefined)?.find(({ Identifier }) => Identifier === name);

describe("a pulled flow", () => {
  it("leaves the template as it is where nothing was changed", () => {
    expect(isUnchanged(TEMPLATE, pull(rendered()))).to.equal(true);
  });

  it("keeps the hole whose text is still in a text that was changed around it", () => {
    const live = onBlock(rendered(), "Hello", {
      Parameters: { Text: "Good day. Our desk is staffed from 9 to 5, on weekdays." },
    });
    expect(blockOf(pull(live).template, "Hello")?.Parameters).to.deep.equal({
      Text: "Good day. Our desk is staffed {{hours}}, on weekdays.",
    });
  });

  it("tells which value a text no longer follows", () => {
    const live = onBlock(rendered(), "Hello", { Parameters: { Text: "We are always open." } });
    const { template, lost, unused } = pull(live);
    expect(blockOf(template, "Hello")?.Parameters).to.deep.equal({ Text: "We are always open." });
    expect(lost.map(({ block, value, was }) => [block, value, was])).to.deep.equal([
      ["Hello", "hours", "from 9 to 5"],
    ]);
    expect(unused).to.deep.equal(["hours"]);
  });

  it("doesn't take a figure of a longer number for the hole's own text", () => {
    const live = onBlock(rendered(), "Menu", {
      Parameters: { Text: "Press 1 for sales or 2 for repairs", InputTimeLimitSeconds: "15" },
    });
    expect(pull(live).lost.map(({ value, is }) => [value, is])).to.deep.equal([["seconds", "15"]]);
  });

  it("makes a change of all repeated blocks one", () => {
    const flow = rendered();
    const live = {
      ...flow,
      Actions: flow.Actions.map((each) =>
        each.Identifier.startsWith("Queue ")
          ? {
              ...each,
              Transitions: { NextAction: "Menu", Errors: errors({ NoMatchingError: "Bye" }) },
            }
          : each,
      ),
    } as Flow;
    const { template, problems } = pull(live);
    expect(problems).to.deep.equal([]);
    expect(blockOf(template, "Queue {{menu.key}}")).to.deep.include({ ForEach: "menu" });
  });

  it("tells a change of one repeated block as an edit of its entry, and writes nothing", () => {
    const live = onBlock(rendered(), "Queue 2", { Parameters: { QueueId: arn("queue", "Parts") } });
    const { template, entries } = pull(live);
    expect(template).to.equal(undefined);
    expect(entries.map(({ kind, index, entry }) => [kind, index, entry])).to.deep.equal([
      ["changed", 1, { key: "2", queue: "Parts" }],
    ]);
  });

  it("makes blocks of their own of repeated ones, where that is asked for", () => {
    const live = onBlock(rendered(), "Queue 2", { Parameters: { QueueId: arn("queue", "Parts") } });
    const { template, problems } = pull(live, { unroll: true });
    expect(problems).to.deep.equal([]);
    expect(blockOf(template, "Queue 1")?.Parameters).to.deep.equal({ QueueId: "{{queue:Sales}}" });
    expect(blockOf(template, "Queue 2")?.Parameters).to.deep.equal({ QueueId: "{{queue:Parts}}" });
  });

  it("tells a third key that was drawn by hand as another entry", () => {
    const flow = rendered();
    const menu = flow.Actions.find(({ Identifier }) => Identifier === "Menu");
    const third = action(
      "b1d1a1e0-5f0e-4c1b-8a3c-9d5b1f3c7a10",
      "UpdateContactTargetQueue",
      { QueueId: arn("queue", "Parts") },
      { NextAction: "Bye", Errors: errors({ NoMatchingError: "Bye" }) },
    );
    const drawn = onBlock(flow, "Menu", {
      Transitions: {
        ...menu?.Transitions,
        Conditions: [
          ...(menu?.Transitions.Conditions ?? []),
          ...(equals({ 3: third.Identifier }) ?? []),
        ],
      },
    });
    const { template, entries } = pull({ ...drawn, Actions: [...drawn.Actions, third] });
    expect(template).to.equal(undefined);
    expect(entries.map(({ kind, entry }) => [kind, entry])).to.deep.equal([
      ["added", { key: "3", queue: "Parts" }],
    ]);
  });

  it("tells an entry whose blocks were deleted", () => {
    const flow = rendered();
    const menu = flow.Actions.find(({ Identifier }) => Identifier === "Menu");
    const live = onBlock(flow, "Menu", {
      Transitions: { ...menu?.Transitions, Conditions: menu?.Transitions.Conditions?.slice(0, 1) },
    });
    const { template, entries } = pull({
      ...live,
      Actions: live.Actions.filter(({ Identifier }) => Identifier !== "Queue 2"),
    });
    expect(template).to.equal(undefined);
    expect(entries.map(({ kind, index }) => [kind, index])).to.deep.equal([["removed", 1]]);
  });

  it("names what the code doesn't know, and writes nothing", () => {
    const live = onBlock(rendered(), "Queue 1", { Parameters: { QueueId: arn("queue", "new") } });
    const { template, problems } = pull(live, { unroll: true });
    expect(template).to.equal(undefined);
    expect(problems.map(({ block, unknown }) => [block, unknown])).to.deep.equal([
      ["Queue 1", arn("queue", "new")],
    ]);
  });

  it("leads to a block that is left out at present as before, and from there to one put behind it", () => {
    const note = action("Note", "MessageParticipant", { Text: "Hi" }, { NextAction: "Menu" });
    const drawn = onBlock(rendered(), "Hello", { Transitions: { NextAction: "Note" } });
    const { template, problems } = pull({ ...drawn, Actions: [...drawn.Actions, note] });
    expect(problems).to.deep.equal([]);
    expect(blockOf(template, "Hello")?.Transitions).to.deep.equal({ NextAction: "Voice" });
    expect(blockOf(template, "Voice")).to.deep.include({
      Otherwise: "Note",
      Transitions: { NextAction: "Note" },
    });
  });

  it("keeps the names that the template gives to blocks whose identifiers were made anew", () => {
    const id = "c1d1a1e0-5f0e-4c1b-8a3c-9d5b1f3c7a10";
    const live = JSON.parse(JSON.stringify(rendered()).replaceAll('"Bye"', `"${id}"`)) as Flow;
    const pulled = pull(live);
    expect(isUnchanged(TEMPLATE, pulled)).to.equal(true);
    expect(pulled.cosmetic).to.deep.equal(["identifiers that the console has made anew"]);
  });

  it("takes the name that a person has given to a block", () => {
    const live = JSON.parse(JSON.stringify(rendered()).replaceAll('"Hello"', '"Greeting"')) as Flow;
    const { template } = pull(live);
    expect(template?.StartAction).to.equal("Greeting");
    expect(template?.Metadata).to.deep.equal({
      ActionMetadata: {
        Greeting: { position: { x: 1, y: 2 } },
        "Queue {{menu.key}}": { ForEach: "menu", position: { x: 9, y: 100 } },
      },
    });
  });
});
