import type { AgentView } from "../views";
import { post } from "./connection";
import { button, make, setText } from "./dom";
import { readable } from "./numbers";
import { since } from "./time";

/** An agent's desk on the page. */
export interface Desk {
  readonly element: HTMLElement;
  show(agent: AgentView): void;
  tick(): void;
}

const ACTIVITIES: Readonly<Record<AgentView["activity"], string>> = {
  idle: "",
  ringing: "Call for you",
  onContact: "On a call",
  afterCallWork: "After call work",
  missed: "Missed a call: choose a status to get the next",
};

const initials = (name: string): string =>
  name
    .split(/\s+/)
    .map((part) => part.charAt(0))
    .join("")
    .slice(0, 2);

/** Makes the desk of an agent. @param statuses what the agent can choose from */
export function deskOf({ id, name, routingProfile }: AgentView, statuses: readonly string[]): Desk {
  const ask = (action: string, body: object = {}) =>
    void post(`agents/${encodeURIComponent(id)}/${action}`, body);

  const status = make(
    "select",
    "status-choice",
    ...statuses.map((each) => make("option", "", each)),
  );
  status.setAttribute("aria-label", `Status of ${name}`);
  status.addEventListener("change", () => {
    ask("status", { status: status.value });
  });
  const activity = make("span", "activity");
  const time = make("span", "since");
  const contact = make("p", "with");
  const said = make("p", "said");
  const actions = make("div", "actions");
  const work = make("div", "work", make("p", "line", activity, time), contact, said, actions);
  // Not the whole: nobody wants to be told the time each second.
  for (const each of [activity, contact, said]) each.setAttribute("aria-live", "polite");
  const avatar = make("span", "avatar", initials(name));
  avatar.setAttribute("aria-hidden", "true");
  const element = make(
    "article",
    "desk card",
    make(
      "header",
      "",
      avatar,
      make("div", "who", make("h3", "", name), make("p", "", routingProfile)),
      status,
    ),
    work,
  );
  element.setAttribute("aria-label", name);

  let now: AgentView | undefined;
  let mode = "";
  return {
    element,
    tick: () => {
      if (now !== undefined && now.activity !== "idle") setText(time, since(now.since));
    },
    show: (agent) => {
      now = agent;
      if (document.activeElement !== status || status.value === agent.status) {
        status.value = agent.status;
      }
      element.dataset.activity = agent.activity;
      element.classList.toggle("routable", agent.routable);
      work.hidden = agent.activity === "idle";
      setText(activity, ACTIVITIES[agent.activity]);
      setText(time, since(agent.since));
      setText(contact, contactText(agent));
      setText(said, agent.contact?.saying?.text ?? "");
      said.hidden = agent.contact?.saying?.text === undefined;
      const next = modeOf(agent);
      if (next !== mode) {
        mode = next;
        actions.replaceChildren(...actionsOf(agent, ask));
      }
    },
  };
}

function contactText({ contact, activity }: AgentView): string {
  if (contact === undefined) return "";
  const what = `${contact.queue} · ${readable(contact.number)}`;
  const how = contact.callback ? `${what} · callback` : what;
  return activity === "onContact" && !contact.connected ? `${how} · ${contact.state}` : how;
}

/** The buttons change with this only, so that none is pulled from under a finger. */
const modeOf = ({ activity, contact, quickConnects }: AgentView): string =>
  JSON.stringify([activity, contact?.connected, contact?.onHold, quickConnects]);

function actionsOf(
  { activity, contact, quickConnects }: AgentView,
  ask: (action: string, body?: object) => void,
): Node[] {
  const act = (label: string, className: string, action: string) =>
    button(label, className, () => {
      ask(action);
    });
  if (activity === "ringing") {
    return [act("Accept", "accept", "accept"), act("Decline", "decline", "decline")];
  }
  if (activity === "afterCallWork") return [act("Finish", "", "finish")];
  if (activity !== "onContact") return [];
  const hangUp = act("Hang up", "decline", "hang-up");
  if (contact?.connected !== true) return [hangUp];
  const hold = contact.onHold ? act("Resume", "", "resume") : act("Hold", "", "hold");
  return [hold, hangUp, ...(quickConnects.length === 0 ? [] : [transfer(quickConnects, ask)])];
}

function transfer(
  quickConnects: AgentView["quickConnects"],
  ask: (action: string, body: object) => void,
): HTMLElement {
  const choice = make(
    "select",
    "",
    ...quickConnects.map(({ id, name, type }) => {
      const option = make("option", "", `${name} (${type.toLowerCase().replaceAll("_", " ")})`);
      option.value = id;
      return option;
    }),
  );
  choice.setAttribute("aria-label", "Quick connect");
  const send = button("Transfer", "", () => {
    ask("transfer", { quickConnect: choice.value });
  });
  return make("div", "transfer", choice, send);
}
