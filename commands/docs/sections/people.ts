import { objectOf } from "../../../contact-flow/json";
import { type Block, type Configuration, list, text } from "../configuration";
import { chips, code, type Html, html, table } from "../../support/html";
import type { Section } from "./section";

const LEVELS = ["level_one", "level_two", "level_three", "level_four", "level_five"];

const fullName = ({ identity_info: identity }: Block): string =>
  `${text(objectOf(identity).first_name)} ${text(objectOf(identity).last_name)}`;

/** Who works here, and whom they answer to. */
export function peopleSection(configuration: Configuration): Section {
  const users = configuration.all("aws_connect_user");
  const { agentStatuses } = configuration.desired("agentStatuses");
  return {
    id: "people",
    title: "People",
    body: html`${table(
        [
          "Name",
          "User name",
          "E-mail",
          "Security profile",
          "Routing profile",
          "Hierarchy group",
          "Takes calls",
        ],
        users.map((user) => [
          fullName(user),
          code(text(user.name)),
          text(objectOf(user.identity_info).email),
          chips(list(user.security_profile_ids).map((profile) => configuration.read(profile))),
          configuration.read(user.routing_profile_id),
          pathOf(configuration, user).join(" › "),
          phoneOf(user),
        ]),
      )}
      <h3>Hierarchy</h3>
      ${tree(configuration, users)} ${profileTable(configuration)}
      <h3>Agent statuses</h3>
      ${table(
        ["Status", "Description"],
        [
          ["Available", "every instance has it: contacts are offered"],
          ["Offline", "every instance has it: no contacts"],
          ...list(agentStatuses).map((status) => [
            text(objectOf(status).name),
            text(objectOf(status).description),
          ]),
        ],
      )}`,
  };
}

/** What the center's own security profiles let people do. */
function profileTable(configuration: Configuration): Html {
  const profiles = configuration.all("aws_connect_security_profile");
  if (profiles.length === 0) return html``;
  return html`<h3>Security profiles of the center</h3>
    ${table(
      ["Security profile", "Description", "Permissions"],
      profiles.map(({ name, description, permissions }) => [
        text(name),
        text(description),
        chips(list(permissions).map(text)),
      ]),
    )}`;
}

/** By which phone, and how long the work after a call may last. */
function phoneOf({ phone_config: config }: Block): string {
  const {
    phone_type: type,
    desk_phone_number: number,
    auto_accept: accepts,
    after_contact_work_time_limit: seconds,
  } = objectOf(config);
  return [
    type === "DESK_PHONE" ? `at ${text(number)}` : "in the browser",
    ...(accepts === true ? ["connected at once"] : []),
    seconds === 0 ? "work after a call without limit" : `${text(seconds)} s of work after a call`,
  ].join(", ");
}

const groupsOf = (configuration: Configuration): readonly Block[] =>
  configuration.all("aws_connect_user_hierarchy_group");

/** The groups above a user and the user's own, from the top. */
function pathOf(configuration: Configuration, user: Block): string[] {
  const path: string[] = [];
  let reference = user.hierarchy_group_id;
  while (reference !== undefined) {
    const parent = reference;
    const group = groupsOf(configuration).find((each) => configuration.refersTo(parent, each));
    path.unshift(text(group?.name));
    reference = group?.parent_group_id;
  }
  return path;
}

function tree(configuration: Configuration, users: readonly Block[]): Html {
  const structure = objectOf(
    configuration.one("aws_connect_user_hierarchy_structure").hierarchy_structure,
  );
  const branch = (group: Block, level: number): Html => {
    const below = groupsOf(configuration).filter((each) =>
      configuration.refersTo(each.parent_group_id, group),
    );
    const people = users.filter((user) => configuration.refersTo(user.hierarchy_group_id, group));
    return html` <li>
      <div class="group">
        <small>${text(objectOf(structure[LEVELS[level] ?? ""]).name)}</small>
        <strong>${text(group.name)}</strong
        >${people.length === 0 ? "" : chips(people.map(fullName))}
      </div>
      ${
        below.length === 0
          ? ""
          : html`<ul>
              ${below.map((each) => branch(each, level + 1))}
            </ul>`
      }
    </li>`;
  };
  const top = groupsOf(configuration).filter((group) => group.parent_group_id === undefined);
  return html`<ul class="tree">
    ${top.map((group) => branch(group, 0))}
  </ul>`;
}
