import { ANY, type Examples, MADE, OPEN } from "./example";

const phone = (phone_type?: string) => [{ phone_type }];

export const PEOPLE: Readonly<Record<string, Examples>> = {
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
        [MADE, phone("SOFT_PHONE")],
        [MADE, phone("DESK_PHONE")],
        [MADE, undefined],
      ],
    },
  },
  aws_connect_user_hierarchy_group: { steps: { instance_id: ANY } },
  aws_connect_user_hierarchy_structure: { steps: { instance_id: ANY } },
};
