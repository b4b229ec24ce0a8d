import { Agent, request } from "node:http";

/** A request to Amazon Connect. */
export interface Call {
  readonly method: "GET" | "PUT" | "POST";
  readonly path: string;
  readonly body?: object;
}

/** How long calls took. */
export interface Timing {
  readonly calls: number;
  readonly seconds: number;
  /** Milliseconds of each call, the shortest first. */
  readonly each: readonly number[];
}

/** At a time: as many as Terraform changes at once. */
const AT_ONCE = 10;

const SIGNED = {
  authorization:
    "AWS4-HMAC-SHA256 Credential=bench/20260101/us-west-2/connect/aws4_request, SignedHeaders=host, Signature=0",
};

/** Asks a server on a port of this machine, on connections that stay open. */
export class Asker {
  private readonly agent = new Agent({ keepAlive: true, maxSockets: AT_ONCE });

  public constructor(private readonly port: number) {}

  /** @throws Error for any answer but 200. */
  public ask({ method, path, body }: Call): Promise<Record<string, unknown>> {
    const text = body === undefined ? undefined : JSON.stringify(body);
    return new Promise((resolve, reject) => {
      const headers = {
        ...SIGNED,
        ...(text !== undefined && { "content-type": "application/json" }),
      };
      const options = {
        agent: this.agent,
        host: "127.0.0.1",
        port: this.port,
        method,
        path,
        headers,
      };
      request(options, (response) => {
        const chunks: Buffer[] = [];
        response.on("data", (chunk: Buffer) => chunks.push(chunk));
        response.on("end", () => {
          const answer = Buffer.concat(chunks).toString("utf8");
          if (response.statusCode === 200)
            resolve(JSON.parse(answer || "{}") as Record<string, unknown>);
          else reject(new Error(`${method} ${path}: ${response.statusCode ?? ""} ${answer}`));
        });
      })
        .on("error", reject)
        .end(text);
    });
  }

  /** Asks so many times, ten at a time. @param one - The call with this index. */
  public async time(calls: number, one: (index: number) => Promise<unknown>): Promise<Timing> {
    const each: number[] = [];
    let next = 0;
    const began = performance.now();
    const worker = async () => {
      while (next < calls) {
        const start = performance.now();
        await one(next++);
        each.push(performance.now() - start);
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, worker));
    const seconds = (performance.now() - began) / 1000;
    return { calls, seconds, each: each.sort((a, b) => a - b) };
  }

  public close(): void {
    this.agent.destroy();
  }
}
