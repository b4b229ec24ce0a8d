import { blockName } from "../../../contact-flow/catalog";
import { drawFlow } from "../../../contact-flow/diagram";
import { exitsOf } from "../../../contact-flow/exits";
import type { Action } from "../../../contact-flow/flow";
import { namesInMetadata, summaryOf } from "../../../contact-flow/summary";
import type { Configuration } from "../configuration";
import { type DeployedFlow, flowsOf, subtitleOf } from "../flows";
import { type Child, Html, html, table } from "../../support/html";
import type { Section } from "./section";

const NOTHING = html`<span class="none">–</span>`;

/** What callers hear, as pictures and block by block. */
export async function flowsSection(configuration: Configuration): Promise<Section> {
  const flows = await Promise.all(
    flowsOf(configuration).map(async (flow, index) => ({
      flow,
      picture: await drawFlow(flow.flow, {
        id: `flow-${index + 1}`,
        title: flow.name,
        subtitle: subtitleOf(flow),
        nameOf: (reference) => configuration.nameBehind(reference),
      }),
    })),
  );
  return {
    id: "flows",
    title: "Flows",
    body: html`${flows.map(
      ({ flow, picture }) =>
        html` <figure>${new Html(picture)}</figure>
          <h3>${flow.name}, block by block</h3>
          <div class="blocks">${blocks(flow, configuration)}</div>`,
    )}`,
  };
}

function blocks({ flow }: DeployedFlow, configuration: Configuration): Html {
  const known = namesInMetadata(flow);
  const summary = (action: Action): Child => {
    const lines = summaryOf(
      action,
      (reference) => configuration.nameBehind(reference) ?? known(reference),
    );
    return lines.length === 0 ? NOTHING : lines.map((line) => html`<div>${line}</div>`);
  };
  return table(
    ["Block", "What it does", "Leads to"],
    flow.Actions.map((action) => {
      const block = blockName(action);
      return [
        html`${action.Identifier}${action.Identifier === block ? "" : html`<small>${block}</small>`}`,
        summary(action),
        waysOf(action),
      ];
    }),
  );
}

/** The ways out; those to the same place share a line. */
function waysOf(action: Action): Child {
  const labels = new Map<string, string[]>();
  for (const { label, target } of exitsOf(action)) {
    labels.set(target, [...(labels.get(target) ?? []), label]);
  }
  return labels.size === 0
    ? NOTHING
    : [...labels].map(
        ([target, all]) => html`<div><span class="way">${all.join(", ")} →</span> ${target}</div>`,
      );
}
