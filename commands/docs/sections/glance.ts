import type { Action, Flow } from "../../../contact-flow/flow";
import { summaryOf } from "../../../contact-flow/summary";
import { objectOf } from "../../../contact-flow/json";
import { type Block, type Configuration, list, text } from "../configuration";
import { type DeployedFlow, flowsOf } from "../flows";
import { type Child, chips, type Html, html } from "../../support/html";
import { openingHours } from "./hours";
import type { Section } from "./section";

/** Where a key of the menu leads. */
interface Way {
  readonly key: string;
  /** The queue's reference; undefined where the key leads to none. */
  readonly queue: string | undefined;
}

/** The center on one page: what callers dial and press, who answers, when, and who is told of trouble. */
export function glanceSection(configuration: Configuration): Section {
  const [menu] = flowsOf(configuration);
  const number = configuration.one("aws_connect_phone_number");
  const dialled = text(number.prefix) === "" ? text(number.country_code) : text(number.prefix);
  return {
    id: "glance",
    title: "At a glance",
    body: html` <div class="glance">
      <div class="dial">
        <small>Callers dial</small><strong>${dialled} …</strong> ${menu?.name ?? ""}
      </div>
      <ol class="ways">
        ${menu === undefined ? "" : waysOf(menu.flow).map((way) => wayCard(configuration, way))}
      </ol>
      <dl class="asides">
        ${asides(configuration, menu).map(
          ([term, description]) =>
            html`<div>
              <dt>${term}</dt>
              <dd>${description}</dd>
            </div>`,
        )}
      </dl>
    </div>`,
  };
}

/** The keys of a flow's menus, with the queue that is set on the way on. */
function waysOf({ Actions: actions }: Flow): readonly Way[] {
  const byId = new Map(actions.map((action) => [action.Identifier, action]));
  const queueFrom = (id: string | undefined): string | undefined => {
    const passed = new Set<Action>();
    for (let at = byId.get(id ?? ""); at !== undefined && !passed.has(at);) {
      const { QueueId: queue } = at.Parameters ?? {};
      if (at.Type === "UpdateContactTargetQueue" && typeof queue === "string") return queue;
      passed.add(at);
      at = byId.get(at.Transitions.NextAction ?? "");
    }
    return undefined;
  };
  return actions
    .filter(({ Type }) => Type === "GetParticipantInput")
    .flatMap(({ Transitions: { Conditions: conditions = [] } }) =>
      conditions.map(({ Condition: { Operands: operands }, NextAction: next }) => ({
        key: operands.join(", "),
        queue: queueFrom(next),
      })),
    )
    .filter(({ queue }) => queue !== undefined);
}

function wayCard(configuration: Configuration, { key, queue: reference }: Way): Html {
  const queue = configuration
    .all("aws_connect_queue")
    .find((each) => configuration.refersTo(reference, each));
  return html`<li>
    <kbd>${key}</kbd>
    <div>
      <strong>${text(queue?.name)}</strong>
      <small>${text(queue?.description)}</small>
    </div>
    <div>${queue === undefined ? "" : agentsOf(configuration, queue)}</div>
  </li> `;
}

/** Who is offered a queue's contacts: those who get them at once first. */
function agentsOf(configuration: Configuration, queue: Block): Html {
  const offered = configuration.all("aws_connect_routing_profile").flatMap((profile) =>
    list(profile.queue_configs)
      .map(objectOf)
      .filter(({ queue_id }) => configuration.refersTo(queue_id, queue))
      .map(({ delay, priority }) => ({ profile, delay: Number(delay), priority: text(priority) })),
  );
  const lines = offered
    .sort((one, other) => one.delay - other.delay)
    .map(({ profile, delay, priority }) => {
      const people = configuration
        .all("aws_connect_user")
        .filter((user) => configuration.refersTo(user.routing_profile_id, profile))
        .map(({ identity_info: identity }) => {
          const { first_name: first, last_name: last } = objectOf(identity);
          return `${text(first)} ${text(last)}`;
        });
      const when = delay === 0 ? "at once" : `after ${delay} s`;
      return html`<p>${chips(people)} <small>${when}, as priority ${priority}</small></p>`;
    });
  return lines.length === 0 ? html`<span class="none">nobody serves it</span>` : html`${lines}`;
}

/** What else a supervisor looks up. */
function asides(
  configuration: Configuration,
  menu: DeployedFlow | undefined,
): readonly (readonly [string, Child])[] {
  const told = configuration
    .all("aws_sns_topic_subscription")
    .filter(({ protocol }) => protocol === "email")
    .map(({ endpoint }) => text(endpoint));
  const alarms = configuration.all("aws_cloudwatch_metric_alarm").length;
  const recorded = menu?.flow.Actions.filter(({ Type }) => Type.includes("Recording")).flatMap(
    (action) => summaryOf(action, () => undefined).filter((line) => line.startsWith("records ")),
  );
  return [
    ...openingHours(configuration),
    [
      "Agents can transfer to",
      chips(configuration.all("aws_connect_quick_connect").map(({ name }) => text(name))),
    ],
    ["Recorded", recorded?.map((line) => line.replace(/^records /, "")).join(", ") ?? "nobody"],
    [`Told by ${alarms} alarms`, told.length === 0 ? "nobody" : chips(told)],
  ];
}
