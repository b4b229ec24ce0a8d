import type { Faults } from "../views";
import { post } from "./connection";
import { byId } from "./dom";

type Switch = "noAgents" | "queuesFull" | "lambdaDown";

/** The switches of what is broken on purpose. */
export function setUpFaults(): void {
  byId("faults", HTMLElement).addEventListener("change", ({ target }) => {
    if (target instanceof HTMLInputElement) {
      void post("faults/set", { [target.name]: target.checked });
    }
  });
}

/** Shows what is broken. */
export function showFaults(faults: Faults): void {
  document.body.classList.toggle("no-agents", faults.noAgents);
  for (const each of document.querySelectorAll<HTMLInputElement>("#faults input")) {
    each.checked = faults[each.name as Switch];
  }
}
