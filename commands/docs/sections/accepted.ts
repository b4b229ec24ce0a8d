import type { Acceptance } from "../../../constructs/validation/warnings/accepted";
import { html, table } from "../../support/html";
import type { Section } from "./section";

/** What the synth would warn of, had nobody decided that it may stay. */
export function acceptedSection(accepted: readonly Acceptance[]): Section {
  return {
    id: "accepted",
    title: "Accepted warnings",
    body:
      accepted.length === 0
        ? html`<p>None is accepted.</p>`
        : table(
            ["Where", "What is so", "Why it may stay"],
            accepted.map(({ place, problem, reason }) => [place, problem, reason]),
          ),
  };
}
