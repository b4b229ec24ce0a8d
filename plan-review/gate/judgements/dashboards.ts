import { isObject } from "../../values.ts";
import type { Judgement } from "../type-rules.ts";

/** Widgets that show something, and do nothing. */
const WIDGETS: readonly unknown[] = ["alarm", "explorer", "log", "metric", "text"];

/** What a dashboard shows. A widget of one's own runs a function with the rights of who looks at it. */
export const dashboard: Judgement = (change, context) => {
  const types = widgetsIn(context.text(change, ["dashboard_body"]));
  if (types?.every((type) => WIDGETS.includes(type))) return [];
  return [
    {
      effect: "grant",
      happens: "shows what can't be read here, or what a function writes, in the dashboard",
      because: "the function runs with the rights of whoever looks at it",
      source:
        "https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/add_custom_widget_dashboard.html",
      cure: `use widgets of these types only: ${WIDGETS.join(", ")}`,
    },
  ];
};

function widgetsIn(body: unknown): unknown[] | undefined {
  try {
    const read: unknown = JSON.parse(String(body));
    const { widgets = [] } = isObject(read) ? read : { widgets: null };
    return Array.isArray(widgets)
      ? widgets.map((each: unknown) => (isObject(each) ? each.type : undefined))
      : undefined;
  } catch {
    return undefined;
  }
}
