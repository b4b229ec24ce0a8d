import type { AgentView, Snapshot } from "../views";
import { type Desk, deskOf } from "./desk";
import { byId, keepList } from "./dom";

const desks = new Map<string | number, Desk>();
const otherDesks = new Map<string | number, Desk>();

/**
 * Shows a desk for each agent. Those who have nothing to do with the center's own queues are folded
 * away, unless they are at work.
 */
export function showAgents({ agents, statuses }: Snapshot): void {
  const isAtWork = ({ quickConnects, activity, routable }: AgentView) =>
    quickConnects.length > 0 || activity !== "idle" || routable;
  const show = (id: string, kept: Map<string | number, Desk>, shown: readonly AgentView[]) => {
    keepList(
      byId(id, HTMLElement),
      kept,
      shown,
      (agent) => agent.id,
      (agent) => deskOf(agent, statuses),
      (desk, agent) => {
        desk.show(agent);
      },
    );
  };
  const others = agents.filter((agent) => !isAtWork(agent));
  show("agents", desks, agents.filter(isAtWork));
  show("other-agents", otherDesks, others);
  byId("others", HTMLElement).hidden = others.length === 0;
  byId("no-agents", HTMLElement).hidden = agents.length > 0;
}

/** Lets the times at the desks go on. */
export function tickAgents(): void {
  for (const desk of [...desks.values(), ...otherDesks.values()]) desk.tick();
}
