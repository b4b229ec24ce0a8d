import type { ContactView, TraceEntry } from "../views";
import { address } from "./connection";
import { byId, keepList, make, setText } from "./dom";
import { offer, toClipboard } from "./take-along";
import { format } from "./time";

interface Line {
  readonly element: HTMLLIElement;
  readonly text: HTMLElement;
}

const lines = new Map<string | number, Line>();

const CLOCK = { hour: "2-digit", minute: "2-digit", second: "2-digit" } as const;

let entriesNow: readonly TraceEntry[] = [];

/** The trace as text, a line an entry. */
const traceText = (): string =>
  entriesNow
    .map(({ at, kind, text }) => `${format(at, CLOCK)}  ${kind.padEnd(9)}  ${text}\n`)
    .join("");

/** The buttons that take the trace along: copied, saved, or as a test. */
export function setUpTrace(): void {
  const copy = byId("copy-trace", HTMLButtonElement);
  copy.addEventListener("click", () => {
    void toClipboard(traceText(), copy);
  });
  byId("save-trace", HTMLButtonElement).addEventListener("click", () => {
    offer(traceText(), "trace.txt");
  });
  const dialog = byId("test", HTMLDialogElement);
  const text = byId("test-text", HTMLElement);
  byId("as-test", HTMLButtonElement).addEventListener("click", () => {
    void fetch(address("test")).then(async (answer) => {
      setText(text, await answer.text());
      dialog.showModal();
    });
  });
  const copyTest = byId("copy-test", HTMLButtonElement);
  copyTest.addEventListener("click", () => {
    void toClipboard(text.textContent, copyTest);
  });
  byId("close-test", HTMLButtonElement).addEventListener("click", () => {
    dialog.close();
  });
}

/** Shows what has happened; stays at the end unless somebody has scrolled up to read. */
export function showTrace(entries: readonly TraceEntry[]): void {
  const list = byId("trace", HTMLElement);
  entriesNow = entries;
  list.hidden = entries.length === 0;
  byId("no-trace", HTMLElement).hidden = entries.length > 0;
  for (const id of ["copy-trace", "save-trace", "as-test"]) {
    byId(id, HTMLButtonElement).disabled = entries.length === 0;
  }
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
  byId("no-contact", HTMLElement).hidden = contact !== undefined;
  byId("facts", HTMLElement).hidden = contact === undefined;
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
