import parsePhoneNumber from "libphonenumber-js";

import { objectOf } from "../../../contact-flow/json";
import { type Block, type Configuration, list, text } from "../configuration";
import { type Child, chips, type Html, html, table } from "../../support/html";
import type { Section } from "./section";

/** How a contact finds its agent, and where agents can send it on. */
export function routingSection(configuration: Configuration): Section {
  return {
    id: "routing",
    title: "Routing",
    body: html` <h3>Which agents get which contacts</h3>
      <p>
        Agents are offered contacts of the queues in the order of their priority (1 first), and only
        those that have waited for the delay.
      </p>
      ${matrix(configuration)}
      <h3>Queues</h3>
      ${queues(configuration)}
      <h3>Quick connects</h3>
      ${quickConnects(configuration)}`,
  };
}

function matrix(configuration: Configuration): Html {
  const queues = configuration.all("aws_connect_queue");
  return table(
    ["Routing profile", ...queues.map(({ name }) => text(name)), "Calls at a time", "Agents"],
    configuration.all("aws_connect_routing_profile").map((profile) => [
      html`${text(profile.name)}<small>${text(profile.description)}</small>`,
      ...queues.map((queue) => {
        const entry = list(profile.queue_configs)
          .map(objectOf)
          .find(({ queue_id }) => configuration.refersTo(queue_id, queue));
        return entry === undefined ? html`<span class="none">–</span>` : turn(entry);
      }),
      list(profile.media_concurrencies)
        .map((media) => text(objectOf(media).concurrency))
        .join(", "),
      chips(
        configuration
          .all("aws_connect_user")
          .filter((user) => configuration.refersTo(user.routing_profile_id, profile))
          .map(({ name }) => text(name)),
      ),
    ]),
  );
}

const turn = ({ priority, delay }: Block): Html =>
  html`<strong>priority ${text(priority)}</strong
    ><small>${delay === 0 ? "at once" : `after ${text(delay)} s`}</small>`;

function queues(configuration: Configuration): Html {
  const listed = list(configuration.desired("queueQuickConnects").queues).map(objectOf);
  return table(
    [
      "Queue",
      "Hours",
      "Callers see",
      "Whisper when calling out",
      "Contacts in queue",
      "Quick connects",
    ],
    configuration.all("aws_connect_queue").map((queue) => {
      const caller = objectOf(queue.outbound_caller_config);
      const number = configuration
        .all("aws_connect_phone_number")
        .some((claimed) => configuration.refersTo(caller.outbound_caller_id_number_id, claimed))
        ? "the claimed number"
        : "no number";
      const entry = listed.find(({ queueId }) => configuration.refersTo(queueId, queue));
      return [
        html`${text(queue.name)}<small>${text(queue.description)}</small>`,
        configuration.read(queue.hours_of_operation_id),
        html`${text(caller.outbound_caller_id_name)}<small>${number}</small>`,
        configuration.read(caller.outbound_flow_id),
        queue.max_contacts === undefined ? "no limit" : `at most ${text(queue.max_contacts)}`,
        chips(list(entry?.quickConnects).map((quickConnect) => text(objectOf(quickConnect).name))),
      ];
    }),
  );
}

function quickConnects(configuration: Configuration): Html {
  return table(
    ["Quick connect", "Kind", "Destination", "Flow"],
    configuration
      .all("aws_connect_quick_connect")
      .map((quickConnect) => [
        text(quickConnect.name),
        ...destination(configuration, objectOf(quickConnect.quick_connect_config)),
      ]),
  );
}

function destination(configuration: Configuration, config: Block): readonly Child[] {
  const [phone] = list(config.phone_config).map(objectOf);
  const [queue] = list(config.queue_config).map(objectOf);
  const [user] = list(config.user_config).map(objectOf);
  if (phone !== undefined) {
    const number = text(phone.phone_number);
    return [
      "external",
      parsePhoneNumber(number)?.formatInternational() ?? number,
      html`<span class="none">–</span>`,
    ];
  }
  return queue === undefined
    ? ["agent", configuration.read(user?.user_id), configuration.read(user?.contact_flow_id)]
    : ["queue", configuration.read(queue.queue_id), configuration.read(queue.contact_flow_id)];
}
