import Table from "cli-table3";
import type { Summary } from "./summary";

/**
 * Writes a contact center as text for a terminal, names in full.
 *
 * @param summary - What was read back.
 * @param tables - Names of the DynamoDB tables beside it.
 */
export function summaryText(summary: Summary, tables: readonly string[]): string {
  const facts: [string, string][] = [
    ["Instance", `${summary.alias} (${summary.id})`],
    ...summary.numbers.map(({ number, flow }): [string, string] => [
      "Number",
      `${number} → ${flow}`,
    ]),
    ["Flows", summary.flows.join(", ")],
    ["Functions", summary.functions.join(", ")],
    ["Tables", tables.join(", ")],
    ["Agent statuses", summary.agentStatuses.join(", ")],
    ...summary.hierarchy.map((path, index): [string, string] => [
      index === 0 ? "User hierarchy" : "",
      path,
    ]),
  ];
  return [
    plainTable(facts),
    table(
      ["Queue", "Hours of operation", "Quick connects"],
      summary.queues.map(({ name, hours, quickConnects }) => [name, hours, lines(quickConnects)]),
    ),
    table(
      ["Routing profile", "Queues (priority, delay)", "Users"],
      summary.routingProfiles.map(({ name, queues, users }) => [name, lines(queues), lines(users)]),
    ),
  ].join("\n");
}

const COLOURLESS = { head: [], border: [] };

function table(head: string[], rows: string[][]): string {
  const text = new Table({ head, style: COLOURLESS });
  text.push(...rows);
  return text.toString();
}

function plainTable(rows: [string, string][]): string {
  const width = Math.max(...rows.map(([name]) => name.length));
  return rows.map(([name, value]) => `${name.padEnd(width)}  ${value}`).join("\n");
}

function lines(items: readonly string[]): string {
  return items.join("\n") || "–";
}
