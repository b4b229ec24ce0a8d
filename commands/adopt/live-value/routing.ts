import * as connect from "@aws-sdk/client-connect";

import { collect } from "../../support/pages";
import { type LiveThings, optional } from "./live-value";
import type { Reader } from "./reader";

/** The queues with their lists of quick connects. */
export async function readQueues(reader: Reader): Promise<LiveThings<"queues">> {
  const numbers = await reader.instance.numbers();
  return reader.each("queue", async (QueueId, name) => {
    const { Queue: queue } = await reader.client.send(
      new connect.DescribeQueueCommand({ ...reader.of, QueueId }),
    );
    const quickConnects = await collect(
      connect.paginateListQueueQuickConnects({ client: reader.client }, { ...reader.of, QueueId }),
      (page) => page.QuickConnectSummaryList,
    );
    const { OutboundCallerIdName, OutboundCallerIdNumberId, OutboundFlowId } =
      queue?.OutboundCallerConfig ?? {};
    if (queue?.Status === "DISABLED") reader.note("queues", name, "is disabled");
    const number = numbers.find(
      ({ id, arn }) => id === OutboundCallerIdNumberId || arn === OutboundCallerIdNumberId,
    );
    if (numbers.length > 1 && number !== undefined) {
      reader.note("queues", name, `calls with ${number.name}, and the code has one number for all`);
    }
    return {
      name,
      ...optional("description", queue?.Description),
      hoursOfOperation: await reader.nameOf("hoursOfOperation", queue?.HoursOfOperationId),
      outboundCallerIdName: OutboundCallerIdName ?? "",
      outboundWhisperFlow: await reader.nameOf("contactFlow", OutboundFlowId),
      quickConnects: quickConnects.map(({ Name = "" }) => Name).sort(),
      ...(queue?.MaxContacts !== undefined && { maxContacts: queue.MaxContacts }),
    };
  });
}

/** The speed dials. */
export async function readQuickConnects(reader: Reader): Promise<LiveThings<"quickConnects">> {
  return reader.each("quickConnect", async (QuickConnectId, name) => {
    const { QuickConnect: live } = await reader.client.send(
      new connect.DescribeQuickConnectCommand({ ...reader.of, QuickConnectId }),
    );
    const { PhoneConfig, QueueConfig, UserConfig, QuickConnectType } =
      live?.QuickConnectConfig ?? {};
    const shared = { name, ...optional("description", live?.Description) };
    const flow = await reader.nameOf(
      "contactFlow",
      QueueConfig?.ContactFlowId ?? UserConfig?.ContactFlowId,
    );
    switch (QuickConnectType) {
      case "PHONE_NUMBER":
        return { ...shared, type: QuickConnectType, phoneNumber: PhoneConfig?.PhoneNumber ?? "" };
      case "QUEUE": {
        const queue = await reader.nameOf("queue", QueueConfig?.QueueId);
        return { ...shared, type: QuickConnectType, queue, flow };
      }
      case "USER": {
        const user = await reader.nameOf("user", UserConfig?.UserId);
        return { ...shared, type: QuickConnectType, user, flow };
      }
      default:
        reader.note(
          "quickConnects",
          name,
          `leads to a ${String(QuickConnectType).toLowerCase()}, and the code's lead to a number, a queue or a user`,
        );
        return null;
    }
  });
}

/** Which calls agents get. */
export async function readRoutingProfiles(reader: Reader): Promise<LiveThings<"routingProfiles">> {
  return reader.each("routingProfile", async (RoutingProfileId, name) => {
    const { RoutingProfile: profile } = await reader.client.send(
      new connect.DescribeRoutingProfileCommand({ ...reader.of, RoutingProfileId }),
    );
    const queues = await collect(
      connect.paginateListRoutingProfileQueues(
        { client: reader.client },
        { ...reader.of, RoutingProfileId },
      ),
      (page) => page.RoutingProfileQueueConfigSummaryList,
    );
    const media = profile?.MediaConcurrencies ?? [];
    const others = [
      ...new Set([...media, ...queues].flatMap(({ Channel }) => Channel ?? [])),
    ].filter((channel) => channel !== "VOICE");
    if (others.length > 0) {
      reader.note(
        "routingProfiles",
        name,
        `takes ${others.join(", ")}, and the code has calls only`,
      );
    }
    return {
      name,
      description: profile?.Description ?? "",
      voice: media.find(({ Channel }) => Channel === "VOICE")?.Concurrency ?? 0,
      defaultOutboundQueue: await reader.nameOf("queue", profile?.DefaultOutboundQueueId),
      queues: queues
        .filter(({ Channel }) => Channel === "VOICE")
        .map(({ QueueName: queue = "", Priority: priority = 1, Delay: delaySeconds = 0 }) => ({
          queue,
          priority,
          delaySeconds,
        }))
        .sort(
          (one, other) => one.priority - other.priority || one.delaySeconds - other.delaySeconds,
        ),
    };
  });
}
