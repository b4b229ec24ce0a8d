import type { Metric } from "./metrics";

/** CloudWatch's grid is this many columns wide. */
const COLUMNS = 24;
const ALARMS_OF_A_WIDGET = 100;

/** A widget without its place. */
export interface Widget {
  /** The kind of widget, in CloudWatch's words. */
  readonly type: "metric" | "alarm" | "text";
  /** Its height, in rows of the grid. */
  readonly height: number;
  /** What the widget shows, as CloudWatch's dashboard source has it. */
  readonly properties: Readonly<Record<string, unknown>>;
}

/** A line of a graph. */
export interface Line extends Metric {
  /** @default - the metric's name */
  readonly label?: string;
}

/**
 * A graph over time in a region.
 * @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/CloudWatch-Dashboard-Body-Structure.html
 */
export const graph =
  (region: string) =>
  (title: string, stat: "Sum" | "Maximum" | "Average" | "p99", lines: readonly Line[]): Widget => ({
    type: "metric",
    height: 6,
    properties: {
      title,
      region,
      stat,
      period: 60,
      view: "timeSeries",
      yAxis: { left: { min: 0 } },
      metrics: lines.map(({ namespace, name, dimensions, label }) => [
        namespace,
        name,
        ...Object.entries(dimensions).flat(),
        ...(label === undefined ? [] : [{ label }]),
      ]),
    },
  });

/** The state of each alarm, last changed first, in as many widgets as needed. */
export function alarmStates(title: string, alarms: readonly string[]): readonly Widget[] {
  const count = Math.ceil(alarms.length / ALARMS_OF_A_WIDGET);
  return Array.from({ length: count }, (_, index) => ({
    type: "alarm",
    height: 4,
    properties: {
      title: count === 1 ? title : `${title} ${index + 1} of ${count}`,
      alarms: alarms.slice(index * ALARMS_OF_A_WIDGET, (index + 1) * ALARMS_OF_A_WIDGET),
      sortBy: "stateUpdatedTimestamp",
    },
  }));
}

/** Text in Markdown, in so many rows of the grid. */
export const text = (markdown: string, height: number): Widget => ({
  type: "text",
  height,
  properties: { markdown },
});

/** Gives each widget its place; the widgets of a row share its width. */
export function layOut(rows: readonly (readonly Widget[])[]): readonly object[] {
  let y = 0;
  return rows.flatMap((row) => {
    const width = COLUMNS / row.length;
    const top = y;
    y += Math.max(...row.map(({ height }) => height));
    return row.map((widget, index) => ({ ...widget, x: index * width, y: top, width }));
  });
}
