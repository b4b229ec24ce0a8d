import type { ServerResponse } from "node:http";

import type { Exchange } from "./exchange";
import { type Changes, changesBetween } from "./page-changes";
import { sharedView, telephoneView } from "./snapshot";
import type { Shared, Snapshot, TelephoneView } from "./views";

/** A comment that often, so that a page that is gone is noticed. */
const HEARTBEAT = 15_000;

/** Changes that come within so many milliseconds are sent together. */
const FRAME = 40;

/** A page that has left so many bytes unread gets the whole again, when it reads on. */
const MOST_UNREAD = 4_000_000;

/** What a page is sent after the whole: what is different for all, and on its own telephone. */
export interface Patch {
  readonly shared?: Changes;
  readonly telephone?: Changes;
}

interface Page {
  /** The telephone that it shows, E.164. */
  readonly number: string;
  readonly response: ServerResponse;
  /** What it has been sent last. */
  telephone: TelephoneView;
}

/**
 * The pages that are open. Each is sent the whole at first, as the Server-Sent Event `message`, and
 * then, as `patch`, what has changed: what all of them show is compared once for all.
 */
export class Pages {
  private readonly pages = new Set<Page>();
  private shared: Shared;
  private sentAt = -Infinity;
  private waiting: NodeJS.Timeout | undefined;

  public constructor(private readonly exchange: Exchange) {
    this.shared = sharedView(exchange);
    exchange.listen(() => {
      this.sendSoon();
    });
  }

  /** The numbers of the telephones that are shown. */
  public get numbers(): ReadonlySet<string> {
    return new Set([...this.pages].map(({ number }) => number));
  }

  /** Sends a page what it shows, from now until it is closed. @param number - Its telephone, E.164. */
  public open(number: string, response: ServerResponse): void {
    response.writeHead(200, {
      "content-type": "text/event-stream",
      "cache-control": "no-store",
      "x-content-type-options": "nosniff",
    });
    // So that all pages have the same to go on from.
    this.send();
    const page = { number, response, telephone: telephoneView(this.exchange, number) };
    this.pages.add(page);
    const heartbeat = setInterval(() => response.write(":\n\n"), HEARTBEAT);
    heartbeat.unref();
    response.on("close", () => {
      this.pages.delete(page);
      clearInterval(heartbeat);
    });
    const snapshot: Snapshot = { ...this.shared, telephone: page.telephone };
    response.write(`data: ${JSON.stringify(snapshot)}\n\n`);
  }

  /** Ends what a page is sent, so that its number is free at once. @param number - E.164 */
  public leave(number: string): void {
    for (const page of this.pages) {
      if (page.number !== number) continue;
      this.pages.delete(page);
      page.response.destroy();
    }
  }

  /** Tells the pages that this exchange ends, and that another one takes its place at once. */
  public close(): void {
    clearTimeout(this.waiting);
    for (const { response } of this.pages) response.end("event: gone\ndata:\n\n");
  }

  private sendSoon(): void {
    if (this.waiting !== undefined || this.pages.size === 0) return;
    const wait = Math.max(0, this.sentAt + FRAME - performance.now());
    this.waiting = setTimeout(() => {
      this.send();
    }, wait);
    this.waiting.unref();
  }

  private send(): void {
    clearTimeout(this.waiting);
    this.waiting = undefined;
    this.sentAt = performance.now();
    const shared = sharedView(this.exchange);
    const all = changesBetween(this.shared, shared);
    this.shared = shared;
    const forAll = all === undefined ? undefined : JSON.stringify(all);
    for (const page of this.pages) {
      const telephone = telephoneView(this.exchange, page.number);
      const own = changesBetween(page.telephone, telephone);
      page.telephone = telephone;
      const members = [
        ...(forAll === undefined ? [] : [`"shared":${forAll}`]),
        ...(own === undefined ? [] : [`"telephone":${JSON.stringify(own)}`]),
      ];
      if (members.length === 0) continue;
      page.response.write(`event: patch\ndata: {${members.join(",")}}\n\n`);
      // It connects again, and begins with the whole.
      if (page.response.writableLength > MOST_UNREAD) page.response.destroy();
    }
  }
}
