import { isObject, listOf, objectOf } from "../values.ts";
import { type Answer, answerKey, type InstanceRecord } from "./record.ts";
import { LISTINGS } from "./requests.ts";
import { type Credentials, signedHeaders } from "./sign.ts";

/** Where and as whom Amazon Connect is asked. */
export interface Access {
  /** `https://connect.us-west-2.amazonaws.com` */
  readonly endpoint: string;
  readonly region: string;
  readonly credentials: Credentials;
}

const TRIES = 10;

/** Reads an instance: Connect answers two requests a second, and so one comes after the other. */
export async function readInstance(access: Access, instance: string): Promise<InstanceRecord> {
  const instances = await everyPage(access, "GET", "/instance", "InstanceSummaryList");
  const answers: Record<string, Answer> = { "GET /instance": instances };
  const found = objectsOf(instances.body, "InstanceSummaryList").find(
    (each) => each.InstanceAlias === instance || each.Id === instance,
  );
  const { Id: instanceId } = found ?? {};
  if (typeof instanceId !== "string") {
    throw new Error(`there is no instance ${instance} for this role: name another environment`);
  }
  const read = async (method: "GET" | "POST", path: string, items?: string, body = {}) => {
    const answer = await everyPage(access, method, path, items, body);
    answers[answerKey(method, new URL(path, access.endpoint))] = answer;
    return answer;
  };
  for (const { path, method = "GET", items, each = [] } of LISTINGS) {
    const list = await read(
      method,
      path.replace("{instance}", instanceId),
      items,
      method === "POST" ? { InstanceId: instanceId } : {},
    );
    const things = items === undefined || each.length === 0 ? [] : objectsOf(list.body, items);
    for (const { Id: id } of things) {
      for (const { path: own, items: within } of each) {
        await read(
          "GET",
          own.replace("{instance}", instanceId).replace("{id}", String(id)),
          within,
        );
      }
    }
  }
  return { instance, instanceId, answers };
}

/** One answer from all pages. @param items - The field whose lists are put together. */
async function everyPage(
  access: Access,
  method: "GET" | "POST",
  path: string,
  items?: string,
  body: Readonly<Record<string, unknown>> = {},
): Promise<Answer> {
  let whole: Answer | undefined;
  let token: string | undefined;
  do {
    const url = new URL(path, access.endpoint);
    if (token !== undefined && method === "GET") url.searchParams.set("nextToken", token);
    const next = token === undefined ? {} : { NextToken: token };
    const text = method === "POST" ? JSON.stringify({ ...body, ...next }) : "";
    const answer = await ask(access, method, url, text);
    if (!isObject(answer.body)) return answer;
    const { NextToken: following, ...page } = answer.body;
    token = typeof following === "string" && following !== "" ? following : undefined;
    const before = whole === undefined || items === undefined ? [] : itemsOf(whole.body, items);
    whole = {
      ...answer,
      body: items === undefined ? page : { ...page, [items]: [...before, ...itemsOf(page, items)] },
    };
  } while (token !== undefined);
  return whole;
}

async function ask(
  { region, credentials }: Access,
  method: "GET" | "POST",
  url: URL,
  body: string,
): Promise<Answer> {
  for (let tried = 1; ; tried += 1) {
    const headers = signedHeaders({ method, url, body }, credentials, region, new Date());
    const response = await fetch(url, {
      method,
      headers,
      ...(body !== "" && { body }),
      redirect: "error",
      signal: AbortSignal.timeout(30_000),
    });
    const text = await response.text();
    if (response.ok) return { status: response.status, body: JSON.parse(text) as unknown };
    const error = (response.headers.get("x-amzn-errortype") ?? "").replace(/:.*/, "");
    if (response.status === 404) return { status: 404, error, body: {} };
    const isBusy = response.status === 429 || response.status >= 500;
    if (!isBusy || tried === TRIES) {
      throw new Error(
        `${method} ${url.pathname} failed (${response.status} ${error}): ${text.slice(0, 200)}`,
      );
    }
    await new Promise((resolve) => setTimeout(resolve, 250 * 2 ** Math.min(tried, 5)));
  }
}

const itemsOf = (body: unknown, items: string): readonly unknown[] => listOf(objectOf(body)[items]);

const objectsOf = (body: unknown, items: string) => itemsOf(body, items).filter(isObject);
