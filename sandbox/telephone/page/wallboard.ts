import {
  type AgentLineView,
  type AlarmView,
  type ContactLineView,
  type FiguresView,
  type QueueFiguresView,
  SERVICE_SECONDS,
  type WallboardView,
} from "../wallboard-view";
import { button, byId, keepList, make, setText } from "./dom";
import { openEvaluation, setUpEvaluation } from "./evaluation";
import { readable } from "./numbers";
import { format, now, setClock, since, span } from "./time";

/** How often the sandbox is asked, in milliseconds: so often do the times go on. */
const REFRESH = 1000;

/** What shows an item of a list. */
interface Shown<Item> {
  readonly element: HTMLElement;
  readonly update: (item: Item) => void;
}

const ACTIVITIES: Readonly<Record<AgentLineView["activity"], string>> = {
  idle: "",
  ringing: "rings",
  onContact: "on contact",
  afterCallWork: "after contact work",
  missed: "missed a call",
};

/** What a figure is called, and what it says where there is none. */
const FIGURES: readonly (readonly [name: string, text: (figures: FiguresView) => string])[] = [
  ["queued", ({ queued }) => String(queued)],
  ["handled", ({ handled }) => String(handled)],
  ["abandoned", ({ abandoned }) => String(abandoned)],
  [
    `in ${SERVICE_SECONDS} s`,
    ({ serviceLevel }) => (serviceLevel === undefined ? "–" : `${Math.round(serviceLevel)} %`),
  ],
  ["avg. answer", ({ answerSeconds }) => (answerSeconds === undefined ? "–" : span(answerSeconds))],
];

/** Shows so many lists anew, of which items that stay keep their elements. */
const list = <Item>(id: string, keyOf: (item: Item) => string, create: () => Shown<Item>) => {
  const kept = new Map<string | number, Shown<Item>>();
  return (items: readonly Item[]): void => {
    const parent = byId(id, HTMLElement);
    keepList(parent, kept, items, keyOf, create, ({ update }, item) => {
      update(item);
    });
    parent.hidden = items.length === 0;
    byId(`no-${id}`, HTMLElement).hidden = items.length > 0;
  };
};

/** A name with its value: what is read out as one. */
function figure(
  name: string,
  className = "",
): { readonly pair: HTMLElement; readonly set: (text: string) => void } {
  const value = make("dd");
  const pair = make("div", className, make("dt", "", name), value);
  return {
    pair,
    set: (text) => {
      setText(value, text);
    },
  };
}

function figuresIn(parent: HTMLElement): (figures: FiguresView) => void {
  const all = FIGURES.map(([name, text]) => ({ text, ...figure(name) }));
  parent.append(...all.map(({ pair }) => pair));
  return (figures) => {
    for (const { text, set } of all) set(text(figures));
  };
}

const showQueues = list<QueueFiguresView>(
  "queues",
  ({ id }) => id,
  () => {
    const name = make("h3");
    const chip = make("span", "chip");
    const waiting = figure("waiting", "waiting");
    const oldest = figure("longest wait");
    const available = figure("agents free");
    const today = make("dl", "figures");
    const showToday = figuresIn(today);
    const live = make("dl", "live", waiting.pair, oldest.pair, available.pair);
    const element = make("li", "card", make("div", "head", name, chip), live, today);
    return {
      element,
      update: (queue) => {
        setText(name, queue.name);
        setText(chip, queue.open ? "open" : "closed");
        chip.classList.toggle("good", queue.open);
        waiting.set(String(queue.waiting));
        element.classList.toggle("waited-in", queue.waiting > 0);
        oldest.set(queue.oldest === undefined ? "–" : since(queue.oldest));
        available.set(`${queue.agentsAvailable} of ${queue.agentsOnline}`);
        showToday(queue.today);
      },
    };
  },
);

const showAgents = list<AgentLineView>(
  "agents",
  ({ id }) => id,
  () => {
    const name = make("h3");
    const doing = make("p");
    const time = make("span", "since");
    const element = make("li", "card", make("div", "", name, doing), time);
    return {
      element,
      update: (agent) => {
        const activity = [ACTIVITIES[agent.activity], agent.queue].filter(Boolean).join(" · ");
        setText(name, agent.name);
        setText(doing, activity || agent.status);
        setText(time, since(agent.since));
        element.dataset.activity = agent.activity;
        element.classList.toggle("routable", agent.routable);
      },
    };
  },
);

const showAlarms = list<AlarmView>(
  "alarms",
  ({ name }) => name,
  () => {
    const name = make("strong");
    const time = make("span", "since");
    const reason = make("p");
    return {
      element: make("li", "", make("div", "", name, time), reason),
      update: (alarm) => {
        setText(name, alarm.name);
        setText(time, since(alarm.since));
        setText(reason, alarm.reason);
      },
    };
  },
);

const showContacts = list<ContactLineView>(
  "contacts",
  ({ id }) => id,
  () => {
    const cells = ["time", "number", "queue", "outcome", "times"].map((each) => make("span", each));
    let id = "";
    const evaluate = button("Evaluate", "evaluate", () => void openEvaluation(id));
    const record = make("pre");
    record.tabIndex = 0;
    const details = make(
      "details",
      "",
      make("summary", "", ...cells, make("span", "open", "record")),
      evaluate,
      record,
    );
    return {
      element: make("li", "", details),
      update: (contact) => {
        const { waitedSeconds: waited, talkedSeconds: talked } = contact;
        const texts = [
          format(contact.ended, { hour: "2-digit", minute: "2-digit" }),
          readable(contact.number),
          contact.queue ?? "no queue",
          [contact.outcome, contact.evaluation].filter(Boolean).join(" · "),
          `waited ${span(waited)}${talked > 0 ? `, talked ${span(talked)}` : ""}`,
        ];
        cells.forEach((cell, index) => {
          setText(cell, texts[index] ?? "");
        });
        ({ id } = contact);
        evaluate.hidden = !contact.answered;
        details.classList.toggle("abandoned", contact.abandoned);
        record.setAttribute("aria-label", `Contact record of ${readable(contact.number)}`);
        setText(record, JSON.stringify(contact.record, null, 2));
      },
    };
  },
);

const showAll = figuresIn(byId("all", HTMLElement));

function show(view: WallboardView): void {
  const name = view.instance ?? "Nothing is deployed yet";
  setClock(view.clock);
  setText(byId("instance", HTMLElement), name);
  document.title = `${name} · wallboard`;
  const face = byId("time", HTMLTimeElement);
  setText(face, format(now(), { weekday: "short", hour: "2-digit", minute: "2-digit" }));
  face.dateTime = new Date(now()).toISOString();
  showAlarms(view.alarms);
  showQueues(view.queues);
  showAgents(view.agents);
  showAll(view.all);
  showContacts(view.contacts);
}

async function refresh(): Promise<void> {
  const lost = byId("lost", HTMLElement);
  try {
    const answer = await fetch("wallboard.json");
    if (!answer.ok) throw new Error(answer.statusText);
    show((await answer.json()) as WallboardView);
    document.body.dataset.ready = "true";
    lost.hidden = true;
  } catch {
    lost.hidden = false;
  }
  setTimeout(() => void refresh(), REFRESH);
}

setUpEvaluation();
void refresh();
