import { SaxesParser } from "saxes";
import type { Json } from "../json";
import { withoutHoles } from "./references";
import type { Fault, FlowView } from "./rule";
import { textsIn } from "./strings";

/**
 * The tags that Connect speaks; it ignores others, with what they say of their text.
 * @see https://docs.aws.amazon.com/connect/latest/adminguide/supported-ssml-tags.html
 */
const TAGS = new Set([
  "amazon:domain",
  "amazon:effect",
  "break",
  "lang",
  "mark",
  "p",
  "phoneme",
  "prosody",
  "s",
  "say-as",
  "speak",
  "sub",
  "w",
]);

/** The longest pause, in seconds. */
const LONGEST_BREAK = 10;

/** What a text of SSML holds that Polly doesn't speak, or why it isn't SSML at all. */
interface Judgement {
  readonly malformed?: string;
  readonly odd: readonly string[];
}

const secondsOf = (time: string): number => {
  const [, number = "NaN", unit] = /^\+?(\d*\.?\d+)(ms|s)$/.exec(time.trim()) ?? [];
  return unit === "ms" ? Number(number) / 1000 : Number(number);
};

/** Whether a text is well-formed SSML, and what in it Polly doesn't speak. */
export function judge(ssml: string): Judgement {
  const parser = new SaxesParser();
  const odd: string[] = [];
  let malformed: string | undefined;
  let root: string | undefined;
  parser.on("error", ({ message }) => {
    malformed ??= message.replace(/^\d+:\d+: /, "").replace(/\.$/, "");
  });
  parser.on("opentag", ({ name, attributes }) => {
    root ??= name;
    if (!TAGS.has(name)) {
      odd.push(`the tag <${name}>`);
    }
    const { time } = attributes as Readonly<Record<string, string | undefined>>;
    if (name === "break" && time !== undefined && !time.includes("$")) {
      const seconds = secondsOf(time);
      if (!(seconds <= LONGEST_BREAK)) {
        odd.push(`a break of ${time}, where a pause lasts at most ${LONGEST_BREAK}s`);
      }
    }
  });
  parser.write(ssml).close();
  return {
    odd,
    ...(malformed !== undefined
      ? { malformed }
      : root === "speak"
        ? {}
        : { malformed: `it begins with <${root ?? ""}> in place of <speak>` }),
  };
}

/** A text that is meant as SSML. */
export const MARKUP = /^\s*<speak\b/;

/** The texts that are spoken as SSML, with their place. A text that begins with the tag is meant so. */
export function* ssmlOf(
  view: FlowView,
): Generator<Fault & { path: string; index: number; ssml: string }> {
  for (const node of view.nodes) {
    if (!SPEAKS.has(node.action.Type)) continue;
    for (const { path, text } of textsIn(node)) {
      const meant = path.endsWith(".SSML") || (path.endsWith(".Text") && MARKUP.test(text));
      if (meant && text.trim() !== "" && !isDynamic(text)) {
        yield { index: node.index, path, ssml: withoutHoles(text), message: "" };
      }
    }
  }
}

const isDynamic = (text: Json): boolean => typeof text === "string" && /^\$[.[]\S+$/.test(text);

const SPEAKS = new Set([
  "ConnectParticipantWithLexBot",
  "GetParticipantInput",
  "MessageParticipant",
  "MessageParticipantIteratively",
]);
