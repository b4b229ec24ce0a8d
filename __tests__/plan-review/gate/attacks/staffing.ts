import { add, type Attack, remove, set } from "./attack";

const PETER = "aws_connect_user.peter_parker";
const MARY = "aws_connect_user.mary_jane";
const CALEB = "aws_connect_user.caleb_wang";
const QUEUE = "aws_connect_queue.customer_service";
const PROFILE = "aws_connect_routing_profile.business_consulting";
const NOBODY = "${data.aws_connect_routing_profile.basic_routing_profile.routing_profile_id}";

/** A user more, who is like Peter but for some arguments. */
const another = (what: string, change: object, says: RegExp): Attack => [
  what,
  (editor) => {
    editor.add("aws_connect_user.eve", { ...editor.resource(PETER), name: "eve", ...change });
  },
  "aws_connect_user.eve",
  "grant",
  says,
];

/** Nobody who takes callers' calls, or somebody who shouldn't. */
export const STAFFING: readonly Attack[] = [
  [
    "the only agent of a queue deleted",
    remove(PETER),
    PETER,
    "disrupt",
    /calls of aws_connect_queue.business_consulting to nobody/,
  ],
  [
    "all agents of a queue deleted",
    ({ json, remove: take }) => {
      const { aws_connect_user: users } = json.resource as { aws_connect_user: object };
      const addresses = Object.keys(users).map((name) => `aws_connect_user.${name}`);
      take(...addresses.filter((address) => address !== CALEB));
    },
    MARY,
    "disrupt",
    /calls of aws_connect_queue.customer_service to nobody/,
  ],
  [
    "the only agent deleted, and a ghost made",
    (editor) => {
      editor.add("aws_connect_user.ghost", { ...editor.resource(PETER), name: "ghost" });
      editor.remove(PETER);
    },
    PETER,
    "disrupt",
    /calls of aws_connect_queue.business_consulting to nobody/,
  ],
  [
    "people moved away, and a ghost in their place",
    (editor) => {
      const ghost = { ...editor.resource(PETER), name: "ghost" };
      for (const user of editor.all("aws_connect_user")) user.routing_profile_id = NOBODY;
      editor.add("aws_connect_user.ghost", ghost);
    },
    MARY,
    "disrupt",
    /calls of aws_connect_queue.customer_service to nobody/,
  ],
  [
    "calls that come five minutes later to everybody",
    ({ all }) => {
      for (const { queue_configs } of all("aws_connect_routing_profile")) {
        for (const config of queue_configs as { delay: number }[]) config.delay = 300;
      }
    },
    PROFILE,
    "disrupt",
    /much later/,
  ],
  [
    "priorities turned round",
    ({ resource }) => {
      const [first, second] = resource(PROFILE).queue_configs as { priority: number }[];
      if (first && second) [first.priority, second.priority] = [second.priority, first.priority];
    },
    PROFILE,
    "disrupt",
    /offers calls of aws_connect_queue.customer_service before/,
  ],
  [
    "calls out of a queue that isn't ours",
    set(PROFILE, { default_outbound_queue_id: "c0ffee" }),
    PROFILE,
    "disrupt",
    /call out of a queue that isn't in this stack/,
  ],
  [
    "no calls after one",
    ({ all }) => {
      for (const { phone_config: phone } of all("aws_connect_user")) {
        Object.assign(phone as object, { after_contact_work_time_limit: 0 });
      }
    },
    PETER,
    "disrupt",
    /no call after one/,
  ],
  [
    "no calls for weeks after one",
    ({ resource }) => {
      const { phone_config: phone } = resource(PETER);
      Object.assign(phone as object, { after_contact_work_time_limit: 2_000_000 });
    },
    PETER,
    "disrupt",
    /no call after one/,
  ],
  [
    "a user without security profiles",
    set(PETER, { security_profile_ids: [] }),
    PETER,
    "disrupt",
    /every security profile/,
  ],
  [
    "no administrator",
    set(CALEB, {
      security_profile_ids: ["${data.aws_connect_security_profile.agent.security_profile_id}"],
    }),
    CALEB,
    "disrupt",
    /nobody who is there now with the security profile Admin/,
  ],
  ["the last administrator deleted", remove(CALEB), CALEB, "disrupt", /security profile Admin/],
  another(
    "an agent from elsewhere",
    { identity_info: { first_name: "E", last_name: "V", email: "eve@evil.example" } },
    /e-mail address is at evil.example/,
  ),
  another(
    "an agent with a second address elsewhere",
    { identity_info: { first_name: "E", last_name: "V", secondary_email: "eve@EVIL.example" } },
    /e-mail address is at evil.example/,
  ),
  another(
    "an agent with a telephone",
    { phone_config: { phone_type: "SOFT_PHONE", desk_phone_number: "+13025550123" } },
    /a telephone, to which a click/,
  ),
  [
    "hundreds of users",
    (editor) => {
      for (let index = 0; index < 51; index++) {
        const name = `u${index}`;
        editor.add(`aws_connect_user.${name}`, { ...editor.resource(PETER), name });
      }
    },
    "aws_connect_user.u0",
    "create",
    /makes 51 of aws_connect_user at once/,
  ],
  [
    "no levels below the company",
    set("aws_connect_user_hierarchy_structure.levels", {
      hierarchy_structure: { level_one: { name: "Company" } },
    }),
    "aws_connect_user_hierarchy_structure.levels",
    "disrupt",
    /takes a level out/,
  ],
  [
    "a queue deleted to which callers are led",
    remove(QUEUE),
    QUEUE,
    "destroy",
    /kwglobal_main_menu leads callers/,
  ],
  [
    "a queue deleted with its place in the menu",
    (editor) => {
      const flow = editor.resource("aws_connect_contact_flow.kwglobal_main_menu");
      flow.content = String(flow.content).replaceAll(
        QUEUE,
        "aws_connect_queue.business_consulting",
      );
      editor.remove(QUEUE);
    },
    QUEUE,
    "destroy",
    /kwglobal_main_menu leads callers/,
  ],
  [
    "calls out that aren't recorded",
    ({ all }) => {
      for (const queue of all("aws_connect_queue")) {
        delete (queue.outbound_caller_config as { outbound_flow_id?: string }).outbound_flow_id;
      }
    },
    QUEUE,
    "unprotect",
    /no longer runs the flow before calls out/,
  ],
  [
    "another's flow before calls out",
    ({ resource }) => {
      const caller = resource(QUEUE).outbound_caller_config as object;
      Object.assign(caller, { outbound_flow_id: "c0ffee" });
    },
    QUEUE,
    "grant",
    /flow that isn't in this stack/,
  ],
  [
    "calls out under another's name",
    ({ resource }) => {
      const caller = resource(QUEUE).outbound_caller_config as object;
      Object.assign(caller, { outbound_caller_id_name: "Your bank" });
    },
    QUEUE,
    "change",
    /under another name/,
  ],
  [
    "a new queue that calls out under another's name",
    (editor) => {
      const queue = editor.resource(QUEUE);
      const caller = { ...(queue.outbound_caller_config as object), outbound_caller_id_name: "X" };
      add("aws_connect_queue.x", { ...queue, name: "X", outbound_caller_config: caller })(editor);
    },
    "aws_connect_queue.x",
    "change",
    /under another name/,
  ],
  [
    "a queue for five, which had no limit",
    set(QUEUE, { max_contacts: 5 }),
    QUEUE,
    "disrupt",
    /leaves 5 contacts/,
  ],
  [
    "no more than three in a call",
    set("aws_connect_instance.instance", { multi_party_conference_enabled: false }),
    "aws_connect_instance.instance",
    "disrupt",
    /more than three people/,
  ],
  [
    "nothing to hear before a call out is answered",
    set("aws_connect_instance.instance", { early_media_enabled: false }),
    "aws_connect_instance.instance",
    "disrupt",
    /hear nothing/,
  ],
];
