import type { Adoption } from "./adopt";

/**
 * What was found, for the person at the terminal.
 */
export function adoptionText(adoption: Adoption): string {
  const { live, imports, missing, recreated, inState, file } = adoption;
  const where = `account ${live.accountId}, ${live.region}`;
  const sections = [
    live.instance === undefined
      ? `No instance of the code's alias in ${where}: an apply makes it (is that the right account? --instance-id names another)`
      : `Instance ${live.instance.id} in ${where}`,
    file === undefined
      ? `Nothing to import: ${inState} resources are in the state, and nothing else is live.`
      : `${imports.length} resources are live and not in the state (which has ${inState}); their import blocks:\n  ${file}`,
    section("In the code and not live: an apply makes", missing),
    section(
      "Made anew by an apply:",
      recreated.map(({ address, reason }) => `${address}: ${reason}`),
    ),
    section(
      "Live and not in the code: left alone",
      adoption.leftAlone.map(({ kind, name }) => `${kind} "${name}"`),
    ),
  ];
  return sections.filter((each) => each !== "").join("\n\n");
}

function section(title: string, lines: readonly string[]): string {
  return lines.length === 0 ? "" : [title, ...lines.map((line) => `  ${line}`)].join("\n");
}
