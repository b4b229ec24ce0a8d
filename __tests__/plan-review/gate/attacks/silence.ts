import { type Attack } from "./attack";
import { type Block, block, MENU, OUTBOUND, WAITING } from "./callers";

const SILENT = /says nothing where callers must hear something: /;
const TAGS = /speaks by tags that nobody has judged: /;
const KEPT = /keeps callers from everybody: /;

/** An edit of what a block plays. */
const plays = (parameters: object, address = MENU, identifier = "Welcome") =>
  block(address, identifier, (found) => {
    const { Text: _text, SSML: _ssml, ...others } = found.Parameters;
    found.Parameters = { ...others, ...parameters };
  });
const silent = (
  what: string,
  parameters: object,
  says: RegExp,
  ...at: [string?, string?]
): Attack => [what, plays(parameters, ...at), at[0] ?? MENU, "disrupt", says];
const inSsml = (inner: string) => ({ SSML: `<speak>${inner}</speak>` });

/** An edit that puts blocks after the menu's welcome. */
const after = (...added: readonly (readonly [Type: string, Parameters: object])[]) =>
  block(MENU, "Welcome", ({ Transitions }, all) => {
    const { NextAction: last = "" } = Transitions;
    const ids = [...added.map((_, index) => `added ${index}`), last];
    Transitions.NextAction = ids[0] ?? "";
    added.forEach(([Type, Parameters], index) => {
      const NextAction = ids[index + 1] ?? "";
      const Errors = [{ ErrorType: "NoMatchingError", NextAction }];
      const Conditions =
        Type === "Wait"
          ? [{ NextAction, Condition: { Operator: "Equals", Operands: ["WaitCompleted"] } }]
          : [];
      const Identifier = ids[index] ?? "";
      all.push({ Identifier, Type, Parameters, Transitions: { NextAction, Errors, Conditions } });
    });
  });
const wait = (seconds: number): readonly [string, object] => [
  "Wait",
  { TimeLimitSeconds: String(seconds) },
];
const MUSIC = {
  PromptId: "${data.aws_connect_prompt.music_pop_this_and_that_is_life_inst_wav.arn}",
};

/** Callers who hear nothing, or are kept waiting before anybody can answer. */
export const SILENCE: readonly Attack[] = [
  silent("a greeting of nothing", { Text: "" }, SILENT),
  silent("a greeting of blanks and dots", { Text: " \u2026 . \n" }, SILENT),
  silent("a greeting of letters that aren't spoken", { Text: "\u3164\u200b\u115f" }, SILENT),
  silent("a greeting without a prompt", {}, SILENT),
  silent("a greeting of an attribute that nothing sets", { Text: "$.Attributes.none" }, SILENT),
  silent("a greeting of what no function answers", { Text: "$.External.none." }, SILENT),
  silent("a greeting of pauses", inSsml('<break time="3s"/><p> </p>&#160;'), SILENT),
  silent("a greeting that is replaced by nothing", inSsml("<sub alias=' '>Hello</sub>"), SILENT),
  silent("a menu that says nothing", { Text: "." }, SILENT, MENU, "Main menu"),
  silent("a message by night that says nothing", { Text: "-" }, SILENT, MENU, "Closed"),
  silent("nothing to hear in the queue", { Messages: [] }, SILENT, WAITING, "Loop prompts"),
  silent(
    "pauses between the music in the queue",
    { Messages: [MUSIC, inSsml('<break time="10s"/>')] },
    SILENT,
    WAITING,
    "Loop prompts",
  ),
  silent("a notice that says nothing", { Text: "" }, SILENT, OUTBOUND, "Recording notice"),
  silent("a silent voice", inSsml('<prosody volume="silent">Hello</prosody>'), TAGS),
  silent("a voice of sixty decibels less", inSsml("<prosody volume='-60dB'>Hi</prosody>"), TAGS),
  silent("a bleep", inSsml('<say-as interpret-as="expletive">Hello</say-as>'), TAGS),
  silent("a greeting in a comment", inSsml("<!-- Hello -->Hi"), TAGS),
  silent("other sounds than the words", inSsml("<phoneme ph='x'>Hello</phoneme>"), TAGS),
  [
    "callers who come to the queue before they have heard a word",
    ({ resource }) => {
      const flow = JSON.parse(String(resource(MENU).content)) as { StartAction: string };
      flow.StartAction = "Set working queue without a key";
      resource(MENU).content = JSON.stringify(flow);
    },
    MENU,
    "disrupt",
    /before they have heard a word/,
  ],
  [
    "callers who are hung up by night without a word",
    block(MENU, "Check hours of operation", ({ Transitions }) => {
      const [, closed] = Transitions.Conditions;
      if (closed) closed.NextAction = "Disconnect";
    }),
    MENU,
    "disrupt",
    /hangs up without a word after Check hours of operation \(Equals False\)/,
  ],
  [
    "an hour of waiting, six times ten minutes",
    after(...Array.from({ length: 6 }, () => wait(600))),
    MENU,
    "disrupt",
    KEPT,
  ],
  ["a minute of waiting and a second", after(wait(30), wait(31)), MENU, "disrupt", KEPT],
  [
    "a wait as long as an attribute says",
    after(["Wait", { TimeLimitSeconds: "$.Attributes.long" }]),
    MENU,
    "disrupt",
    KEPT,
  ],
  [
    "seven pauses of ten seconds between words",
    after(["MessageParticipant", inSsml('Hi <break time="10s"/>'.repeat(7))]),
    MENU,
    "disrupt",
    KEPT,
  ],
  [
    "four recordings of music in a row",
    after(...Array.from({ length: 4 }, () => ["MessageParticipant", MUSIC] as const)),
    MENU,
    "disrupt",
    KEPT,
  ],
  [
    "a wait in the menu's loop",
    block(MENU, "Menu again", (loop, all) => {
      const [again] = loop.Transitions.Conditions;
      const waits: Block & { Type: string } = {
        Identifier: "Wait",
        Type: "Wait",
        Parameters: { TimeLimitSeconds: "40" },
        Transitions: { NextAction: "Main menu", Conditions: [] },
      };
      if (again) again.NextAction = "Wait";
      all.push(waits);
    }),
    MENU,
    "disrupt",
    KEPT,
  ],
  [
    "waits in two flows, each of which looks short",
    (editor) => {
      after(wait(40))(editor);
      const text = String(editor.resource(OUTBOUND).content);
      const flow = JSON.parse(text) as { StartAction: string; Actions: object[] };
      flow.Actions.push({
        Identifier: "Wait",
        Type: "Wait",
        Parameters: { TimeLimitSeconds: "40" },
        Transitions: { NextAction: flow.StartAction },
      });
      flow.StartAction = "Wait";
      editor.resource(OUTBOUND).content = JSON.stringify(flow);
    },
    OUTBOUND,
    "disrupt",
    KEPT,
  ],
  [
    "a loop within a loop",
    block(MENU, "Menu again", (loop, all) => {
      loop.Parameters.LoopCount = "10";
      const [again] = loop.Transitions.Conditions;
      if (again) again.NextAction = "Loop";
      const on = (by: string, NextAction: string) => ({
        ...{ NextAction, Condition: { Operator: "Equals", Operands: [by] } },
      });
      all.push(
        {
          Identifier: "Loop",
          Type: "Loop",
          Parameters: { LoopCount: "10" },
          Transitions: {
            NextAction: "Main menu",
            Conditions: [on("ContinueLooping", "Say it"), on("DoneLooping", "Main menu")],
          },
        },
        {
          Identifier: "Say it",
          Type: "MessageParticipant",
          Parameters: { Text: "One moment please" },
          Transitions: { NextAction: "Loop" },
        },
      );
    }),
    MENU,
    "disrupt",
    /keeps callers from everybody: Say it 100 times/,
  ],
];
