import type { Plan, PlannedChange } from "../plan.ts";
import { code } from "./markdown.ts";

/** One thing that is not as the code says. */
export interface Drifted {
  readonly address: string;
  readonly type: string;
  readonly kind: PlannedChange["kind"];
  /** As Amazon Connect shows it, where it has a name. */
  readonly name?: string;
}

/** Types whose differences `npm run pull` finds without the name of a flow. */
const PULLED = [
  "aws_connect_hours_of_operation",
  "aws_connect_queue",
  "aws_connect_quick_connect",
  "aws_connect_routing_profile",
  "aws_connect_security_profile",
  "aws_connect_user",
  "aws_connect_user_hierarchy_group",
  "aws_connect_user_hierarchy_structure",
];

/** The same for what the provider has no resource for. Evaluation forms and Contact Lens rules aren't read. */
const PULLED_ADDRESSES = [
  "agent_statuses",
  "holidays",
  "phone_number_flow",
  "queue_quick_connects",
].map((name) => `aws_lambda_invocation.${name}`);

/** Lines of the list; the rest is counted. */
const LISTED = 50;

/** What an apply of a plan would change. */
export function driftedOf({ changes }: Plan): readonly Drifted[] {
  return changes
    .filter(({ mode, kind }) => mode === "managed" && kind !== "no-op" && kind !== "read")
    .map(({ address, type, kind, before, after }) => {
      const name = (before ?? after)?.name;
      return { address, type, kind, ...(typeof name === "string" && { name }) };
    });
}

/** For each thing the command that keeps it as it is, and the one that undoes it, as a list. */
export function waysBack(environment: string, drifted: readonly Drifted[]): string {
  const undo = code(`npm run apply -- ${environment}`);
  const lines = drifted
    .slice(0, LISTED)
    .map((each) => `- ${code(each.address)}: ${keep(environment, each)}; ${undo} undoes it`);
  const rest = drifted.length - lines.length;
  return [
    `How each of them in ${environment} is kept, or undone:`,
    "",
    ...lines,
    ...(rest === 0 ? [] : [`- … and ${rest} more`]),
  ].join("\n");
}

function keep(environment: string, { address, type, kind, name }: Drifted): string {
  const pull = `npm run pull -- ${environment}`;
  if (kind === "create") return "it is gone: taking it out of `kwglobal.ts` keeps that";
  if (type === "aws_connect_contact_flow" && name !== undefined) {
    const quoted = name.replaceAll("'", `'\\''`);
    return `${code(`${pull} '${quoted}'`)} keeps it`;
  }
  if (PULLED.includes(type) || PULLED_ADDRESSES.includes(address))
    return `${code(`${pull} --write`)} keeps it`;
  return "an edit of `kwglobal.ts` keeps it, which the plan below shows";
}
