import { diffText } from "../../contact-flow/diff";
import { changesOf, type PullProblem } from "../../contact-flow/pull";
import type { FlowPull } from "./pull-flow";
import type { LiveFlows } from "./live-flows";

const ARN = /arn:aws[\w-]*:[\w:/.+=,@-]+/g;

/** What a person is told of one flow: what changes, what it no longer follows, or why nothing is written. */
export async function flowText(pull: FlowPull, live: LiveFlows): Promise<string> {
  const { flow, pulled, template, problems, edits, afterEdits, isSafe, source } = pull;
  const names = (text: string) => text.replace(ARN, (arn) => live.thing(arn)?.name ?? arn);
  const title = `${flow.name} (flow-templates/${flow.template})`;
  const differences = diffText(changesOf(pulled));
  const lines: string[] = [];
  if (template === undefined && problems.length === 0 && edits.length === 0) {
    lines.push(`${title}: as the code says`);
    if (pulled.cosmetic.length > 0) {
      lines.push(
        indented(
          `Only a plan shows a difference, no caller does: ${pulled.cosmetic.join(", ")}. An apply puts them as they are in the code.`,
        ),
      );
    }
    return lines.join("\n");
  }
  if (template !== undefined) {
    lines.push(`${title}: written`);
    if (source !== undefined)
      lines.push(indented(["kwglobal.ts is edited:", ...edits].join("\n  ")));
  } else if (problems.length > 0) {
    lines.push(`${title}: nothing is written`);
    for (const problem of problems) lines.push(indented(await problemText(problem, live)));
  } else {
    lines.push(`${title}: nothing is written, since kwglobal.ts has to be edited with it`);
  }
  if (template === undefined && edits.length > 0) {
    lines.push(indented(["The edit of kwglobal.ts that means the same:", ...edits].join("\n  ")));
    const rest = afterEdits === undefined ? [] : changesOf(afterEdits);
    if (rest.length > 0) {
      lines.push(
        indented(`What would still be different then:\n${indented(names(diffText(rest)))}`),
      );
    }
    if (isSafe) {
      lines.push(indented("--write makes it, and pulls the rest into the template"));
    }
  }
  if (differences !== "") {
    lines.push(indented(`What was changed by hand:\n${indented(names(differences))}`));
  }
  for (const { block, path, value, was } of pulled.lost) {
    lines.push(
      indented(
        `"${block}", ${path} no longer follows ${value} of the flow's values, which says "${was}"`,
      ),
    );
  }
  if (template !== undefined && pulled.cosmetic.length > 0) {
    lines.push(
      indented(
        `A plan will still show, and no caller would notice: ${pulled.cosmetic.join(", ")}. An apply puts them as they are in the code.`,
      ),
    );
  }
  return lines.join("\n");
}

async function problemText({ block, problem, unknown }: PullProblem, live: LiveFlows) {
  const at = block === undefined ? "" : `"${block}" `;
  const thing = unknown === undefined ? undefined : live.thing(unknown);
  if (thing === undefined) return `${at}${problem}`;
  const told = `${at}refers to the ${NOUNS[thing.kind]} "${thing.name}", which the code doesn't know`;
  if (thing.kind !== "queue") return `${told}: ${CURES[thing.kind]}`;
  const { description, hours, callerIdName, whisperFlow } = await live.queue(thing.name);
  const lines = [
    `name: ${JSON.stringify(thing.name)},`,
    ...(description === undefined ? [] : [`description: ${JSON.stringify(description)},`]),
    `hoursOfOperation: ${JSON.stringify(hours ?? "")},`,
    `outboundCallerIdName: ${JSON.stringify(callerIdName ?? "")},`,
    `outboundWhisperFlow: ${JSON.stringify(whisperFlow ?? "Default outbound")},`,
    "quickConnects: [],",
  ];
  return `${told}. Put it into queues of kwglobal.ts, take it over (npm run adopt), and pull again:\n  {\n${lines.map((line) => `    ${line}`).join("\n")}\n  },`;
}

const NOUNS = {
  queue: "queue",
  hours: "schedule",
  flow: "flow",
  module: "flow module",
  prompt: "prompt",
  function: "function",
} as const;

const CURES = {
  hours:
    "put it into hoursOfOperation of kwglobal.ts, take it over (npm run adopt), and pull again",
  flow: "put it into flows of kwglobal.ts with a template of its own, take it over (npm run adopt), and pull again",
  module:
    "the code makes no module but the message's: use that, or put the module's blocks into the flow",
  prompt: "the code has the prompts that each instance comes with: use one of them, or a text",
  function: "the code has the function of the vanity numbers: use that, or take the block out",
} as const;

const indented = (text: string): string =>
  text
    .split("\n")
    .map((line) => (line === "" ? "" : `  ${line}`))
    .join("\n");
