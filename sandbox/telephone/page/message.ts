import type { MessageView, Snapshot } from "../views";
import { byId, setText } from "./dom";
import { format, now } from "./time";

let message: MessageView | undefined;

/** Shows that a message is on: what callers of the center hear before the menu, and until when. */
export function showMessage({ numbers }: Snapshot): void {
  message = numbers.find((number) => number.message !== undefined)?.message;
  tickMessage();
}

/** Takes it away when its time has passed. */
export function tickMessage(): void {
  const element = byId("message", HTMLElement);
  const isOn = message !== undefined && (message.until === undefined || now() < message.until);
  element.hidden = !isOn;
  setText(element, message === undefined || !isOn ? "" : textOf(message));
}

function textOf({ text, until }: MessageView): string {
  const end =
    until === undefined
      ? ""
      : ` until ${format(until, { weekday: "short", hour: "2-digit", minute: "2-digit" })}`;
  return `Message on${end}: “${text}”`;
}
