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
  caller: Caller,
): Promise<FoundLogs> {
  const { logGroups = [] } = await client.send(
    new DescribeLogGroupsCommand({ logGroupNamePrefix: logGroupName }),
  );
  const group = logGroups.find((each) => each.logGroupName === logGroupName);
  if (group === undefined) return { events: 0 };
  let count = 0;
  let last: number | undefined;
  const filterPattern = `"${caller.phone}"`;
  for await (const { events = [] } of paginateFilterLogEvents(
    { client },
    { logGroupName, filterPattern },
  )) {
    for (const { message = "", timestamp = 0 } of events) {
      // The pattern finds longer numbers, too.
      if (!caller.isIn(message)) continue;
      count++;
      last = Math.max(last ?? 0, timestamp);
    }
  }
  return {
    events: count,
    ...(last !== undefined && { last }),
    ...(group.retentionInDays !== undefined && { days: group.retentionInDays }),
  };
}
