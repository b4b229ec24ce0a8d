import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from "node:http";

/** A request as the gateway received it, whole. */
export interface ServiceRequest {
  readonly method: string;
  /** Path and query as sent: still percent-encoded, so that an ARN stays one path segment. */
  readonly url: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

/** What a service answers. */
export interface ServiceResponse {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | Buffer;
}

/** An AWS service that the sandbox plays itself. */
export type Service = (request: ServiceRequest) => Promise<ServiceResponse>;

/** A service whose bodies are too large to hold: settles when the answer has been sent. */
export type Stream = (request: IncomingMessage, response: ServerResponse) => Promise<void>;
