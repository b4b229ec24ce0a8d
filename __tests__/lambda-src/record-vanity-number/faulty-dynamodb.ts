import http from "node:http";
import type { AddressInfo } from "node:net";
import { setTimeout as wait } from "node:timers/promises";

/** What the endpoint does to a request instead of, or after, serving it. */
export type Fault = "throttle" | "error" | "hang" | "reset" | "reset-after-write" | "slow";

type Attributes = Readonly<Record<string, unknown>>;

interface Answer {
  readonly status: number;
  readonly body: unknown;
}

/** Serves a DynamoDB request: the operation's name and its body. */
export type Backend = (operation: string, body: string) => Promise<Answer> | Answer;

/** The three operations that the function uses, as the service answers them; the rest is refused, as its role would. */
export function memoryTable(): { backend: Backend; rows: Map<string, Attributes>; writes: number } {
  const rows = new Map<string, Attributes>();
  const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);
  const refused = (Item?: Attributes): Answer => {
    const { status, body } = fail(
      400,
      "ConditionalCheckFailedException",
      "The conditional request failed",
    );
    return { status, body: { ...(body as object), ...(Item && { Item }) } };
  };
  const state = {
    rows,
    writes: 0,
    backend: (operation: string, body: string): Answer => {
      const request = JSON.parse(body) as {
        Key: { phone: { S: string } };
        Item: Attributes & { phone: { S: string } };
        ExpressionAttributeValues: Record<":name" | ":best" | ":all", unknown> & {
          ":at"?: { S: string };
        };
      };
      const phone = operation === "PutItem" ? request.Item.phone.S : request.Key.phone.S;
      const row = rows.get(phone);
      if (operation === "GetItem") return { status: 200, body: row ? { Item: row } : {} };
      if (operation === "PutItem") {
        if (row) return refused(row);
        rows.set(phone, request.Item);
      } else if (operation === "UpdateItem") {
        const {
          ":name": companyName,
          ":best": vanityNumber,
          ":all": vanityNumbers,
          ":at": requestedAt,
        } = request.ExpressionAttributeValues;
        const isSame =
          same(row?.companyName, companyName) && same(row?.vanityNumbers, vanityNumbers);
        const since = (row?.requestedAt as { S: string } | undefined)?.S;
        const isRefused =
          requestedAt === undefined || since === requestedAt.S
            ? isSame
            : since !== undefined && since > requestedAt.S;
        if (isRefused) return refused(row);
        const changed = { companyName, vanityNumber, vanityNumbers };
        rows.set(phone, {
          phone: { S: phone },
          ...row,
          ...changed,
          ...(requestedAt && { requestedAt }),
        });
      } else
        return fail(
          400,
          "AccessDeniedException",
          `not authorized to perform dynamodb:${operation}`,
        );
      state.writes++;
      return { status: 200, body: {} };
    },
  };
  return state;
}

function fail(status: number, name: string, message: string): Answer {
  return { status, body: { __type: `com.amazonaws.dynamodb.v20120810#${name}`, message } };
}

/** A DynamoDB endpoint on loopback that misbehaves as told, one fault a request, and then works. */
export class FaultyDynamoDB {
  /** Faults to come, first first. */
  public faults: Fault[] = [];
  /** The operations asked for, in order. */
  public readonly operations: string[] = [];
  private readonly server = http.createServer((request, response) => {
    void this.serve(request, response);
  });

  public constructor(private readonly backend: Backend) {}

  public async start(): Promise<string> {
    await new Promise<void>((resolve) => this.server.listen(0, "127.0.0.1", resolve));
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  public async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }

  private async serve(request: http.IncomingMessage, response: http.ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const body = Buffer.concat(chunks).toString();
    const operation = String(request.headers["x-amz-target"]).split(".")[1] ?? "";
    this.operations.push(operation);
    const fault = this.faults.shift();
    if (fault === "hang") return;
    if (fault === "reset") {
      request.socket.destroy();
      return;
    }
    if (fault === "slow") await wait(200);
    const answer =
      fault === "throttle"
        ? fail(400, "ProvisionedThroughputExceededException", "The level of throughput is exceeded")
        : fault === "error"
          ? fail(500, "InternalServerError", "internal")
          : await this.backend(operation, body);
    if (fault === "reset-after-write") {
      request.socket.destroy();
      return;
    }
    response.writeHead(answer.status, { "content-type": "application/x-amz-json-1.0" });
    response.end(JSON.stringify(answer.body));
  }
}
