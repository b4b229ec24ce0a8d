import { connectHours } from "../../constructs/connect/hours-of-operation";
import type {
  ContactCenterValue,
  HierarchyGroupValue,
  HolidayValue,
  UserValue,
} from "../../constructs/value/contact-center-value";
import { overrideName } from "../../constructs/value/holidays";
import {
  DEFAULT_HOURS_OF_OPERATION,
  DEFAULT_QUEUES,
  DEFAULT_ROUTING_PROFILES,
  DEFAULT_SECURITY_PROFILES,
} from "../../constructs/value/instance-defaults";
import { isObject } from "../../contact-flow/json";
import {
  type LiveSections,
  type LiveValue,
  nameOfThing,
  NOUNS,
  type Section,
  SETTING_NOUNS,
  type Setting,
} from "../adopt/live-value/live-value";

/** The edit of the center's value that keeps what somebody has changed in the instance. */
export type ThingChange =
  | {
      readonly kind: "set";
      readonly section: Section | Setting;
      /** Empty for a setting, of which there is one. */
      readonly name: string;
      readonly field: string;
      /** Undefined where the field goes. */
      readonly to: unknown;
      readonly was: unknown;
    }
  | {
      readonly kind: "add";
      readonly section: Section;
      readonly name: string;
      readonly value: LiveSections[Section];
    }
  | { readonly kind: "remove"; readonly section: Section; readonly name: string };

type Fields = Readonly<Record<string, unknown>>;

const SECTIONS = Object.keys(NOUNS) as Section[];

/** What the code never defines, since every new instance has it. */
export const DEFAULTS: Partial<Readonly<Record<Section, readonly string[]>>> = {
  hoursOfOperation: DEFAULT_HOURS_OF_OPERATION,
  queues: DEFAULT_QUEUES,
  routingProfiles: DEFAULT_ROUTING_PROFILES,
  securityProfiles: DEFAULT_SECURITY_PROFILES,
};

/**
 * How a live instance differs from a center's value, as edits of the value.
 *
 * @param today - `YYYY-MM-DD`: what holidays are over doesn't count.
 */
export function thingChanges(
  center: ContactCenterValue,
  live: LiveValue,
  today = new Date().toISOString().slice(0, 10),
): readonly ThingChange[] {
  const settings = (Object.keys(SETTING_NOUNS) as Setting[]).flatMap((section) => {
    const is: Fields = { ...live.settings[section] };
    const was = Object.entries(center[section]).filter(([field]) => Object.hasOwn(is, field));
    return fieldChanges({ section, name: "" }, Object.fromEntries(was), is, { center, today });
  });
  const things = SECTIONS.flatMap((section) => {
    const code = new Map<string, Fields>(
      (center[section] ?? []).map((each) => [nameOfThing(each), { ...each }]),
    );
    const passed = [...(DEFAULTS[section] ?? []), center.message?.name];
    const added = [...live[section]].flatMap(([name, value]): ThingChange[] =>
      value === undefined || code.has(name) || passed.includes(name)
        ? []
        : [
            {
              kind: "add",
              section,
              name,
              value: "username" in value ? withoutUsualPhone(value, center) : value,
            },
          ],
    );
    const others = [...code].flatMap(([name, was]): ThingChange[] => {
      if (!live[section].has(name)) return [{ kind: "remove", section, name }];
      const is = live[section].get(name);
      return is === undefined
        ? []
        : fieldChanges({ section, name }, was, { ...is }, { center, today });
    });
    return [...others, ...added];
  });
  return [...settings, ...things];
}

interface Rules {
  readonly center: ContactCenterValue;
  readonly today: string;
}

function fieldChanges(
  at: { readonly section: Section | Setting; readonly name: string },
  was: Fields,
  is: Fields,
  rules: Rules,
): ThingChange[] {
  const fields = new Set([...Object.keys(was), ...Object.keys(is)]);
  return [...fields].flatMap((field): ThingChange[] => {
    const [one, other] = [was[field], is[field]].map((value) => normal(field, value, rules));
    if (JSON.stringify(one) === JSON.stringify(other)) return [];
    const to = written(field, was[field], is[field], rules);
    return [{ kind: "set", ...at, field, to, was: was[field] }];
  });
}

/** A field so that two that mean the same are the same: order counts nowhere. */
function normal(field: string, value: unknown, { center, today }: Rules): unknown {
  if (field === "phone") return sortedKeys({ ...BROWSER, ...center.agentPhones, ...(value ?? {}) });
  if (field === "open") {
    const open = value as Parameters<typeof connectHours>[0]["open"];
    return connectHours({ name: "", timeZone: "", open })
      .Config.map((each) => JSON.stringify(each))
      .sort();
  }
  if (field === "holidays") {
    const toCome = ((value ?? []) as readonly HolidayValue[]).filter(({ date }) => date >= today);
    return toCome.map((each) => JSON.stringify([overrideName(each), each.open])).sort();
  }
  if (field === "hierarchyGroup" || field === "levels") return value;
  if (field === "groups") return groupPaths(value as readonly HierarchyGroupValue[]).sort();
  if (Array.isArray(value)) {
    return value.map((each) => JSON.stringify(sortedKeys(each))).sort();
  }
  if (value === undefined || value === "") return null;
  return sortedKeys(value);
}

/** What `AgentPhoneValue` says of a field that is left out. */
const BROWSER = { type: "SOFT_PHONE", autoAccept: false, afterCallWorkSeconds: 0 } as const;

const sortedKeys = (value: unknown): unknown =>
  isObject(value)
    ? Object.fromEntries(Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1)))
    : value;

/** A live field as code: lists keep the order that they have there, and what is usual is left out. */
function written(field: string, was: unknown, is: unknown, { center, today }: Rules): unknown {
  if (field === "phone") return unusualPhone(is as Fields, center);
  if (field === "holidays") {
    const old = (was ?? []) as readonly HolidayValue[];
    const now = (is ?? []) as readonly HolidayValue[];
    const over = old.filter(({ date }) => date < today);
    const toCome = now.filter(({ date }) => date >= today);
    const all = [...over, ...toCome];
    return all.length === 0 ? undefined : all;
  }
  if (field === "groups") {
    return likeBefore(is as readonly HierarchyGroupValue[], was as readonly HierarchyGroupValue[]);
  }
  if (field === "hierarchyGroup" || field === "levels" || !Array.isArray(was) || !Array.isArray(is))
    return is;
  return inOrderOf(was as readonly unknown[], is as readonly unknown[]);
}

/** Every group of the hierarchy, as the names from the top. */
function groupPaths(
  groups: readonly HierarchyGroupValue[],
  above: readonly string[] = [],
): string[] {
  return groups.flatMap(({ name, groups: below = [] }) => {
    const path = [...above, name];
    return [JSON.stringify(path), ...groupPaths(below, path)];
  });
}

/** Live groups in the code's order, with what only the code says of each, as its time zone. */
function likeBefore(
  is: readonly HierarchyGroupValue[],
  was: readonly HierarchyGroupValue[],
): HierarchyGroupValue[] {
  const known = was.map(({ name }) => name);
  const inOrder = [
    ...known.flatMap((name) => is.find((each) => each.name === name) ?? []),
    ...is.filter(({ name }) => !known.includes(name)),
  ];
  return inOrder.map(({ name, groups: below = [] }) => {
    const { groups: old = [], ...rest } = was.find((each) => each.name === name) ?? { name };
    return { ...rest, ...(below.length > 0 && { groups: likeBefore(below, old) }) };
  });
}

function inOrderOf(was: readonly unknown[], is: readonly unknown[]): unknown[] {
  const key = (each: unknown) => JSON.stringify(sortedKeys(each));
  const [old, now] = [was.map(key), is.map(key)];
  return [
    ...was.filter((each) => now.includes(key(each))),
    ...is.filter((each) => !old.includes(key(each))),
  ];
}

function unusualPhone(
  phone: Fields,
  center: Pick<ContactCenterValue, "agentPhones">,
): Fields | undefined {
  const usual: Fields = { ...BROWSER, ...center.agentPhones };
  const own = Object.entries(phone).filter(([field, value]) => usual[field] !== value);
  return own.length === 0 ? undefined : Object.fromEntries(own);
}

/** A user without what is said of the telephone for all. */
export function withoutUsualPhone(
  { phone, ...rest }: UserValue,
  center: Pick<ContactCenterValue, "agentPhones">,
): UserValue {
  const own = unusualPhone({ ...phone }, center);
  return own === undefined ? rest : { ...rest, phone: own };
}
