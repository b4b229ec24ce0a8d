import type {
  AgentStatusValue,
  HierarchyValue,
  HoursOfOperationValue,
  InstanceValue,
  PhoneNumberValue,
  QueueValue,
  QuickConnectValue,
  RoutingProfileValue,
  SecurityProfileValue,
  UserValue,
} from "../../../constructs/value/contact-center-value";

/** The lists of a center's value whose things a live instance has, too. */
export interface LiveSections {
  readonly hoursOfOperation: HoursOfOperationValue;
  readonly queues: QueueValue;
  readonly quickConnects: QuickConnectValue;
  readonly routingProfiles: RoutingProfileValue;
  readonly securityProfiles: SecurityProfileValue;
  readonly users: UserValue;
  readonly agentStatuses: AgentStatusValue;
}

/** The name of such a list. */
export type Section = keyof LiveSections;

/** What an instance has once, in the words of the value's fields of these names. */
export interface LiveSettings {
  readonly instance: Pick<InstanceValue, "inboundCalls" | "outboundCalls">;
  /** Without a flow where the instance has several numbers: only the state tells which is the code's. */
  readonly phoneNumber: Partial<Pick<PhoneNumberValue, "flow">>;
  readonly hierarchy: HierarchyValue;
}

/** The name of such a field. */
export type Setting = keyof LiveSettings;

/** What a live thing has, and a center's value has no word for. */
export interface Unsaid {
  readonly section: Section | Setting;
  readonly name: string;
  /** Lower case, no full stop. */
  readonly what: string;
}

/** The things of one list as the value would say them; one that it can't say is undefined under its name. */
export type LiveThings<S extends Section> = ReadonlyMap<string, LiveSections[S] | undefined>;

/** A live instance in the words of a center's value, what every new instance has included. */
export type LiveValue = { readonly [S in Section]: LiveThings<S> } & {
  readonly settings: LiveSettings;
  readonly unsaid: readonly Unsaid[];
};

/** What a thing of each list is called. */
export const NOUNS: Readonly<Record<Section, string>> = {
  hoursOfOperation: "hours of operation",
  queues: "queue",
  quickConnects: "quick connect",
  routingProfiles: "routing profile",
  securityProfiles: "security profile",
  users: "user",
  agentStatuses: "agent status",
};

/** What each setting is called. */
export const SETTING_NOUNS: Readonly<Record<Setting, string>> = {
  instance: "instance",
  phoneNumber: "phone number",
  hierarchy: "hierarchy",
};

export const isSetting = (name: string): name is Setting => name in SETTING_NOUNS;

/** The name that a thing goes by: a user's is the one to sign in with. */
export const nameOfThing = (thing: LiveSections[Section]): string =>
  "username" in thing ? thing.username : thing.name;

/** Such as `queue "Overflow"`, or `hierarchy`. */
export const placeOfThing = (section: Section | Setting, name: string): string =>
  isSetting(section) ? SETTING_NOUNS[section] : `${NOUNS[section]} "${name}"`;

/** A text that Connect has and that isn't empty, as a field that may be left out. */
export const optional = <Field extends string>(
  field: Field,
  text: string | undefined,
): Partial<Record<Field, string>> =>
  text === undefined || text === "" ? {} : ({ [field]: text } as Record<Field, string>);
