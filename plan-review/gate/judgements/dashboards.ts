import { duplicateKey } from "../../policy/duplicate-keys.ts";
import { isObject, objectOf, valueAt } from "../../values.ts";
import type { Context } from "../context.ts";
import type { Judgement } from "../type-rules.ts";
import { logsOf, unknownCommands } from "./log-queries.ts";

/** Widgets that only show something. */
const WIDGETS: readonly unknown[] = ["alarm", "explorer", "log", "metric", "text"];

const MONITORING = "https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring";

/**
 * Judges what a dashboard shows: known widgets of this account, links only to where some dashboard already
 * led, and at least half as much as before. A custom widget runs a function with the rights of the person who
 * looks at it.
 */
export const dashboard: Judgement = (change, context) => {
  const body = context.text(change, ["dashboard_body"]);
  if (!widgetsIn(body)?.every((each) => WIDGETS.includes(valueAt(each, ["type"])))) {
    return [
      {
        effect: "grant",
        happens: "shows what can't be read here, or what a function writes, in the dashboard",
        because: "the function runs with the rights of whoever looks at it",
        source: `${MONITORING}/add_custom_widget_dashboard.html`,
        cure: `use widgets of these types only: ${WIDGETS.join(", ")}`,
      },
    ];
  }
  const there = context.resources
    .filter(({ type }) => type === change.type)
    .map(({ before }) => before?.dashboard_body);
  const old = there.flatMap(linksIn);
  const strange = linksIn(body).filter((link) => !old.includes(link));
  const known = [context.account, ...there.flatMap(accountsIn)];
  const foreign = accountsIn(body).filter((account) => !known.includes(account));
  const strangers = logsIn(body).filter(
    (name) => !isOwnLog(name, context) && !there.flatMap(logsIn).includes(name),
  );
  const commands = commandsIn(body).filter((each) => !there.flatMap(commandsIn).includes(each));
  const regions = there.flatMap(regionsIn);
  const shows = shownIn(body, context, regions);
  const shown = shownIn(change.before?.dashboard_body, context, regions);
  return [
    ...(strange.length > 0 && !context.isNew(change)
      ? [
          {
            effect: "grant" as const,
            happens: `leads whoever looks at the dashboard to ${[...new Set(strange)].join(", ")}`,
            because: "who signs in there gives the password to whoever has that place",
            source: `${MONITORING}/add_remove_text_dashboard.html`,
            cure: "link only to where the dashboard links already",
          },
        ]
      : []),
    ...(foreign.length > 0 && !context.isNew(change)
      ? [
          {
            effect: "grant" as const,
            happens: `shows what is of another account in the dashboard: ${[...new Set(foreign)].join(", ")}`,
            because: "who watches the center takes another one's figures for its own",
            source: `${MONITORING}/CloudWatch-Unified-Cross-Account.html`,
            cure: "show what is of this account only",
          },
        ]
      : []),
    ...(strangers.length > 0 && !context.isNew(change)
      ? [
          {
            effect: "grant" as const,
            happens: `shows logs in the dashboard that aren't this stack's: ${[...new Set(strangers)].join(", ")}`,
            because: "whoever looks at the dashboard reads them",
            source: `${MONITORING}/create-and-work-with-widgets.html`,
            cure: "show the stack's log groups only, each by SOURCE 'NAME' before the query",
          },
        ]
      : []),
    ...(commands.length > 0 && !context.isNew(change)
      ? [
          {
            effect: "grant" as const,
            happens: `runs commands in the dashboard that nobody has judged: ${commands.join(", ")}`,
            because: "whoever looks at it may see what is masked, such as callers' numbers",
            source:
              "https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/CWL_QuerySyntax-Unmask.html",
            cure: "use commands of plan-review/gate/judgements/log-queries.ts only",
          },
        ]
      : []),
    ...(shows * 2 < shown
      ? [
          {
            effect: "disrupt" as const,
            happens: `shows ${shows} things in the dashboard, not ${shown}`,
            because: "who watches the center doesn't see what happens there",
            source: `${MONITORING}/CloudWatch_Dashboards.html`,
            cure: "leave half of the widgets there or more",
          },
        ]
      : []),
  ];
};

/** The dashboard's widgets; undefined for a body that can't be parsed, or that is ambiguous. */
function widgetsIn(body: unknown): unknown[] | undefined {
  try {
    const text = String(body);
    const read: unknown = JSON.parse(text);
    const { widgets = [] } = isObject(read) ? read : { widgets: null };
    return Array.isArray(widgets) && duplicateKey(text) === undefined ? widgets : undefined;
  } catch {
    return undefined;
  }
}

/** The log groups that widgets look at, or the query of one that names them in another way. */
function logsIn(body: unknown): string[] {
  return (widgetsIn(body) ?? []).map(objectOf).flatMap(({ type, properties }) => {
    const { query = "", queryLanguage = "CWLI", ...others } = objectOf(properties);
    if (type !== "log") return [];
    const isRead = typeof query === "string" && queryLanguage === "CWLI";
    const names = isRead ? logsOf(query) : undefined;
    const isOther = Object.keys(others).some((name) => /log/i.test(name));
    return names === undefined || isOther ? [JSON.stringify(query)] : [...names];
  });
}

/** Commands of the widgets' queries that aren't known to be harmless. */
function commandsIn(body: unknown): string[] {
  const queries = (widgetsIn(body) ?? []).map((each) => valueAt(each, ["properties", "query"]));
  return queries.flatMap((query) => (typeof query === "string" ? unknownCommands(query) : []));
}

function isOwnLog(name: string, { resources }: Context): boolean {
  const [, address] = /^\$\{([\w-]+\.[\w-]+)\.(?:name|arn|id)\}$/.exec(name) ?? [];
  return resources.some(
    (each) =>
      each.type === "aws_cloudwatch_log_group" &&
      (each.address === address ||
        [each.before, each.after].some((values) => name === values?.name || name === values?.arn)),
  );
}

/** How many widgets show figures, alarms or logs of this stack; text widgets don't count. */
function shownIn(body: unknown, context: Context, regions: readonly unknown[]): number {
  return (widgetsIn(body) ?? []).map(objectOf).filter(({ type, properties }) => {
    const { metrics, alarms, region } = objectOf(properties);
    const isEmpty =
      (Array.isArray(alarms) && alarms.length === 0) ||
      (Array.isArray(metrics) && !metrics.some((metric) => isFigure(metric, context)));
    const isElsewhere = region !== undefined && !regions.includes(region);
    return type !== "text" && !isEmpty && !isElsewhere;
  }).length;
}

/** Whether an entry of a widget's metrics shows a figure: not one that is hidden, nor of another instance. */
function isFigure(metric: unknown, { resources }: Context): boolean {
  const parts: readonly unknown[] = Array.isArray(metric) ? metric : [];
  const last = objectOf(parts.at(-1));
  if (last.visible === false) return false;
  if (isObject(parts[0])) return /[a-z]\w*\d|SEARCH|METRICS/.test(String(last.expression));
  const instance = parts[parts.indexOf("InstanceId") + 1];
  const own = resources.filter(({ type }) => type === "aws_connect_instance");
  return (
    !parts.includes("InstanceId") ||
    own.some(
      ({ address, before, after }) =>
        [before?.id, after?.id].includes(instance) || instance === `\${${address}.id}`,
    )
  );
}

function regionsIn(body: unknown): unknown[] {
  return (widgetsIn(body) ?? []).map((widget) => valueAt(widget, ["properties", "region"]));
}

/**
 * The accounts whose data widgets show: metrics name the account, and the ARNs of alarms and logs contain it.
 */
function accountsIn(body: unknown): string[] {
  const text = textsIn(body).join("\n");
  return [...text.matchAll(/^\d{12}$|\barn:[\w-]+:[\w-]*:[\w-]*:(\d{12})(?=:)/gm)].map(
    ([whole, account = whole]) => account,
  );
}

/** Where a dashboard's texts link to: hosts, and targets of Markdown links without a host. */
function linksIn(body: unknown): string[] {
  const text = textsIn(body).join("\n");
  const hosts = [...text.matchAll(/\/\/([^\s/)>\]"'\\?#]+)/g)].map(([, host = ""]) => host);
  const targets = [...text.matchAll(/\](?:\(|:\s*)([^)\s]*)/g)].map(([, target = ""]) => target);
  return [...hosts, ...targets.filter((target) => !target.includes("//"))];
}

/** Texts as CloudWatch reads them: JSON may write a slash in three ways. */
function textsIn(body: unknown): string[] {
  if (typeof body !== "string") return [];
  const texts: string[] = [];
  try {
    JSON.parse(body, (_, value: unknown) => {
      if (typeof value === "string") texts.push(value);
      return value;
    });
  } catch {
    return [body];
  }
  return texts;
}
