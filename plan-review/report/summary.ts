import { isDeepStrictEqual } from "node:util";
import type { Verdict } from "../gate/finding.ts";
import type { ChangeKind, Plan, PlannedChange } from "../plan.ts";
import { verdictText } from "../verdict-text.ts";
import { code, count, fenced, prose } from "./markdown.ts";
import { visible } from "./visible.ts";

/** Lines of one kind that are listed; the rest is counted, and stands in the full plan. */
const LISTED = 50;

/**
 * The kinds of change that a reader is told of, the harmful ones first. The sign colours the line
 * where GitHub shows a diff: `-` red, `!` orange, `+` green.
 */
const KINDS: readonly (readonly [kind: ChangeKind, sign: string, word: string])[] = [
  ["unknown", "-", "unknown"],
  ["delete", "-", "destroyed"],
  ["replace", "-", "replaced"],
  ["forget", "-", "forgotten"],
  ["update", "!", "changed"],
  ["create", "+", "created"],
];

/**
 * What a reviewer must know of a plan, as Markdown: how much of what, what the gate says, and each
 * resource on a line. Attributes are named; their values stand in the full plan only.
 *
 * @param environment - `prod`
 * @param verdict - What the gate makes of the plan.
 */
export function summaryOf(environment: string, plan: Plan, verdict: Verdict): string {
  const changes = plan.changes.filter(({ mode }) => mode === "managed");
  return [
    `### ${environment}: ${headline(changes, plan.outputs)}`,
    ...judgement(verdict),
    ...listed(changes, verdict),
    ...outside(plan.drift),
    ...(plan.outputs.length === 0
      ? []
      : [`Outputs that change: ${plan.outputs.map(code).join(", ")}`]),
  ].join("\n\n");
}

/** Whether an apply of the plan would do anything. */
export function changesOf({ changes, outputs }: Plan): boolean {
  return (
    outputs.length > 0 ||
    changes.some(({ mode, kind, importId }) => mode === "managed" && (kind !== "no-op" || importId))
  );
}

function headline(changes: readonly PlannedChange[], outputs: readonly string[]): string {
  const parts = KINDS.flatMap(([kind, sign, word]) => {
    const number = changes.filter((change) => change.kind === kind).length;
    const text = `${number} ${word}`;
    return number === 0 ? [] : [sign === "-" ? `**${text}**` : text];
  });
  const imports = changes.filter(({ importId }) => importId !== undefined).length;
  const all = [...parts, ...(imports === 0 ? [] : [`${imports} imported`])];
  if (all.length > 0) return all.join(", ");
  return outputs.length > 0 ? "only outputs change" : "no changes";
}

/**
 * What the gate says, framed so that it can't be overlooked.
 * @see https://docs.github.com/en/get-started/writing-on-github/getting-started-with-writing-and-formatting-on-github/basic-writing-and-formatting-syntax#alerts
 */
function judgement(verdict: Verdict): string[] {
  const text = verdictText(verdict, "markdown");
  if (text === "") return [];
  const frame =
    verdict.refused.length > 0 ? "CAUTION" : verdict.allowed.length > 0 ? "WARNING" : "NOTE";
  const title = verdict.refused.length > 0 ? ["**The gate refuses this plan.**", ""] : [];
  return [
    [`[!${frame}]`, ...title, ...text.trimEnd().split("\n")]
      .map((line) => `> ${line}`.trimEnd())
      .join("\n"),
  ];
}

function listed(changes: readonly PlannedChange[], verdict: Verdict): string[] {
  const harm = new Map<string, string>();
  for (const { addresses, happens } of [...verdict.refused, ...verdict.allowed]) {
    // The gate tells the worst first.
    for (const address of addresses) harm.set(address, harm.get(address) ?? happens);
  }
  const isHarmful = ({ address }: PlannedChange) => harm.has(address);
  const lines = [
    ...linesOf(changes.filter(isHarmful), ({ address }) => harm.get(address) ?? "", "-"),
    ...linesOf(
      changes.filter((change) => !isHarmful(change)),
      detail,
    ),
  ];
  const imports = changes.filter(({ importId }) => importId !== undefined);
  const taken = imports.map(({ address, importId }) =>
    visible(`+ imported  ${address}: ${importId ?? ""}`),
  );
  const all = [...lines, ...taken];
  return all.length === 0 ? [] : [fenced("diff", all.join("\n"))];
}

/**
 * A line for each change, kind by kind.
 *
 * @param colour - The sign of every line, where it isn't that of its kind.
 */
function linesOf(
  changes: readonly PlannedChange[],
  whyOf: (change: PlannedChange) => string,
  colour?: string,
): string[] {
  return KINDS.flatMap(([kind, ofKind, word]) => {
    const sign = colour ?? ofKind;
    const all = changes.filter((change) => change.kind === kind);
    const some = all.slice(0, LISTED).map((change) => {
      const why = whyOf(change);
      return visible(`${sign} ${word.padEnd(9)} ${change.address}${why === "" ? "" : `: ${why}`}`);
    });
    const rest = all.length - some.length;
    return rest === 0 ? some : [...some, `${sign} … and ${rest} more ${word}`];
  });
}

function detail({
  kind,
  before,
  after,
  afterUnknown,
  replacePaths,
  previousAddress,
}: PlannedChange) {
  const moved = previousAddress === undefined ? [] : [`was ${previousAddress}`];
  const forced = [...new Set(replacePaths.map((path) => path.join(".")))];
  if (kind === "replace") {
    return [...moved, ...(forced.length === 0 ? [] : [`because of ${forced.join(", ")}`])].join(
      "; ",
    );
  }
  if (kind !== "update") return moved.join("; ");
  const unknown = typeof afterUnknown === "object" && afterUnknown !== null ? afterUnknown : {};
  const names = [...new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})])];
  const changed = names.filter((name) => !isDeepStrictEqual(before?.[name], after?.[name]));
  const open = Object.entries(unknown)
    .filter(([name, mask]) => !changed.includes(name) && JSON.stringify(mask).includes("true"))
    .map(([name]) => name);
  return [...moved, [...changed, ...open].sort().join(", ")]
    .filter((part) => part !== "")
    .join("; ");
}

function outside(drift: readonly PlannedChange[]): string[] {
  const seen = drift.filter(({ mode, kind }) => mode === "managed" && kind !== "no-op");
  if (seen.length === 0) return [];
  const lines = seen.slice(0, LISTED).map((change) => {
    const [word, why] = change.kind === "delete" ? ["is gone", ""] : ["differs", detail(change)];
    return `- ${code(change.address)} ${word}${why === "" ? "" : `: ${prose(why)}`}`;
  });
  const rest = seen.length - lines.length;
  return [
    [
      `Changed outside Terraform since the last apply (${count(seen.length, "resource")}):`,
      "",
      ...lines,
      ...(rest === 0 ? [] : [`- … and ${rest} more`]),
    ].join("\n"),
  ];
}
