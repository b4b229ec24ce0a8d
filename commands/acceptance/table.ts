import type { Outcome } from "./outcome";

/** A test's line in the table. */
export function outcomeLine({ name, verdict, steps, checks, reasons }: Outcome): string {
  const figures =
    verdict === "skipped" || verdict === "unreadable"
      ? ""
      : `steps ${steps.join(" of ")}, checks ${checks.join(" of ")}`;
  const head = `${name.padEnd(74)} ${verdict.padEnd(15)} ${figures}`.trimEnd();
  return [head, ...reasons.map((reason) => `    ${reason.replaceAll("\n", "\n    ")}`)].join("\n");
}

/** What all tests come to. */
export function summaryLines(outcomes: readonly Outcome[]): readonly string[] {
  const count = (verdict: Outcome["verdict"]) =>
    outcomes.filter((each) => each.verdict === verdict).length;
  const sum = (of: (outcome: Outcome) => number) =>
    outcomes.reduce((total, outcome) => total + of(outcome), 0);
  const services = new Map<string, number>();
  for (const { verdict, reasons } of outcomes) {
    const [service] = reasons;
    if (verdict !== "lacks a service" || service === undefined) continue;
    services.set(service, (services.get(service) ?? 0) + 1);
  }
  const lacking = [...services].map(([service, tests]) => `${service} (${tests})`).join(", ");
  return [
    `${outcomes.length} tests: ${count("holds")} hold, ${count("fails")} fail, ` +
      `${count("lacks a service")} need a service that the sandbox lacks${lacking && `: ${lacking}`}; ` +
      `the provider skips ${count("skipped")}, ${count("unreadable")} aren't read.`,
    `${sum(({ steps }) => steps[0])} of ${sum(({ steps }) => steps[1])} steps carried out, ` +
      `${sum(({ checks }) => checks[0])} of ${sum(({ checks }) => checks[1])} checks of attributes hold.`,
  ];
}
