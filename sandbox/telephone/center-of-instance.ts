import {
  DAYS,
  type HoursOfOperationConfig,
  type HoursOfOperationOverride as ScheduleOverride,
} from "../../contact-flow/hours";
import { type ContactCenter, createContactCenter } from "../../contact-flow/runtime";
import type { CenterDefinition } from "../../contact-flow/runtime/center";
import type {
  HoursOfOperation,
  HoursOfOperationOverride,
  Instance,
  Store,
} from "../connect/store/store";

/**
 * The countries that a new instance in a US Region may call without asking AWS for more, as far as
 * a caller of a US number meets them: the North American numbering plan.
 */
const DIALABLE = ["+1"];

/** Centers that are ready, with the text of what they were made of: calls that come together share one. */
const ready = new WeakMap<Instance, { readonly made: string; readonly center: ContactCenter }>();

/**
 * An instance as it is deployed at this moment, ready for calls. Flows that were never published
 * are left out, as no call can get into them.
 */
export function centerOf(instance: Instance, store: Store): ContactCenter {
  const definition: CenterDefinition = {
    instanceArn: instance.Arn,
    region: instance.Arn.split(":")[3] ?? "",
    flows: [...flowsOf(instance), ...modulesOf(instance)],
    queues: queuesOf(instance, store),
    hours: [...instance.hoursOfOperations.values()].map(scheduleOf),
    dialable: DIALABLE,
  };
  const made = JSON.stringify(definition);
  const known = ready.get(instance);
  if (known?.made === made) return known.center;
  const center = createContactCenter(definition);
  ready.set(instance, { made, center });
  return center;
}

/** A schedule as the flow language reads it. */
export const scheduleOf = ({
  HoursOfOperationId: id,
  TimeZone,
  Config,
  overrides = new Map(),
}: HoursOfOperation): CenterDefinition["hours"][number] => ({
  id,
  TimeZone,
  Config: configOf(Config),
  Overrides: [...overrides.values()].map((override) => ({
    EffectiveFrom: override.EffectiveFrom,
    EffectiveTill: override.EffectiveTill,
    Config: configOf(override.Config),
    OverrideType: override.OverrideType ?? "STANDARD",
    ...recurrenceOf(override),
  })),
});

/** The model requires of a pattern what the SDK's types leave open. */
const recurrenceOf = ({
  RecurrenceConfig,
}: HoursOfOperationOverride): Pick<ScheduleOverride, "RecurrenceConfig"> =>
  RecurrenceConfig === undefined
    ? {}
    : { RecurrenceConfig: RecurrenceConfig as Required<ScheduleOverride>["RecurrenceConfig"] };

/** What names no day is of each day, and what names no times is the whole day. */
const configOf = (config: HoursOfOperationOverride["Config"]): HoursOfOperationConfig[] =>
  config.flatMap(({ Day, StartTime, EndTime }) =>
    (Day === undefined ? DAYS : [Day]).map((day) => ({
      Day: day,
      StartTime: timeOf(StartTime),
      EndTime: timeOf(EndTime),
    })),
  );

const flowsOf = ({ contactFlows }: Instance): CenterDefinition["flows"] =>
  [...contactFlows.values()].flatMap(({ Arn, Name, Type, Content }) =>
    Content === undefined ? [] : [{ id: Arn, name: Name, type: Type, content: Content }],
  );

const modulesOf = ({ contactFlowModules }: Instance): CenterDefinition["flows"] =>
  [...contactFlowModules.values()].map(({ Arn, Name, Content }) => ({
    id: Arn,
    name: Name,
    type: "MODULE",
    content: Content,
  }));

const queuesOf = ({ queues }: Instance, { phoneNumbers }: Store): CenterDefinition["queues"] =>
  [...queues.values()].map(({ QueueArn, Name, HoursOfOperationId, OutboundCallerConfig }) => {
    const { OutboundFlowId, OutboundCallerIdNumberId } = OutboundCallerConfig ?? {};
    const callerId = phoneNumbers.get(bare(OutboundCallerIdNumberId))?.PhoneNumber;
    return {
      id: QueueArn,
      name: Name,
      hours: HoursOfOperationId,
      ...(OutboundFlowId === undefined ? {} : { outboundWhisperFlow: OutboundFlowId }),
      ...(callerId === undefined ? {} : { outboundCallerId: callerId }),
    };
  });

const bare = (reference = ""): string => reference.slice(reference.lastIndexOf("/") + 1);

const timeOf = (time: { Hours?: number | undefined; Minutes?: number | undefined } = {}) => ({
  Hours: time.Hours ?? 0,
  Minutes: time.Minutes ?? 0,
});
