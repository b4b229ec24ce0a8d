import type { QueueView, Snapshot, WaitingView } from "../views";
import { byId, keepList, make, setText } from "./dom";
import { readable } from "./numbers";
import { now, since } from "./time";

interface Row {
  readonly element: HTMLLIElement;
  readonly chip: HTMLElement;
  readonly count: HTMLElement;
  readonly waiting: HTMLUListElement;
  readonly items: Map<string | number, Item>;
}

interface Item {
  readonly element: HTMLLIElement;
  readonly time: HTMLElement;
  readonly what: HTMLElement;
  since: number;
}

const rows = new Map<string | number, Row>();
let callbacks: Snapshot["callbacks"] = [];

/** Shows the queues with those who wait in them. */
export function showQueues(snapshot: Snapshot): void {
  ({ callbacks } = snapshot);
  keepList(byId("queues", HTMLElement), rows, snapshot.queues, ({ id }) => id, makeRow, showRow);
  byId("no-queues", HTMLElement).hidden = snapshot.queues.length > 0;
  tickQueues();
}

/** Lets the waiting times go on. */
export function tickQueues(): void {
  for (const { items } of rows.values()) {
    for (const { time, since: from } of items.values()) setText(time, since(from));
  }
  const [next] = callbacks;
  const queues = byId("queues", HTMLElement);
  queues.dataset.pending =
    next === undefined
      ? ""
      : `Callback to ${readable(next.number)} in ${Math.max(0, Math.ceil((next.dueAt - now()) / 1000))} s`;
}

function makeRow({ name }: QueueView): Row {
  const chip = make("span", "chip");
  const count = make("span", "count");
  const waiting = make("ul", "waiting");
  const head = make("p", "", make("span", "name", name), chip, count);
  return { element: make("li", "", head, waiting), chip, count, waiting, items: new Map() };
}

function showRow({ chip, count, waiting: list, items }: Row, { open, waiting }: QueueView): void {
  setText(chip, open ? "open" : "closed");
  chip.classList.toggle("good", open);
  setText(count, waiting.length === 0 ? "nobody waits" : `${waiting.length} waiting`);
  keepList(list, items, waiting, ({ id }) => id, makeItem, showItem);
}

function makeItem(): Item {
  const time = make("span", "since");
  const what = make("span");
  return { element: make("li", "", what, time), time, what, since: 0 };
}

function showItem(item: Item, { number, since: from, callback, offeredTo }: WaitingView): void {
  item.since = from;
  const ringing = offeredTo === undefined ? "" : ` · rings at ${offeredTo}`;
  setText(item.what, `${readable(number)}${callback ? " · callback" : ""}${ringing}`);
}
