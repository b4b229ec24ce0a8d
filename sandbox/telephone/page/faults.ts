import type { Faults } from "../views";
import { post } from "./connection";
import { button, byId, keepList, make } from "./dom";

type Switch = "noAgents" | "queuesFull" | "lambdaDown";

/** A broken block in the list. */
interface Row {
  readonly element: HTMLLIElement;
}

const rows = new Map<string | number, Row>();
let blocks: Faults["blocks"] = {};

/** The switches of what is broken on purpose, and the choice of a block that is to fail. */
export function setUpFaults(): void {
  byId("faults", HTMLElement).addEventListener("change", ({ target }) => {
    if (target instanceof HTMLInputElement) {
      void post("faults/set", { [target.name]: target.checked });
    }
  });
  const choice = byId("block", HTMLSelectElement);
  choice.addEventListener("change", () => {
    if (choice.value !== "") void post("faults/break", { block: choice.value });
    choice.value = "";
  });
  offerBlocks([]);
}

/** Offers the blocks of the flow that is shown. @param names those that can fail */
export function offerBlocks(names: readonly string[]): void {
  const choice = byId("block", HTMLSelectElement);
  const key = JSON.stringify(names);
  if (choice.dataset.offered !== key) {
    choice.dataset.offered = key;
    const first = make(
      "option",
      "",
      names.length === 0 ? "Blocks of the flow …" : "A block fails …",
    );
    first.value = "";
    choice.replaceChildren(first, ...names.map((name) => make("option", "", name)));
    choice.disabled = names.length === 0;
  }
  markBroken();
}

/** Shows what is broken. */
export function showFaults(faults: Faults): void {
  document.body.classList.toggle("nobody", faults.noAgents);
  for (const each of document.querySelectorAll<HTMLInputElement>("#faults input")) {
    each.checked = faults[each.name as Switch];
  }
  ({ blocks } = faults);
  keepList(
    byId("broken", HTMLUListElement),
    rows,
    Object.keys(blocks),
    (name) => name,
    rowOf,
    () => undefined,
  );
  markBroken();
}

function rowOf(name: string): Row {
  const mend = button("Mend", "", () => {
    void post("faults/mend", { block: name });
  });
  mend.setAttribute("aria-label", `Mend ${name}`);
  return { element: make("li", "", make("span", "", `${name} fails`), mend) };
}

function markBroken(): void {
  for (const card of document.querySelectorAll<SVGElement>("#picture .card")) {
    card.classList.toggle("broken", Object.hasOwn(blocks, card.dataset.action ?? ""));
  }
}
