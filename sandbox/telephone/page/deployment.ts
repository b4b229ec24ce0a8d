import type { ChangeView, DeploymentView, Snapshot } from "../views";
import { post } from "./connection";
import { byId, make, setText } from "./dom";

/** What was closed by hand; something else shows again. */
let closed = "";
let shown = "";

/** The button that goes back to what was applied, and the one that closes the news. */
export function setUpDeployment(): void {
  byId("reset", HTMLButtonElement).addEventListener("click", () => {
    void post("../sandbox/reset");
  });
  byId("deployment-close", HTMLButtonElement).addEventListener("click", () => {
    closed = shown;
    byId("deployment", HTMLElement).hidden = true;
  });
}

/** Shows how far the apply is, what the last one has changed, or what is wrong with what was saved. */
export function showDeployment({ deployment, resettable }: Snapshot): void {
  const reset = byId("reset", HTMLButtonElement);
  reset.hidden = !resettable;
  reset.disabled = deployment?.state === "applying";
  const key = JSON.stringify(deployment ?? {});
  if (key === shown) return;
  shown = key;
  const panel = byId("deployment", HTMLElement);
  panel.hidden = key === closed || deployment === undefined || isQuiet(deployment);
  if (deployment === undefined) return;
  const { state } = deployment;
  panel.classList.toggle("failed", state === "failed");
  setText(byId("deployment-text", HTMLElement), textOf(deployment));
  byId("deployment-close", HTMLButtonElement).hidden = isUnderWay(deployment);
  showProgress(deployment);
  byId("deployment-lines", HTMLElement).replaceChildren(
    ...linesOf(deployment).map((line) => make("li", classOf(line), line)),
  );
}

/** The first apply has made everything: nobody need be told what. */
const isQuiet = (deployment: DeploymentView): boolean =>
  deployment.state === "applied" && deployment.changes.length === 0;

const isUnderWay = ({ state }: DeploymentView): boolean =>
  state === "synthesizing" || state === "applying";

function textOf(deployment: DeploymentView): string {
  const { stack, state } = deployment;
  if (state === "synthesizing") return `Synthesizing ${stack} …`;
  if (state === "applied") return "Applied: the next call hears it.";
  if (state === "failed") return "What was saved is not applied.";
  const { done, total, address } = deployment;
  return total === 0 ? `Planning ${stack} …` : `${done} of ${total} · ${address ?? ""}`;
}

function showProgress(deployment: DeploymentView): void {
  const bar = byId("deployment-progress", HTMLProgressElement);
  bar.hidden = !isUnderWay(deployment);
  // Without a value it only says that something goes on.
  bar.removeAttribute("value");
  if (deployment.state !== "applying" || deployment.total === 0) return;
  bar.max = deployment.total;
  bar.value = deployment.done;
}

function linesOf(deployment: DeploymentView): string[] {
  if (deployment.state === "failed") return deployment.fault.split("\n");
  return deployment.state === "applied" ? deployment.changes.flatMap(changeLines) : [];
}

const changeLines = ({ action, address, lines }: ChangeView): string[] => [
  `${action} ${address}`,
  ...lines.map((line) => (/^[-+] /.test(line) ? line : `  ${line}`)),
];

const classOf = (line: string): string =>
  line.startsWith("+ ") ? "added" : line.startsWith("- ") ? "removed" : "";
