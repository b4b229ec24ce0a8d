import type { TemplateResources } from "../contact-flow/template";
import type { ContactCenterValue } from "./contact-center-value";
import type { DefaultResources } from "./default-resources";
import type { Directory } from "./directory";
import {
  DEFAULT_FLOWS,
  DEFAULT_HOURS_OF_OPERATION,
  DEFAULT_PROMPTS,
  DEFAULT_QUEUES,
} from "./instance-defaults";

/** What there is to name beside the things of the directory. */
export interface FlowHolesProps {
  readonly center: ContactCenterValue;
  readonly defaults: DefaultResources;
  /** ARNs of the functions that flows may call, by their names in the value. */
  readonly functions: ReadonlyMap<string, string>;
}

/** What the holes of a flow template may name, by kind, and the ARNs behind the names. */
export function flowHoles(
  directory: Directory,
  { center, defaults, functions }: FlowHolesProps,
): Readonly<Record<string, TemplateResources>> {
  const named = (own: readonly { readonly name: string }[], others: readonly string[]) => [
    ...own.map(({ name }) => name),
    ...others,
  ];
  return {
    queue: {
      names: named(center.queues, DEFAULT_QUEUES),
      idOf: (name) => directory.queue(name).arn,
    },
    hours: {
      names: named(center.hoursOfOperation, DEFAULT_HOURS_OF_OPERATION),
      idOf: (name) => directory.hoursOfOperation(name).arn,
    },
    flow: {
      names: named(center.flows, Object.keys(DEFAULT_FLOWS)),
      idOf: (name) => directory.flow(name).arn,
    },
    prompt: { names: DEFAULT_PROMPTS, idOf: (name) => defaults.prompt(name).arn },
    function: { names: [...functions.keys()], idOf: (name) => functions.get(name) ?? "" },
  };
}
