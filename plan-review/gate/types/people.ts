import { routing } from "../judgements/routing.ts";
import { anyChange, setting, whereThere } from "../judgements/settings.ts";
import { securityProfiles } from "../judgements/users.ts";
import type { TypeRules } from "../type-rules.ts";
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

/** Who works in the center, and in which part of the company. */
export const PEOPLE: Readonly<Record<string, TypeRules>> = {
  aws_connect_user: {
    target: ["instance_id", "name"],
    made: ROUTINE,
    gone: "few may go, and less than half of all: they can't be restored",
    free: {
      [ROUTINE]: ["hierarchy_group_id"],
      [TEXT]: ["identity_info.first_name", "identity_info.last_name"],
      "it is how the user works": [
        "phone_config.auto_accept",
        "phone_config.after_contact_work_time_limit",
      ],
      [LABELS]: ["tags"],
    },
    judged: {
      instance_id: ANOTHER_INSTANCE,
      routing_profile_id: whereThere(routing),
      security_profile_ids: securityProfiles,
      "identity_info.email": email(
        "email",
        "who reads it can set the user's password, and is that user from then on",
      ),
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
      phone_config: setting({
        path: ["phone_config", 0, "phone_type"],
        byDefault: "SOFT_PHONE",
        harmful: (_, after) => after !== "SOFT_PHONE" && after !== undefined,
        effect: "grant",
        happens: "sends the user's calls to a telephone",
        because: "whoever has that number talks with the callers",
        source: `${ADMIN_GUIDE}/config-softphone.html`,
      }),
    },
    named: {
      [FIXED]: ["name"],
      "it is where calls ring, and who the user is": [
        "phone_config.desk_phone_number",
        "identity_info",
      ],
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
    free: { [TEXT]: ["hierarchy_structure"] },
    judged: { instance_id: ANOTHER_INSTANCE },
    named: {},
    unused: [],
    computed: ["id"],
  },
};
