import { isDeepStrictEqual } from "node:util";
import { all, type FlowChange } from "./changes.ts";
import { promptsOf, ssmlOf } from "./speech.ts";

/** Values of tags' attributes with which a text is heard as it is written. */
const TAGS: Readonly<Record<string, Readonly<Record<string, RegExp>>>> = {
  break: { strength: /^(none|x-weak|weak|medium|strong|x-strong)$/, time: /^\d+(\.\d+)?m?s$/ },
  // Which language is judged with the voices.
  lang: { "xml:lang": /./ },
  p: {},
  prosody: {
    pitch: /^(low|medium|high|[+-]\d%)$/,
    rate: /^(slow|medium|fast|[89]\d%|1[0-2]\d%)$/,
    volume: /^(medium|loud|[+-][0-6]dB)$/,
  },
  s: {},
  "say-as": {
    format: /^[dmy]+$/,
    "interpret-as":
      /^(address|cardinal|characters|date|digits|fraction|number|ordinal|spell-out|telephone|time|unit)$/,
  },
  speak: {},
  sub: { alias: /./ },
};

/**
 * Tags that blocks now have and that aren't known to let callers hear the text: a volume of nothing, a bleep, a
 * comment around the words.
 *
 * @see https://docs.aws.amazon.com/connect/latest/adminguide/supported-ssml-tags.html
 */
export function unknownTags({ before, after }: FlowChange): readonly string[] {
  return all(after).flatMap((block) => {
    const old = before.blocks.get(block.id);
    const known = old ? promptsOf(old) : [];
    const added = promptsOf(block).filter(
      (prompt) => !known.some((each) => isDeepStrictEqual(each.SSML, prompt.SSML)),
    );
    const tags = added.flatMap((prompt) => ssmlOf(prompt).match(/<[^>]*>?/g) ?? []);
    return tags.filter((tag) => !isKnown(tag)).map((tag) => `${tag} in ${block.id}`);
  });
}

function isKnown(tag: string): boolean {
  const [, name = "", rest = ""] = /^<\/?([\w:-]+)((?:\s[^>]*?)?)\/?>$/s.exec(tag) ?? [];
  const attributes = Object.hasOwn(TAGS, name) ? TAGS[name] : undefined;
  if (attributes === undefined) return false;
  const unread = rest.replace(
    /\s+([\w:-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g,
    (whole, attribute: string, one?: string, other?: string) =>
      Object.hasOwn(attributes, attribute) && attributes[attribute]?.test(one ?? other ?? "")
        ? ""
        : whole,
  );
  return unread.trim() === "";
}
