import { speaks } from "../../catalog";
import { inAdminGuide } from "../../facts/source";
import type { Rule } from "../rule";
import { spokenBy } from "../speech";
import { judge, MARKUP } from "../ssml";

const TAG = /<\/?[a-z][a-z0-9:-]*(?:\s[^<>]*)?\/?>/i;

/** Whether the rules of SSML say more of the text. */
function isToldAsSsml(text: string): boolean {
  if (!MARKUP.test(text)) return false;
  const { malformed, odd, attributes } = judge(text);
  return malformed !== undefined || odd.length + attributes.length > 0;
}

export const rule: Rule = {
  id: "markup-in-text",
  level: "warning",
  reason: "a tag is markup in SSML only: in Text it is read as it is written, or left out",
  fix: "put the words between <speak> and </speak> in SSML in place of Text, or take the tag out",
  source: inAdminGuide("supported-ssml-tags"),
  *check({ nodes }) {
    for (const node of nodes.filter(({ action }) => speaks(action))) {
      for (const { path, text } of spokenBy(node)) {
        const tag = path.endsWith(".Text") ? TAG.exec(text)?.[0] : undefined;
        if (tag !== undefined && !isToldAsSsml(text)) {
          yield {
            index: node.index,
            path,
            message: `the text of "${node.action.Identifier}" has the tag ${tag}`,
          };
        }
      }
    }
  },
};
