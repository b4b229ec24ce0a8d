import { count, fenced, folded, prose } from "./markdown.ts";
import { isObject } from "../values.ts";

/** What differs in one flow, in one or more environments alike: what `commands/flow-changes` writes. */
export interface FlowDifference {
  readonly name: string;
  readonly kind: "new" | "removed" | "changed";
  /** `["dev", "prod"]` */
  readonly environments: readonly string[];
  /** Block by block, as lines of a diff; empty for a flow that is new or goes. */
  readonly differences: string;
  /** Mermaid of the flow before; undefined for a flow that is new. */
  readonly before?: string;
  /** Mermaid of the flow after; undefined for a flow that goes. */
  readonly after?: string;
}

/** The file with all of them, a JSON list. */
export const FLOW_CHANGES = "flows.json";

/** Bytes of that file: a hundred large flows have a few. */
export const FLOW_CHANGES_LIMIT = 10_000_000;

/**
 * Reads what differs between the flows. The pull request's own code has written it, so nothing is
 * taken for granted.
 *
 * @param text - The file's.
 * @throws Error that says what is wrong.
 */
export function parseFlowChanges(text: string): readonly FlowDifference[] {
  const json: unknown = JSON.parse(text);
  if (!Array.isArray(json) || !json.every(isFlowDifference)) {
    throw new Error(`${FLOW_CHANGES} must be a list of flows, as commands/flow-changes writes it`);
  }
  return json;
}

const KINDS = ["new", "removed", "changed"];

function isFlowDifference(json: unknown): json is FlowDifference {
  if (!isObject(json)) return false;
  const { name, kind, environments, differences, before = "", after = "" } = json;
  return (
    KINDS.includes(kind as string) &&
    Array.isArray(environments) &&
    [...(environments as unknown[]), name, differences, before, after].every(
      (each) => typeof each === "string",
    )
  );
}

/**
 * As many flows as there is room for, folded: half a picture would not be drawn.
 *
 * @param room - Characters.
 * @returns Markdown; empty where no flow differs.
 */
export function flowSection(flows: readonly FlowDifference[], room: number): string {
  if (flows.length === 0) return "";
  let left = room;
  const shown = flows.map(flowMarkdown).filter((flow) => {
    const fits = flow.length + 2 <= left;
    if (fits) left -= flow.length + 2;
    return fits;
  });
  const rest = flows.length - shown.length;
  return [
    ...(shown.length === 0
      ? []
      : [folded(`${count(shown.length, "flow")} before and after`, shown.join("\n\n"))]),
    ...(rest === 0 ? [] : [`${rest} of ${flows.length} flows that differ have no room here.`]),
  ].join("\n\n");
}

function flowMarkdown({ name, kind, environments, differences, ...flow }: FlowDifference): string {
  return [
    `#### ${prose(name)} (${kind}; ${prose(environments.join(", "))})`,
    ...(differences === "" ? [] : [fenced("diff", differences)]),
    ...picture("Before", flow.before),
    ...picture("After", flow.after),
  ].join("\n\n");
}

/** Text within a label: what means something to Mermaid stands there as a number only. */
const TEXT = "(?:[^\\x00-\\x1f!-&*+./:-@[-`{-~ﬂ]|#\\d{1,7};)*";

/** The lines of a picture, as `contact-flow/diagram/mermaid.ts` writes them. */
const LINES = [
  "flowchart LR",
  '  start\\(\\(" "\\)\\) --> b\\d+',
  `  b\\d+\\["<b>${TEXT}</b>(<br/>${TEXT})*"\\]`,
  `  b\\d+ (-->|-\\.->)\\|"${TEXT}"\\| b\\d+`,
  "  style b\\d+ fill:#[0-9a-f]{6},stroke:#[0-9a-f]{6},color:#[0-9a-f]{6}",
  "",
];
const LINE = new RegExp(`^(${LINES.join("|")})$`);

/** GitHub runs Mermaid's text: it may draw blocks and lines, and nothing else. */
function picture(title: string, mermaid: string | undefined): string[] {
  if (mermaid === undefined) return [];
  const safe = mermaid.split("\n").every((line) => LINE.test(line));
  return [
    safe
      ? folded(title, fenced("mermaid", mermaid))
      : `${title}: no picture, since it holds more than blocks and lines.`,
  ];
}
