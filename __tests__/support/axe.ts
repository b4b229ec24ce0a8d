import axe from "axe-core";
import type { Page } from "playwright-core";

/** Beside the usual rules: a name that is spoken holds the words that are seen. */
const AXE_OPTIONS: axe.RunOptions = {
  runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
  rules: { "label-content-name-mismatch": { enabled: true } },
};

/** What axe finds, a line each, in both colour schemes. */
export async function violations(page: Page): Promise<string[]> {
  await page.evaluate(axe.source);
  const lines: string[] = [];
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    const found = await page.evaluate(
      (options) => (window as unknown as { axe: typeof axe }).axe.run(document, options),
      AXE_OPTIONS,
    );
    for (const { id, nodes } of found.violations) {
      for (const { target, failureSummary = "" } of nodes) {
        lines.push(`${colorScheme}: ${id}: ${target.join(" ")}: ${failureSummary}`);
      }
    }
  }
  return lines;
}
