import type { Finding, Verdict } from "./gate/finding.ts";
import { fenced } from "./report/markdown.ts";

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
  const named = refused.filter(({ allowable }) => allowable).flatMap(({ addresses }) => addresses);
  return [
    ...section("Refused:", refused.map(write)),
    ...howToName([...new Set(named)], format),
    ...section("Allowed, since the change names it:", allowed.map(write)),
    ...section(
      "Named, but nothing of the kind happens there:",
      unused.map((address) => `- ${code(address, format)}: take the name out, or mend it`),
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
    `- ${listed(addresses) || "the plan"}`,
    `    ${happens}`,
    `    why not: ${because}`,
    `             ${source}`,
    `    instead: ${cure}`,
  ].join("\n");
}

function asMarkdown({ addresses, happens, because, source, cure }: Finding): string {
  const reference = source.startsWith("https://") ? `[source](${source})` : source;
  const where = listed(addresses.map((address) => code(address, "markdown"))) || "the plan";
  return `- ${where} **${escape(happens)}**: ${escape(because)} (${reference}). Instead: ${escape(cure)}.`;
}

function howToName(addresses: readonly string[], format: Format): string[] {
  if (addresses.length === 0) return [];
  const lines = addresses.map((address) => `Allows: ${address}`);
  return [
    "If this is meant, name it: a line in a commit message of the change for each address",
    "(on the command line: --allow ADDRESS)",
    "",
    ...(format === "text" ? lines.map((line) => `    ${line}`) : [fenced("", lines.join("\n"))]),
    "",
  ];
}

function listed(addresses: readonly string[]): string {
  const more = addresses.length - SHOWN;
  return [...addresses.slice(0, SHOWN), ...(more > 0 ? [`and ${more} more`] : [])].join(", ");
}

function code(text: string, format: Format): string {
  return format === "text" ? text : `\`${text.replaceAll("`", "'")}\``;
}

/** What stands in a plan is others' text: it must not become markup of the comment. */
function escape(text: string): string {
  return text.replaceAll(/[\\`*_{}[\]<>#|@]/g, (each) => `\\${each}`);
}
