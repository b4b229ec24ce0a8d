/** A block of shell in a page. */
export interface ShellBlock {
  /** What stands behind `sh`: where it runs, if not here. */
  readonly where: string;
  readonly script: string;
  /** The text from the last item or heading on that leads to it. */
  readonly introduction: string;
}

/** The fenced blocks of shell in a Markdown page, in order. */
export function shellBlocks(markdown: string): ShellBlock[] {
  const blocks = [...markdown.matchAll(/^( *)```sh *(.*)\n([\s\S]*?)^ *```$/gm)];
  return blocks.map(({ 1: indent = "", 2: where = "", 3: text = "", index }) => ({
    where,
    script: text.replaceAll(new RegExp(`^${indent}`, "gm"), "").trim(),
    introduction:
      markdown
        .slice(0, index)
        .split(/^(?=\d+\. |#)/m)
        .at(-1) ?? "",
  }));
}

/** The same script where nobody sits at a terminal to say yes. */
export function saidYes(script: string): string {
  return script.replaceAll(/^npm run (bootstrap|apply) -- .*$/gm, "$& --auto-approve");
}
