import { SaxesParser } from "saxes";

import type { Json } from "../flow";
import { inAdminGuide } from "../facts/source";
import { withoutHoles } from "./references";
import { ALWAYS_WARNING, ERROR_IN_OURS, type Fault, type FlowView, type Rule } from "./rule";
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

function judge(ssml: string): Judgement {
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

const MARKUP = /^\s*<speak\b/;

/** The texts that are spoken as SSML, with their place. A text that begins with the tag is meant so. */
function* ssmlOf(view: FlowView): Generator<Fault & { path: string; index: number; ssml: string }> {
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

/** What Polly would not read out. */
export const SSML_RULES: readonly Rule[] = [
  {
    id: "ssml",
    source: inAdminGuide("supported-ssml-tags"),
    reason: "what isn't well-formed SSML is not spoken: the action takes its error branch",
    fix: "close each tag, write & as &amp; and < as &lt;, and put all of it between <speak> and </speak>",
    checkedBy: "house",
    level: ERROR_IN_OURS,
    *check(view) {
      for (const { index, path, ssml } of ssmlOf(view)) {
        const { malformed } = judge(ssml);
        if (malformed !== undefined) {
          yield { index, path, message: `the SSML isn't well-formed: ${malformed}` };
        }
      }
    },
  },
  {
    id: "ssml-tag",
    source: inAdminGuide("supported-ssml-tags"),
    reason: "Connect's voices don't know it, and ignore it",
    fix: "use a tag of AWS's list: break, lang, mark, p, phoneme, prosody, s, say-as, sub, w, amazon:effect",
    checkedBy: "house",
    level: ALWAYS_WARNING,
    *check(view) {
      for (const { index, path, ssml } of ssmlOf(view)) {
        for (const odd of new Set(judge(ssml).odd)) {
          yield { index, path, message: `the SSML has ${odd}` };
        }
      }
    },
  },
];
