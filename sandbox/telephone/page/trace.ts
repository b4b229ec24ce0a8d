import type { ContactView, TraceEntry } from "../views";
import { byId, keepList, make, setText } from "./dom";
import { format } from "./time";

interface Line {
  readonly element: HTMLLIElement;
  readonly text: HTMLElement;
}

const lines = new Map<string | number, Line>();

const CLOCK = { hour: "2-digit", minute: "2-digit", second: "2-digit" } as const;

/** Shows what has happened; stays at the end unless somebody has scrolled up to read. */
export function showTrace(entries: readonly TraceEntry[]): void {
  const list = byId("trace", HTMLElement);
  const atEnd = list.scrollHeight - list.scrollTop - list.clientHeight < 40;
  keepList(
    list,
    lines,
    entries,
    ({ id, at }) => `${at} ${id}`,
    ({ at, kind }) => {
      const text = make("span", "what");
      const clock = make("time", "", format(at, CLOCK));
      const mark = make("span", "kind", kind);
      return { element: make("li", `is-${kind}`, clock, mark, text), text };
    },
    ({ text }, entry) => {
      setText(text, entry.text);
    },
  );
  if (atEnd) list.scrollTop = list.scrollHeight;
}

let shown = "";

/** Shows what Connect knows of the contact. */
export function showContact(contact: ContactView | undefined): void {
  const state = byId("contact-state", HTMLElement);
  state.hidden = contact === undefined;
  setText(state, contact?.state ?? "");
  const attributes = Object.entries(contact?.attributes ?? {});
  const facts = [
    ...(contact?.facts ?? []),
    ...attributes.map(([key, value]) => [`$.Attributes.${key}`, value] as const),
  ];
  const key = JSON.stringify(facts);
  if (key === shown) return;
  shown = key;
  byId("facts", HTMLElement).replaceChildren(
    ...facts.map(([name, value]) => make("div", "", make("dt", "", name), make("dd", "", value))),
  );
}
