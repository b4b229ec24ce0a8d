import { ANY, type Examples, MADE, OPEN } from "./example";

const phone = (phone_type?: string) => [{ phone_type }];
const soft = (more: object) => [{ phone_type: "SOFT_PHONE", ...more }];
const after = (seconds: unknown) => soft({ after_contact_work_time_limit: seconds });
const desk = (number: unknown) => soft({ desk_phone_number: number });

const levels = (...names: readonly string[]) => [
  Object.fromEntries(names.map((name) => [`level_${name}`, [{ name }]])),
];

export const PEOPLE: Readonly<Record<string, Examples>> = {
  aws_connect_security_profile: {
    steps: {
      instance_id: ANY,
      permissions: [
        [["BasicAgentAccess"], ["BasicAgentAccess", "Users.Edit"]],
        [["BasicAgentAccess"], ["BasicAgentAccess", "OutboundCallAccess"]],
        [["BasicAgentAccess", "Users.Edit"], ["BasicAgentAccess"]],
        [["Users.View"], ["Users.Edit", "SecurityProfiles.Edit"]],
        [["BasicAgentAccess"], null],
        [null, ["Users.Edit"]],
        [["BasicAgentAccess"], OPEN],
        [MADE, ["Users.Edit"]],
        [MADE, OPEN],
      ],
    },
  },
  aws_connect_user: {
    base: { instance_id: "i", name: "mary", routing_profile_id: "both" },
    steps: {
      instance_id: ANY,
      routing_profile_id: [
        ["both", "one"],
        ["one", "both"],
        [MADE, "one"],
      ],
      security_profile_ids: [
        [["agent"], ["agent", "admin"]],
        [["agent", "admin"], ["agent"]],
        [["admin"], ["agent"]],
        [["agent"], OPEN],
        [["agent"], []],
        [[], []],
        [["id-of-admin", "agent"], ["agent"]],
        [["id-of-admin", "agent"], ["id-of-admin"]],
        [MADE, ["agent"]],
        [MADE, ["admin"]],
        [MADE, OPEN],
      ],
      "identity_info.email": [...ANY, [null, "b"]],
      "identity_info.secondary_email": [...ANY, [null, "b"]],
      password: ANY,
      phone_config: [
        [phone("SOFT_PHONE"), phone("DESK_PHONE")],
        [phone("DESK_PHONE"), phone("SOFT_PHONE")],
        [phone("SOFT_PHONE"), OPEN],
        [phone("DESK_PHONE"), phone()],
        [after(180), after(3600)],
        [after(180), after(3601)],
        [after(180), after(0)],
        [after(180), after(undefined)],
        [after(0), after(0)],
        [after(0), after(180)],
        [desk(null), desk("+13025550199")],
        [desk("+13025550199"), desk(null)],
        [desk("+13025550199"), desk("+13025550123")],
        [MADE, after(0)],
        [MADE, desk("+13025550199")],
        [MADE, desk("")],
        [MADE, phone("SOFT_PHONE")],
        [MADE, phone("DESK_PHONE")],
        [MADE, undefined],
      ],
    },
  },
  aws_connect_user_hierarchy_group: { steps: { instance_id: ANY } },
  aws_connect_user_hierarchy_structure: {
    steps: {
      instance_id: ANY,
      hierarchy_structure: [
        [levels("one", "two"), levels("one")],
        [levels("one"), levels("one", "two")],
        [levels("one"), [{ level_one: [{ name: "another" }] }]],
        [levels("one"), []],
        [levels("one"), OPEN],
        [MADE, levels("one")],
      ],
    },
  },
};
