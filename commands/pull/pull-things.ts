import type { ContactCenterValue, Environment } from "../../constructs/value/contact-center-value";
import { checkContactCenter } from "../../constructs/validation/check-contact-center";
import { InvalidContactCenterError } from "../../constructs/validation/fault";
import { type LiveValue, NOUNS } from "../adopt/live-value/live-value";
import type { CenterSource } from "./center-source";
import { type ThingChange, thingChanges } from "./thing-changes";
import { thingEdit } from "./thing-edit";

/** What somebody has changed beside the flows, and what becomes of it. */
export interface ThingPull {
  readonly change: ThingChange;
  /** The edit that keeps it: `kwglobal.ts:140: maxContacts: 5 in place of 10`. */
  readonly edit: string;
  /** Why only a person can make the edit; undefined where it is safe. */
  readonly byHand: string | undefined;
}

/** Everything that was changed beside the flows. */
export interface ThingsPull {
  readonly things: readonly ThingPull[];
  /** The source with all edits that are safe. */
  readonly source: CenterSource;
  readonly center: ContactCenterValue;
  /** Flows that say something else once the edits are made. */
  readonly flows: readonly string[];
}

/**
 * Works out the edits that keep what was changed in the instance. One is safe where the edited source
 * defines a center that is valid, that says what is live, and that says nothing else in any other place
 * but the flows, whose words may follow.
 *
 * @param today - `YYYY-MM-DD`
 */
export function pullThings(
  source: CenterSource,
  center: ContactCenterValue,
  { live, environment }: { readonly live: LiveValue; readonly environment: Environment },
  today?: string,
): ThingsPull {
  const all = thingChanges(center, live, today);
  const edits = new Map(all.map((change) => [change, thingEdit(source, change).text]));
  let now = { source, center };
  const reasons = new Map<ThingChange, string>();
  // What doesn't go before another is made may go after it: a list first, then what it listed.
  for (let open = [...all], before = Infinity; open.length < before;) {
    before = open.length;
    open = open.filter((change) => {
      const made = tried(change, now, { live, environment, today });
      if (typeof made !== "string") now = made;
      else reasons.set(change, made);
      if (typeof made !== "string") reasons.delete(change);
      return typeof made === "string";
    });
  }
  return {
    things: all.map((change) => ({
      change,
      edit: edits.get(change) ?? "",
      byHand: reasons.get(change),
    })),
    ...now,
    flows: center.flows
      .filter(({ name, values }) => {
        const after = now.center.flows.find((each) => each.name === name)?.values;
        return JSON.stringify(after) !== JSON.stringify(values);
      })
      .map(({ name }) => name),
  };
}

interface Surroundings {
  readonly live: LiveValue;
  readonly environment: Environment;
  readonly today: string | undefined;
}

/** The source after one edit, or why it isn't safe. */
function tried(
  change: ThingChange,
  { source, center }: { readonly source: CenterSource; readonly center: ContactCenterValue },
  { live, environment, today }: Surroundings,
): { readonly source: CenterSource; readonly center: ContactCenterValue } | string {
  if (change.kind === "add" && change.section !== "agentStatuses") {
    return "take it over once it is in the code: npm run adopt";
  }
  const edit = thingEdit(source, change).change;
  if (edit === undefined) return "it isn't written there as it is: edit what it is made of";
  const edited = source.edited([edit]);
  const after = edited.center();
  const left = new Set(thingChanges(after, live, today).map(keyOf));
  const expected = thingChanges(center, live, today).map(keyOf);
  const others = expected.filter((key) => key !== keyOf(change));
  if (left.has(keyOf(change))) return "the edit doesn't say what is live";
  if (
    others.length !== left.size ||
    others.some((key) => !left.has(key)) ||
    !sameBeside(center, after)
  ) {
    return "the edit would change more than that: what it names is used in other places, too";
  }
  try {
    checkContactCenter(after, environment);
  } catch (error) {
    if (!(error instanceof InvalidContactCenterError)) throw error;
    return error.faults.map(({ place, problem }) => `${place}: ${problem}`).join("; ");
  }
  return { source: edited, center: after };
}

const keyOf = (change: ThingChange): string =>
  JSON.stringify([change.section, change.name, change.kind === "set" ? change.field : change.kind]);

/** Whether two centers say the same in all that isn't read from the instance. */
function sameBeside(one: ContactCenterValue, other: ContactCenterValue): boolean {
  const rest = ({ instance, phoneNumber, hierarchy: _, ...center }: ContactCenterValue) =>
    JSON.stringify([
      { ...instance, inboundCalls: undefined, outboundCalls: undefined },
      { ...phoneNumber, flow: undefined },
      Object.entries(center).filter(([section]) => section !== "flows" && !(section in NOUNS)),
    ]);
  return rest(one) === rest(other);
}
