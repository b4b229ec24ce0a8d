import { SaxesParser } from "saxes";
import type { Json } from "../json";
import { withoutHoles } from "./references";
import type { Fault, FlowView } from "./rule";
import { type AttributeFault, attributeFaults } from "./ssml-values";
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

/** What a text of SSML holds that Polly doesn't speak, or why it isn't SSML at all. */
interface Judgement {
  readonly malformed?: string;
  /** Tags that Connect ignores. */
  readonly odd: readonly string[];
  /** Attributes that Polly refuses. */
  readonly attributes: readonly AttributeFault[];
}

/** Whether a text is well-formed SSML, and what in it Polly doesn't speak. */
export function judge(ssml: string): Judgement {
  const parser = new SaxesParser();
  const odd: string[] = [];
  const wrong: AttributeFault[] = [];
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
    wrong.push(...attributeFaults(name, attributes));
  });
  parser.write(ssml).close();
  return {
    odd,
    attributes: wrong,
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
        yield { index: node.index, path, ssml: withoutHoles(text, "$"), message: "" };
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
