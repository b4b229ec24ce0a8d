import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { randomUUID } from "node:crypto";
import { createConnect } from "../../sandbox/connect/connect";
import { startGateway } from "../../sandbox/gateway/gateway";

/*
 * A server in a process of its own, so that it doesn't share its time with who asks: `connect` is the
 * sandbox's Amazon Connect behind its gateway, `plain` the least that Node can do. It says its port,
 * and its memory whenever it gets a message.
 */
const PLENTY = 20_000;

async function connect(): Promise<number> {
  const names = [
    "users",
    "queues",
    "quickConnects",
    "routingProfiles",
    "flows",
    "hoursOfOperation",
  ];
  const { handle } = createConnect({
    accountId: "123456789012",
    region: "us-west-2",
    quotas: Object.fromEntries(names.map((name) => [name, PLENTY])),
  });
  const service = (name: string) => (name === "connect" ? handle : undefined);
  return (await startGateway({ port: 0, about: {}, backend: () => ({ service }) })).port;
}

/**
 * The floor: bodies parsed and written as JSON, things kept in a Map by id, lists cut by an offset.
 * Nothing is checked.
 */
function plain(): Promise<number> {
  const users = new Map<string, Record<string, unknown>>();
  const answerTo = (request: IncomingMessage, body: string): object => {
    const { pathname, searchParams } = new URL(request.url ?? "", "http://plain");
    const [, what, , id = ""] = pathname.split("/");
    if (request.method === "PUT") {
      const UserId = randomUUID();
      users.set(UserId, { ...(JSON.parse(body) as object), Id: UserId });
      return { UserId };
    }
    if (what === "search-users") {
      const { SearchCriteria } = JSON.parse(body) as {
        SearchCriteria: { StringCondition: { Value: string } };
      };
      const { Value } = SearchCriteria.StringCondition;
      return { Users: [...users.values()].filter(({ Username }) => Username === Value) };
    }
    if (what === "users") return { User: users.get(id) };
    const from = Number(searchParams.get("nextToken") ?? 0);
    const page = [...users.values()].slice(from, from + 100);
    return { UserSummaryList: page, ...(page.length === 100 && { NextToken: String(from + 100) }) };
  };
  const server = createServer((request: IncomingMessage, response: ServerResponse) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => {
      const text = JSON.stringify(answerTo(request, Buffer.concat(chunks).toString("utf8")));
      response.writeHead(200, { "content-type": "application/json" }).end(text);
    });
  });
  return new Promise((resolve) => {
    server.listen(0, "127.0.0.1", () => {
      resolve((server.address() as AddressInfo).port);
    });
  });
}

process.on("message", () => {
  globalThis.gc?.();
  process.send?.(process.memoryUsage().rss);
});
process.on("disconnect", () => process.exit());

void (process.argv[2] === "plain" ? plain() : connect()).then((port) => process.send?.(port));
