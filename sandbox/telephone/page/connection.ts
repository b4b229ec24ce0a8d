import type { Patch } from "../events";
import { changed } from "../page-changes";
import type { Snapshot } from "../views";
import { byId, make } from "./dom";

const TOAST_MILLISECONDS = 6000;

/** How long until the page tries to connect again, in milliseconds. */
const RETRY_MILLISECONDS = 1000;

/** The telephone that the address names: pages with the same one show the same. */
const NAMED = new URLSearchParams(location.search).get("telephone");

/** Where the tab keeps its number, so that it is the same caller after a reload. */
const OWN = "telephone";

/**
 * Whether the tab's number is this page's for certain. It isn't in a tab that was duplicated: that
 * has the number of a page that is still open.
 */
let again = performance
  .getEntriesByType("navigation")
  .some((entry) => (entry as PerformanceNavigationTiming).type === "reload");

/** The number of this page's telephone; empty until the sandbox has given one. */
let number = NAMED ?? sessionStorage.getItem(OWN) ?? "";

/** Asks the sandbox for something; a refusal is shown as it is. @returns whether it was done */
export async function post(path: string, body: object = {}): Promise<boolean> {
  try {
    const response = await fetch(path, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(body),
    });
    if (response.ok) return true;
    const { message } = (await response.json()) as { message: string };
    toast(message);
  } catch {
    toast("the sandbox does not answer");
  }
  return false;
}

/** Where something of this page's telephone is. */
export const address = (name: string): string => `telephones/${encodeURIComponent(number)}/${name}`;

/** Does something with this page's telephone. */
export const telephone = (action: string, body: object = {}): Promise<boolean> =>
  post(address(action), body);

/** Shows what was refused, for a while. */
export function toast(message: string): void {
  const element = make("p", "toast", message);
  byId("toasts", HTMLElement).append(element);
  setTimeout(() => {
    element.remove();
  }, TOAST_MILLISECONDS);
}

/**
 * Follows what the exchange says, and connects again when it is lost. Unless its address names a
 * telephone, a page gets one that no other page shows.
 */
export function follow(show: (snapshot: Snapshot) => void): void {
  const source = eventsAddress();
  const events = new EventSource(source);
  const lost = byId("lost", HTMLElement);
  let now: Snapshot | undefined;
  const next = (snapshot: Snapshot) => {
    now = snapshot;
    lost.hidden = true;
    ({ number } = snapshot.telephone);
    again = true;
    if (NAMED === null) sessionStorage.setItem(OWN, number);
    show(snapshot);
  };
  events.addEventListener("message", ({ data }: MessageEvent<string>) => {
    next(JSON.parse(data) as Snapshot);
  });
  events.addEventListener("patch", ({ data }: MessageEvent<string>) => {
    if (now === undefined) return;
    const { shared, telephone: own } = JSON.parse(data) as Patch;
    const { telephone: before, ...all } = now;
    next({ ...changed(all, shared), telephone: changed(before, own) });
  });
  // The center was reset; it is there again at once.
  events.addEventListener("gone", () => {
    events.close();
    toast("back at what was applied: calls have ended");
    follow(show);
  });
  events.addEventListener("error", () => {
    lost.hidden = false;
    const refused = events.readyState === EventSource.CLOSED;
    events.close();
    if (refused) void explain(source);
    // By hand, since the browser would ask for the number of before the first connection.
    else setTimeout(follow, RETRY_MILLISECONDS, show);
  });
}

function eventsAddress(): string {
  if (NAMED !== null) return `events?telephone=${encodeURIComponent(NAMED)}`;
  if (number === "") return "events";
  return `events?own=${encodeURIComponent(number)}${again ? "&again" : ""}`;
}

/** The stream was refused, which the browser does not say why: ask again. */
async function explain(source: string): Promise<void> {
  const answer = await fetch(source);
  if (!answer.ok) toast(((await answer.json()) as { message: string }).message);
}
