import * as connect from "@aws-sdk/client-connect";

import type { HandMade } from "./hand-made";

/** The schedule, described otherwise. */
export async function createHours(center: HandMade): Promise<void> {
  const open = (Day: connect.HoursOfOperationDays, close: number) => ({
    Day,
    StartTime: { Hours: 9, Minutes: 0 },
    EndTime: { Hours: close, Minutes: 0 },
  });
  const { HoursOfOperationId } = await center.client.send(
    new connect.CreateHoursOfOperationCommand({
      ...center.of(),
      Name: "KWGlobal business hours",
      Description: "When we are open",
      TimeZone: "America/Los_Angeles",
      Config: [
        ...(["MONDAY", "TUESDAY", "WEDNESDAY", "THURSDAY", "FRIDAY"] as const).map((day) =>
          open(day, 18),
        ),
        open("SATURDAY", 15),
      ],
    }),
  );
  center.made("hours", "KWGlobal business hours", HoursOfOperationId);
}

/** The two queues, described otherwise, and one that is not in the code. */
export async function createQueues(
  center: HandMade,
  OutboundCallerIdNumberId: string,
): Promise<void> {
  for (const [Name, Description] of [
    ["Customer Service", "CS"],
    ["Business Consulting", undefined],
    ["Overflow", "Not in the code"],
  ] as const) {
    const { QueueId, QueueArn } = await center.client.send(
      new connect.CreateQueueCommand({
        ...center.of(),
        Name,
        Description,
        HoursOfOperationId: center.id("hours", "KWGlobal business hours"),
        OutboundCallerConfig: {
          OutboundCallerIdName: "KWGlobal",
          OutboundCallerIdNumberId,
          OutboundFlowId: center.id("flow", "Default outbound"),
        },
      }),
    );
    center.made("queue", Name, QueueId, QueueArn);
  }
}

/** The quick connects, one with another number; one of them is missing in a queue. */
export async function createQuickConnects(center: HandMade): Promise<void> {
  const toQueue = (queue: string): connect.QuickConnectConfig => ({
    QuickConnectType: "QUEUE",
    QueueConfig: {
      QueueId: center.id("queue", queue),
      ContactFlowId: center.id("flow", "Default queue transfer"),
    },
  });
  const configs: readonly (readonly [string, connect.QuickConnectConfig])[] = [
    [
      "Management",
      { QuickConnectType: "PHONE_NUMBER", PhoneConfig: { PhoneNumber: "+13025550123" } },
    ],
    ["Business Consulting", toQueue("Business Consulting")],
    ["Customer Service", toQueue("Customer Service")],
    [
      "Mary Jane",
      {
        QuickConnectType: "USER",
        UserConfig: {
          UserId: center.id("user", "mary.jane"),
          ContactFlowId: center.id("flow", "Default agent transfer"),
        },
      },
    ],
  ];
  for (const [Name, QuickConnectConfig] of configs) {
    const { QuickConnectId } = await center.client.send(
      new connect.CreateQuickConnectCommand({ ...center.of(), Name, QuickConnectConfig }),
    );
    center.made("quick connect", Name, QuickConnectId);
  }
  const quickConnects = (...names: string[]) =>
    names.map((name) => center.id("quick connect", name));
  for (const [queue, QuickConnectIds] of [
    ["Customer Service", quickConnects("Business Consulting", "Management", "Mary Jane")],
    ["Business Consulting", quickConnects("Customer Service", "Management")],
  ] as const) {
    const QueueId = center.id("queue", queue);
    await center.client.send(
      new connect.AssociateQueueQuickConnectsCommand({ ...center.of(), QueueId, QuickConnectIds }),
    );
  }
}

/** The routing profiles, given to their users afterwards. */
export async function createRoutingProfiles(center: HandMade): Promise<void> {
  const profiles = [
    ["Customer Service", "mary.jane", [["Customer Service", 1, 0]]],
    [
      "Business Consulting",
      "peter.parker",
      [
        ["Business Consulting", 1, 0],
        ["Customer Service", 2, 15],
      ],
    ],
  ] as const;
  for (const [Name, user, queues] of profiles) {
    const { RoutingProfileId } = await center.client.send(
      new connect.CreateRoutingProfileCommand({
        ...center.of(),
        Name,
        Description: "By hand",
        DefaultOutboundQueueId: center.id("queue", Name),
        MediaConcurrencies: [{ Channel: "VOICE", Concurrency: 1 }],
        QueueConfigs: queues.map(([queue, Priority, Delay]) => ({
          QueueReference: { QueueId: center.id("queue", queue), Channel: "VOICE" },
          Priority,
          Delay,
        })),
      }),
    );
    center.made("routing profile", Name, RoutingProfileId);
    const UserId = center.id("user", user);
    await center.client.send(
      new connect.UpdateUserRoutingProfileCommand({ ...center.of(), UserId, RoutingProfileId }),
    );
  }
}
