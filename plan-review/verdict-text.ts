import { allowancesFor, allowanceText } from "./gate/allowances.ts";
import type { Finding, Verdict } from "./gate/finding.ts";
import { code, fenced, prose } from "./report/markdown.ts";
import { visible } from "./report/visible.ts";

/** How a verdict is written: for a terminal or for a pull request. */
export type Format = "text" | "markdown";

/**
 * Writes what the gate found, so that somebody who reads nothing else knows what to do.
 *
 * @returns Lines; empty where there is nothing to say.
 */
export function verdictText(
  { refused, allowed, unused }: Verdict,
  format: Format = "text",
): string {
  const write = format === "text" ? asText : asMarkdown;
  return [
    ...section("Refused:", refused.map(write)),
    ...howToAllow(allowancesFor(refused), format),
    ...section("Allowed, since the change says so:", allowed.map(write)),
    ...section(
      "Allowed, but nothing of the kind happens there:",
      unused.map((each) => `- ${named(allowanceText(each), format)}: take it out, or mend it`),
    ),
  ].join("\n");
}

function section(title: string, items: readonly string[]): string[] {
  return items.length === 0 ? [] : [title, "", ...items, ""];
}

/** Addresses beyond this many are counted, not shown. */
const SHOWN = 12;

function asText(finding: Finding): string {
  const { addresses, happens, because, source, cure } = finding;
  return [
    `- ${listed(addresses, "text") || "the plan"}`,
    `    ${visible(happens)}`,
    `    why not: ${visible(because)}`,
    `             ${visible(source)}`,
    `    instead: ${visible(cure)}`,
  ].join("\n");
}

function asMarkdown({ addresses, happens, because, source, cure }: Finding): string {
  const reference = LINK.test(source) ? `[source](${source})` : prose(source);
  const where = listed(addresses, "markdown") || "the plan";
  return `- ${where} **${prose(happens)}**: ${prose(because)} (${reference}). Instead: ${prose(cure)}.`;
}

/** A source that may be a link: nothing in it ends the link. */
const LINK = /^https:\/\/[\w./#?=&%-]+$/;

function howToAllow(allowances: readonly string[], format: Format): string[] {
  if (allowances.length === 0) return [];
  const lines = allowances.map((each) => `Allows: ${visible(each)}`);
  return [
    "If this is meant, say so: a line in a commit message of the change for each",
    "(on the command line: --allow 'ADDRESS: WHAT')",
    "",
    ...(format === "text" ? lines.map((line) => `    ${line}`) : [fenced("", lines.join("\n"))]),
    "",
  ];
}

function listed(addresses: readonly string[], format: Format): string {
  const more = addresses.length - SHOWN;
  const shown = addresses.slice(0, SHOWN).map((address) => named(address, format));
  return [...shown, ...(more > 0 ? [`and ${more} more`] : [])].join(", ");
}

function named(address: string, format: Format): string {
  return format === "text" ? visible(address) : code(address);
}
