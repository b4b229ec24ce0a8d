import { routing } from "../judgements/routing.ts";
import { anyChange, firstOf, setting, whereThere } from "../judgements/settings.ts";
import {
  emailOfStranger,
  goneUser,
  keptProfiles,
  permissions,
  securityProfiles,
} from "../judgements/users.ts";
import type { TypeRules } from "../type-rules.ts";
import { isNothing, objectOf, valueAt } from "../../values.ts";
import { ANOTHER_INSTANCE, FIXED, LABELS, ROUTINE, TEXT } from "./reasons.ts";

const ADMIN_GUIDE = "https://docs.aws.amazon.com/connect/latest/adminguide";

const email = (attribute: "email" | "secondary_email", because: string) =>
  anyChange({
    path: ["identity_info", 0, attribute],
    effect: "grant",
    happens: `sends what is for the user to another ${attribute.replace("_", " ")} address`,
    because,
    source: `${ADMIN_GUIDE}/password-reset.html`,
  });

/** Seconds after a call in which an agent gets no other: longer ones keep callers waiting. */
const LONGEST_AFTER_CALL = 3600;

/** 0 is for ever: until the agent clicks. */
const neverFree = (before: unknown, after: unknown): boolean =>
  after !== before && !(Number(after) > 0 && Number(after) <= LONGEST_AFTER_CALL);

/** Who works in the center, and in which part of the company. */
export const PEOPLE: Readonly<Record<string, TypeRules>> = {
  aws_connect_security_profile: {
    target: ["instance_id", "name"],
    made: "it gives nobody a right until a user has it, which is judged there",
    gone: "Connect refuses to delete one that a user has",
    free: { [TEXT]: ["description"], [LABELS]: ["tags"] },
    judged: { instance_id: ANOTHER_INSTANCE, permissions },
    named: { [FIXED]: ["name"] },
    unused: [],
    computed: ["arn", "id", "organization_resource_id", "security_profile_id", "tags_all"],
  },

  aws_connect_user: {
    target: ["instance_id", "name"],
    made: ROUTINE,
    gone: goneUser,
    free: {
      [ROUTINE]: ["hierarchy_group_id"],
      [TEXT]: ["identity_info.first_name", "identity_info.last_name"],
      "it is how the user works": ["phone_config.auto_accept"],
      [LABELS]: ["tags"],
    },
    judged: {
      instance_id: ANOTHER_INSTANCE,
      routing_profile_id: whereThere(routing),
      security_profile_ids: [securityProfiles, whereThere(keptProfiles)],
      "identity_info.email": [
        email("email", "who reads it can set the user's password, and is that user from then on"),
        emailOfStranger,
      ],
      "identity_info.secondary_email": email(
        "secondary_email",
        "Connect writes there what it has to tell the user",
      ),
      password: anyChange({
        path: ["password"],
        effect: "change",
        happens: "pretends to change the user's password",
        because: "Terraform writes the new one into the state and never sends it to Connect",
        source: "measured on AWS provider 5.100.0 (rule PLAN-03)",
      }),
      phone_config: [
        firstOf(
          setting({
            path: ["phone_config", 0, "phone_type"],
            byDefault: "SOFT_PHONE",
            harmful: (_, after) => after !== "SOFT_PHONE" && after !== undefined,
            effect: "grant",
            happens: "sends the user's calls to a telephone",
            because: "whoever has that number talks with the callers",
            source: `${ADMIN_GUIDE}/config-softphone.html`,
          }),
          setting({
            path: ["phone_config", 0, "desk_phone_number"],
            byDefault: null,
            harmful: (before, after) => !isNothing(after) && after !== before,
            effect: "grant",
            happens: "gives the user a telephone, to which a click sends the calls",
            because: "whoever has that number talks with the callers",
            source: `${ADMIN_GUIDE}/config-softphone.html`,
          }),
        ),
        setting({
          path: ["phone_config", 0, "after_contact_work_time_limit"],
          harmful: neverFree,
          effect: "disrupt",
          happens: `lets the user have no call after one until a click, or for more than ${LONGEST_AFTER_CALL} seconds`,
          because: "who forgets to click gets none, and callers wait for the others",
          source: `${ADMIN_GUIDE}/configure-agents.html`,
        }),
      ],
    },
    named: {
      [FIXED]: ["name"],
      "it is who the user is": ["identity_info"],
    },
    unused: ["directory_user_id"],
    computed: ["arn", "id", "tags_all", "user_id"],
  },

  aws_connect_user_hierarchy_group: {
    // Below different parents groups may have one name; the provider never reads the parent back.
    target: [],
    made: ROUTINE,
    gone: "Connect refuses to delete one that somebody is in",
    free: { [TEXT]: ["name"], [LABELS]: ["tags"], [ROUTINE]: ["parent_group_id"] },
    judged: { instance_id: ANOTHER_INSTANCE },
    named: {},
    unused: [],
    computed: ["arn", "hierarchy_group_id", "hierarchy_path", "id", "level_id", "tags_all"],
  },

  aws_connect_user_hierarchy_structure: {
    target: ["instance_id"],
    made: "an instance has none until it is made",
    gone: {
      happens: "deletes the levels of the hierarchy",
      because: "reports by department are gone, and Connect may refuse it while there are groups",
      source: `${ADMIN_GUIDE}/agent-hierarchy.html`,
    },
    free: {},
    judged: {
      instance_id: ANOTHER_INSTANCE,
      hierarchy_structure: setting({
        path: ["hierarchy_structure"],
        harmful: (before, after) =>
          Object.entries(objectOf(valueAt(before, [0]))).some(
            ([level, was]) => !isNothing(was) && isNothing(valueAt(after, [0, level])),
          ),
        effect: "disrupt",
        happens: "takes a level out of the hierarchy",
        because: "the groups at it, and reports by them, are gone",
        source: `${ADMIN_GUIDE}/agent-hierarchy.html`,
      }),
    },
    named: {},
    unused: [],
    computed: ["id"],
  },
};
