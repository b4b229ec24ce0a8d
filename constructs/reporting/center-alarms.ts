import type { AlarmDefinition } from "./alarm";
import { connectAlarms, type WatchedInstance } from "./connect-alarms";
import {
  functionAlarms,
  listAlarms,
  streamAlarms,
  tableAlarms,
  vanityNumberAlarms,
  type WatchedFunction,
  type WatchedLists,
} from "./service-alarms";

/** What there is to watch in a center; undefined is what a center need not have. */
export interface WatchedCenter {
  /** The instance with its queues and flows. */
  readonly instance: WatchedInstance;
  /** The functions. */
  readonly functions: readonly WatchedFunction[];
  /** The name of the function that makes vanity numbers. */
  readonly vanityFunctionName: string;
  /** What serves long lists of vanity numbers. */
  readonly lists: WatchedLists | undefined;
  /** The table's name. */
  readonly tableName: string;
  /** The name of the stream of contact records. */
  readonly deliveryStreamName: string | undefined;
}

/** Every alarm of a center. */
export function centerAlarms(watched: WatchedCenter): readonly AlarmDefinition[] {
  const { lists, deliveryStreamName } = watched;
  return [
    ...connectAlarms(watched.instance),
    ...watched.functions.flatMap(functionAlarms),
    ...vanityNumberAlarms(watched.vanityFunctionName),
    ...(lists === undefined ? [] : listAlarms(lists)),
    ...tableAlarms(watched.tableName),
    ...(deliveryStreamName === undefined ? [] : streamAlarms(deliveryStreamName)),
  ];
}
