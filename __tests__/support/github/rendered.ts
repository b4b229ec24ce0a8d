import type { Nodes } from "mdast";
import { fromMarkdown } from "mdast-util-from-markdown";
import { gfmFromMarkdown } from "mdast-util-gfm";
import { gfm } from "micromark-extension-gfm";

/** What a reader of GitHub would see of a text. */
export interface Rendered {
  /** The kinds of blocks, one in another, and what stands in lines as `text`; texts don't count. */
  readonly shape: string;
  /** All text, that of code included. */
  readonly text: string;
  /** Texts outside of code, in which GitHub looks for mentions, references and emojis. */
  readonly prose: readonly string[];
  /** Raw HTML, as it stands. */
  readonly html: readonly string[];
  /** Addresses of links and pictures. */
  readonly links: readonly string[];
}

/** Renders Markdown as GitHub does, by GFM's own grammar. */
export function rendered(markdown: string): Rendered {
  const prose: string[] = [];
  const html: string[] = [];
  const links: string[] = [];
  const texts: string[] = [];
  const visit = (node: Nodes): string => {
    if ("url" in node) links.push(node.url);
    if (node.type === "html") html.push(node.value);
    if (node.type === "text") prose.push(node.value);
    if ("value" in node && node.type !== "html") texts.push(node.value);
    if (node.type === "text" || node.type === "inlineCode") return "text";
    if (!("children" in node)) return node.type === "html" ? "html" : node.type;
    // Words that are code, and words that aren't: the same line.
    const inner = node.children
      .map(visit)
      .join(" ")
      .replace(/\btext( text)+\b/g, "text");
    return `${node.type}(${inner})`;
  };
  const tree = fromMarkdown(markdown, {
    extensions: [gfm()],
    mdastExtensions: [gfmFromMarkdown()],
  });
  const shape = visit(tree);
  return { shape, text: texts.join("\n"), prose, html, links };
}

/**
 * What GitHub makes of a text that isn't code, once Markdown is done: a mention, a reference, a link, an
 * emoji. Wider than its own rules, which aren't published in full.
 *
 * @see https://docs.github.com/en/get-started/writing-on-github/working-with-advanced-formatting/autolinked-references-and-urls
 */
export const AUTOMATIC: readonly RegExp[] = [
  /@/,
  /#\d/,
  /\bGH-\d/i,
  /\b[0-9a-f]{7,40}\b/i,
  /\/\//,
  /\bwww\./i,
  /:[\w+-]+:/,
  /\$/,
];
