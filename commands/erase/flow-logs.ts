import {
  type CloudWatchLogsClient,
  DescribeLogGroupsCommand,
  paginateFilterLogEvents,
} from "@aws-sdk/client-cloudwatch-logs";

import type { Caller } from "./caller";

/** What a log group holds of a caller. */
export interface FoundLogs {
  readonly events: number;
  /** When the last of them was written, milliseconds since 1970. */
  readonly last?: number;
  /** How long the group keeps events; undefined for ever. */
  readonly days?: number;
}

/** Counts the events of a log group that name a caller's number. */
export async function findInLogs(
  client: CloudWatchLogsClient,
  logGroupName: string,
  { phone }: Caller,
): Promise<FoundLogs> {
  const { logGroups = [] } = await client.send(
    new DescribeLogGroupsCommand({ logGroupNamePrefix: logGroupName }),
  );
  const group = logGroups.find((each) => each.logGroupName === logGroupName);
  if (group === undefined) return { events: 0 };
  let count = 0;
  let last: number | undefined;
  const pages = paginateFilterLogEvents({ client }, { logGroupName, filterPattern: `"${phone}"` });
  for await (const { events = [] } of pages) {
    count += events.length;
    for (const { timestamp = 0 } of events) last = Math.max(last ?? 0, timestamp);
  }
  return {
    events: count,
    ...(last !== undefined && { last }),
    ...(group.retentionInDays !== undefined && { days: group.retentionInDays }),
  };
}
