import { DEFAULT_PROMPTS } from "../../contact-flow/default-prompts";
import type { TemplateResources } from "../../contact-flow/template";
import type { ContactCenterValue } from "../value/contact-center-value";
import type { DefaultResources } from "./default-resources";
import {
  DEFAULT_FLOWS,
  DEFAULT_HOURS_OF_OPERATION,
  DEFAULT_QUEUES,
} from "../value/instance-defaults";
import { schedulesOf } from "./message";

/** A thing of the center; the call makes it if it doesn't exist yet. */
type Named = (name: string) => { readonly arn: string };

/** What flows may name among the things of the center. */
interface NamedThings {
  readonly queue: Named;
  readonly hoursOfOperation: Named;
  readonly flow: Named;
  readonly module: Named;
}

/** What flows may name besides the things of the directory. */
export interface FlowHolesProps {
  /** The center's value. */
  readonly center: ContactCenterValue;
  /** What every instance has from the start. */
  readonly defaults: DefaultResources;
  /** ARNs of the functions that flows may call, by their names in the value. */
  readonly functions: ReadonlyMap<string, string>;
}

/** What the holes of a flow template may name, by kind: the center's own and what each instance has. */
export function namesInHoles(center: ContactCenterValue) {
  const named = (own: readonly { readonly name: string }[], others: readonly string[]) => [
    ...own.map(({ name }) => name),
    ...others,
  ];
  return {
    queue: named(center.queues, DEFAULT_QUEUES),
    hours: named(schedulesOf(center), DEFAULT_HOURS_OF_OPERATION),
    flow: named(center.flows, Object.keys(DEFAULT_FLOWS)),
    module: center.message === undefined ? [] : [center.message.name],
    prompt: DEFAULT_PROMPTS,
    function: [center.vanityNumbers.functionName, ...(center.otherFunctions ?? [])],
  };
}

/** What the holes of a flow template may name, by kind, and the ARNs behind the names. */
export function flowHoles(
  directory: NamedThings,
  { center, defaults, functions }: FlowHolesProps,
): Readonly<Record<string, TemplateResources>> {
  const { queue, hours, flow, module, prompt } = namesInHoles(center);
  return {
    queue: { names: queue, idOf: (name) => directory.queue(name).arn },
    hours: { names: hours, idOf: (name) => directory.hoursOfOperation(name).arn },
    flow: { names: flow, idOf: (name) => directory.flow(name).arn },
    module: { names: module, idOf: (name) => directory.module(name).arn },
    prompt: { names: prompt, idOf: (name) => defaults.prompt(name).arn },
    function: { names: [...functions.keys()], idOf: (name) => functions.get(name) ?? "" },
  };
}
