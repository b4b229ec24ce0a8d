import type { Snapshot } from "../views";
import { byId, make } from "./dom";

const TOAST_MILLISECONDS = 6000;

/** The number of this page's telephone: given in its address, so that each tab can be another. */
export const OWN_NUMBER = new URLSearchParams(location.search).get("telephone") ?? "+13025550123";

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

/** Does something with this page's telephone. */
export const telephone = (action: string, body: object = {}): Promise<boolean> =>
  post(`telephones/${encodeURIComponent(OWN_NUMBER)}/${action}`, body);

/** Shows what was refused, for a while. */
export function toast(message: string): void {
  const element = make("p", "toast", message);
  byId("toasts", HTMLElement).append(element);
  setTimeout(() => {
    element.remove();
  }, TOAST_MILLISECONDS);
}

/** Follows what the exchange says; the browser connects again by itself when it is lost. */
export function follow(show: (snapshot: Snapshot) => void): void {
  const lost = byId("lost", HTMLElement);
  const events = new EventSource(`events?telephone=${encodeURIComponent(OWN_NUMBER)}`);
  events.addEventListener("message", ({ data }: MessageEvent<string>) => {
    lost.hidden = true;
    show(JSON.parse(data) as Snapshot);
  });
  events.addEventListener("error", () => {
    lost.hidden = false;
    if (events.readyState === EventSource.CLOSED) {
      void explain();
    }
  });
}

/** The stream was refused, which the browser does not say why: ask again. */
async function explain(): Promise<void> {
  const answer = await fetch(`events?telephone=${encodeURIComponent(OWN_NUMBER)}`);
  if (!answer.ok) toast(((await answer.json()) as { message: string }).message);
}
