import { add, type Attack, set } from "./attack";

const MANAGEMENT = "aws_connect_quick_connect.management";
const MARY = "aws_connect_quick_connect.mary_jane";
const QUEUE = "aws_connect_quick_connect.customer_service";

const telephone = (...numbers: readonly string[]) => ({
  quick_connect_config: {
    quick_connect_type: "PHONE_NUMBER",
    phone_config: numbers.map((phone_number) => ({ phone_number })),
  },
});
const user = (config: object) => ({
  quick_connect_config: { quick_connect_type: "USER", user_config: [config] },
});

/** Where agents transfer calls to. */
export const QUICK_CONNECTS: readonly Attack[] = [
  [
    "another telephone of the managers",
    set(MANAGEMENT, telephone("+9005550123")),
    MANAGEMENT,
    "grant",
    /another telephone number/,
  ],
  [
    "a queue's quick connect that becomes a telephone",
    set(QUEUE, telephone("+9005550123")),
    QUEUE,
    "grant",
    /another telephone number/,
  ],
  [
    "a second telephone of a quick connect",
    set(MANAGEMENT, telephone("+13025550199", "+9005550123")),
    MANAGEMENT,
    undefined,
    /has 2 blocks quick_connect_config.phone_config/,
  ],
  [
    "a new quick connect to a telephone",
    add("aws_connect_quick_connect.more", {
      instance_id: "${aws_connect_instance.instance.id}",
      name: "More",
      ...telephone("+9005550123"),
    }),
    "aws_connect_quick_connect.more",
    "grant",
    /another telephone number/,
  ],
  [
    "a quick connect to another instance's flow",
    set(MARY, user({ contact_flow_id: "other", user_id: "${aws_connect_user.mary_jane.user_id}" })),
    MARY,
    "grant",
    /isn't in this stack \(contact_flow_id\)/,
  ],
  [
    "a quick connect to another instance's user",
    set(
      MARY,
      user({
        contact_flow_id: "${data.aws_connect_contact_flow.default_agent_transfer.contact_flow_id}",
        user_id: "other",
      }),
    ),
    MARY,
    "grant",
    /isn't in this stack \(user_id\)/,
  ],
];
