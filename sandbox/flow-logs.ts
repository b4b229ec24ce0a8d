import type { Service } from "./gateway/http";
import { jsonRequest } from "./gateway/service-request";
import type { Place } from "./telephone/directory";
import type { FlowLogEntry } from "./telephone/flow-log-entry";

interface LogEvent {
  readonly timestamp: number;
  readonly message: string;
}

const DAY = 24 * 60 * 60 * 1000;
const HOUR = 60 * 60 * 1000;

/** So many events of at most a quarter of a megabyte go with one request. */
const MOST_EVENTS = 1000;

/**
 * Writes entries of flows' logs into the log group of their instance, `/aws/connect/` and its alias, where
 * the instance has flow logs on. They go in the order in which they come, in the background.
 *
 * CloudWatch Logs takes no event that is older than 14 days or 2 hours ahead. Where the sandbox's calendar
 * says such a day, the event stands at the nearest moment that is taken; the entry's Timestamp is right.
 *
 * @param logs - CloudWatch Logs.
 * @see https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_PutLogEvents.html
 */
export function writeFlowLogs(
  logs: Service,
  onFailure: (why: string) => void = console.error,
): (place: Place, entry: FlowLogEntry) => void {
  const waiting = new Map<string, { region: string; events: LogEvent[] }>();
  const streams = new Set<string>();
  let isWriting = false;
  const writeAll = async (): Promise<void> => {
    for (let [next] = waiting; next !== undefined; [next] = waiting) {
      const [group, { region, events }] = next;
      const some = events.splice(0, MOST_EVENTS);
      if (events.length === 0) waiting.delete(group);
      await put(logs, region, group, some, streams).catch((error: unknown) => {
        onFailure(`${some.length} entries of ${group} are lost: ${String(error)}`);
      });
    }
  };
  return ({ instance }, entry) => {
    if (instance.attributes.get("CONTACTFLOW_LOGS") !== "true") return;
    const group = `/aws/connect/${instance.InstanceAlias}`;
    const region = instance.Arn.split(":")[3] ?? "";
    const of = waiting.get(group) ?? { region, events: [] };
    waiting.set(group, of);
    of.events.push({ timestamp: Date.parse(entry.Timestamp), message: JSON.stringify(entry) });
    if (isWriting) return;
    isWriting = true;
    // Later: a turn of a call writes several.
    setImmediate(() => {
      writeAll()
        .catch(console.error)
        .finally(() => {
          isWriting = false;
        });
    });
  };
}

async function put(
  logs: Service,
  region: string,
  logGroupName: string,
  events: readonly LogEvent[],
  streams: Set<string>,
): Promise<void> {
  const ask = async (operation: string, input: object) =>
    logs(jsonRequest("logs", region, `Logs_20140328.${operation}`, { logGroupName, ...input }));
  const oldest = Date.now() - 14 * DAY + HOUR;
  const newest = Date.now() + HOUR;
  const taken = events
    .map(({ timestamp, message }) => ({
      timestamp: Math.min(newest, Math.max(oldest, timestamp)),
      message,
    }))
    .sort((a, b) => a.timestamp - b.timestamp);
  const day = new Date(taken[0]?.timestamp ?? 0).toISOString();
  const logStreamName = `${day.slice(0, 13).replace(/[-T]/g, "/")}/stream-sandbox`;
  const id = `${region} ${logGroupName} ${logStreamName}`;
  // Where it is there already, this is refused.
  if (!streams.has(id)) await ask("CreateLogStream", { logStreamName });
  streams.add(id);
  const { status, body } = await ask("PutLogEvents", { logStreamName, logEvents: taken });
  if (status !== 200) throw new Error(String(body));
}
