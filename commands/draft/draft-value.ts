import * as connect from "@aws-sdk/client-connect";

import type {
  ContactCenterValue,
  FlowValue,
  QueueValue,
} from "../../constructs/value/contact-center-value";
import {
  DEFAULT_FLOWS,
  DEFAULT_HOURS_OF_OPERATION,
  DEFAULT_QUEUES,
  DEFAULT_ROUTING_PROFILES,
  DEFAULT_SECURITY_PROFILES,
} from "../../constructs/value/instance-defaults";
import type { FlowType } from "../../contact-flow/flow";
import { OperatorError } from "../../sandbox/machine/errors";
import type { LiveInstance } from "../adopt/live-instance";
import type { LiveValue } from "../adopt/live-value/live-value";
import { otherFunctionsOf, VANITY_NUMBERS } from "./draft-functions";
import { numberOf } from "./draft-number";
import { withoutUsualPhone } from "../pull/thing-changes";

/** A center's value as far as an instance tells it, and what it doesn't tell. */
export interface DraftValue {
  readonly center: ContactCenterValue;
  /** What a person has to decide or to do, a sentence each. */
  readonly open: readonly string[];
}

/**
 * Drafts a center's value from a live instance.
 *
 * @param suffix - What the environment appends to the alias.
 * @throws OperatorError where the instance isn't there, or its alias has another ending.
 */
export async function draftValue(
  instance: LiveInstance,
  live: LiveValue,
  suffix: string,
): Promise<DraftValue> {
  const { client, id: InstanceId } = instance;
  const { Instance: described } = await client.send(
    new connect.DescribeInstanceCommand({ InstanceId }),
  );
  const alias = described?.InstanceAlias ?? "";
  if (!alias.endsWith(suffix)) {
    throw new OperatorError(
      `the instance's alias must end in the environment's suffix ${suffix}, got ${alias}: choose an environment of kwglobal.ts without a suffix, or with another one`,
    );
  }
  const company = alias.slice(0, alias.length - suffix.length);
  const open = [
    `company is "${company}", the alias: it goes into the tags, so write the company's name`,
    "recordings and reporting are usual figures: decide on them, and on an announcement (docs/before-opening.md)",
    "vanityNumbers are this project's own names: an apply makes the service",
  ];
  const flows = await flowsOf(instance);
  return {
    center: {
      company,
      instance: {
        alias: company,
        inboundCalls: described?.InboundCallsEnabled ?? true,
        outboundCalls: described?.OutboundCallsEnabled ?? true,
      },
      phoneNumber: await numberOf(instance, flows, open),
      hierarchy: live.settings.hierarchy,
      users: thingsOf(live.users).map((user) => withoutUsualPhone(user, {})),
      agentStatuses: withDescriptions(thingsOf(live.agentStatuses), "agent status", open),
      hoursOfOperation: thingsOf(live.hoursOfOperation, DEFAULT_HOURS_OF_OPERATION),
      queues: queuesOf(live, company, open),
      quickConnects: thingsOf(live.quickConnects),
      routingProfiles: withDescriptions(
        thingsOf(live.routingProfiles, DEFAULT_ROUTING_PROFILES),
        "routing profile",
        open,
      ),
      ...securityProfilesOf(live),
      flows,
      ...(await otherFunctionsOf(instance, { arn: described?.Arn ?? "", suffix }, open)),
      vanityNumbers: VANITY_NUMBERS,
      recordings: { participants: ["Agent", "Customer"], infrequentAccessAfterDays: 90 },
      reporting: { queueSize: 5, queueWaitSeconds: 600, missedCalls: 1 },
    },
    open,
  };
}

function thingsOf<T>(
  things: ReadonlyMap<string, T | undefined>,
  defaults: readonly string[] = [],
): T[] {
  return [...things].flatMap(([name, value]) =>
    value === undefined || defaults.includes(name) ? [] : [value],
  );
}

/** Things whose description a value needs: one that has none gets its name. */
function withDescriptions<T extends { readonly name: string; readonly description: string }>(
  things: readonly T[],
  noun: string,
  open: string[],
): T[] {
  return things.map((thing) => {
    if (thing.description !== "") return thing;
    open.push(
      `${noun} "${thing.name}" has no description: the draft gives it its name, which an apply would set`,
    );
    return { ...thing, description: thing.name };
  });
}

/** Whom a queue calls as, where it says nothing itself: a value has to. */
function queuesOf(live: LiveValue, company: string, open: string[]): QueueValue[] {
  return thingsOf(live.queues, DEFAULT_QUEUES).map((queue) => {
    const { outboundCallerIdName: name, outboundWhisperFlow: flow } = queue;
    if (name !== "" && flow !== "") return queue;
    open.push(
      `queue "${queue.name}" has no outbound caller name or whisper flow: the draft gives it ${company} and Default outbound, which an apply would set`,
    );
    return {
      ...queue,
      outboundCallerIdName: name === "" ? company : name,
      outboundWhisperFlow: flow === "" ? "Default outbound" : flow,
    };
  });
}

function securityProfilesOf(live: LiveValue): Pick<ContactCenterValue, "securityProfiles"> {
  const securityProfiles = thingsOf(live.securityProfiles, DEFAULT_SECURITY_PROFILES);
  return securityProfiles.length === 0 ? {} : { securityProfiles };
}

/** The flows that somebody has made, with templates that are yet to be written. */
async function flowsOf(instance: LiveInstance): Promise<FlowValue[]> {
  const flows: FlowValue[] = [];
  const own = (await instance.list("contactFlow")).filter(
    ({ name, draft }) =>
      draft !== true && DEFAULT_FLOWS[name] === undefined && !name.startsWith("Sample "),
  );
  for (const { id, name } of own) {
    const { ContactFlow: flow } = await instance.client.send(
      new connect.DescribeContactFlowCommand({ InstanceId: instance.id, ContactFlowId: id }),
    );
    flows.push({
      name,
      ...(flow?.Description !== undefined &&
        flow.Description !== "" && { description: flow.Description }),
      type: flow?.Type as FlowType,
      template: templateName(name, flows),
      values: {},
      asFound: true,
    });
  }
  return flows;
}

function templateName(flow: string, others: readonly FlowValue[]): string {
  const words = flow.toLowerCase().match(/[a-z0-9]+/g) ?? ["flow"];
  const taken = new Set([...others.map(({ template }) => template), "message.json"]);
  const name = words.join("-");
  for (let count = 1; ; count++) {
    const file = `${name}${count === 1 ? "" : `-${count}`}.json`;
    if (!taken.has(file)) return file;
  }
}
