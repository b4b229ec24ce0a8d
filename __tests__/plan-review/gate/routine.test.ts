import { expect } from "chai";

import type { ContactCenterValue } from "../../../constructs/contact-center-value";
import { spokenHours } from "../../../constructs/spoken";
import { KWGLOBAL } from "../../../kwglobal";
import { judge } from "../../../plan-review/gate/judge";
import { type Plan, planFrom } from "../../../plan-review/plan";
import { SANDBOX_ACCOUNT } from "../../../sandbox/account";
import { STACKS } from "../../policy/stacks";
import { SWITCHES } from "../../support/switches";
import { edited, type Edit } from "../../support/synthesized-edits";
import { planOf } from "../../support/plans";
import { planBetween, planJsonBetween } from "../../support/synthesized-plan";
import { DEV, PROD, type Synthesized, synthesize } from "../../support/synthesized";

type Value = Partial<ContactCenterValue>;

/** As much of a plan's JSON as a test changes. */
interface PlanJson {
  readonly resource_changes: readonly {
    readonly type: string;
    readonly change: { readonly after: object | null; readonly after_unknown: unknown };
  }[];
}

const center = synthesize();

/** What a plan would do, and what the gate has against it. */
const judged = (plan: Plan, known: Parameters<typeof judge>[1] = {}) => ({
  changes: plan.changes.filter(({ kind }) => kind !== "no-op").length,
  refused: judge(plan, known).refused.map(
    ({ addresses, effect, happens }) => `${addresses.join(", ")}: ${String(effect)}: ${happens}`,
  ),
});

const { users, queues, quickConnects, routingProfiles, agentStatuses } = KWGLOBAL;
const [hours] = KWGLOBAL.hoursOfOperation;
const named = (name: string) => users.find(({ username }) => username === name);
const [caleb, jimin] = [named("caleb.wang"), named("jimin.lee")];
const [peter, mary] = [named("peter.parker"), named("mary.jane")];
if (!hours || !caleb || !jimin || !peter || !mary) throw new Error("KWGlobal has lost somebody");

const withHours = (open: typeof hours.open): Value => {
  const changed = { ...hours, open };
  return {
    hoursOfOperation: [changed],
    flows: KWGLOBAL.flows.map((flow) =>
      flow.announces === hours.name
        ? { ...flow, values: { ...flow.values, openingHours: spokenHours(changed) } }
        : flow,
    ),
  };
};

const withHolidays = (...dates: string[]): Value => ({
  hoursOfOperation: [
    { ...hours, holidays: dates.map((date) => ({ name: `Holiday of ${date}`, date })) },
  ],
});

/** KWGlobal as it is, changed in one place. */
const changing: readonly [what: string, after: Value, before?: Value][] = [
  [
    "an agent more",
    { users: [...users, { ...mary, username: "ann.more", email: "ann.more@example.com" }] },
  ],
  [
    "two agents more, with their quick connects",
    {
      users: [...users, { ...mary, username: "ann" }, { ...mary, username: "bob" }],
      quickConnects: [
        ...quickConnects,
        { name: "Ann", type: "USER", user: "ann", flow: "Default agent transfer" },
      ],
      queues: queues.map((queue) => ({ ...queue, quickConnects: [...queue.quickConnects, "Ann"] })),
    },
  ],
  [
    "an agent who works for another department",
    {
      users: users.map((user) =>
        user === mary
          ? { ...mary, routingProfile: "Business Consulting", hierarchyGroup: ["KWGlobal"] }
          : user,
      ),
    },
  ],
  ["an agent who leaves", { users: users.filter((user) => user !== peter) }],
  [
    "an agent who leaves with the quick connect",
    {
      users: users.filter((user) => user !== mary),
      quickConnects: quickConnects.filter(({ name }) => name !== "Mary Jane"),
      queues: queues.map((queue) => ({
        ...queue,
        quickConnects: queue.quickConnects.filter((name) => name !== "Mary Jane"),
      })),
    },
  ],
  [
    "an agent's new name",
    { users: users.map((user) => (user === mary ? { ...mary, lastName: "Watson" } : user)) },
  ],
  [
    "a manager who becomes an agent",
    {
      users: users.map((user) =>
        user === jimin ? { ...jimin, securityProfiles: ["Agent"] } : user,
      ),
    },
  ],
  [
    "an agent status more",
    { agentStatuses: [...agentStatuses, { name: "Training", description: "Agents who learn" }] },
  ],
  ["an agent status less", { agentStatuses: agentStatuses.slice(1) }],
  [
    "another description of an agent status",
    { agentStatuses: agentStatuses.map((status) => ({ ...status, description: "x" })) },
  ],
  ["the first holidays", withHolidays("2027-12-24", "2027-12-25")],
  ["a holiday more", withHolidays("2027-12-24", "2027-12-25"), withHolidays("2027-12-25")],
  [
    "next year's holidays in the place of this year's",
    withHolidays("2028-01-01", "2028-07-04", "2028-12-25"),
    withHolidays("2027-01-01", "2027-07-04", "2027-12-25"),
  ],
  [
    "longer hours",
    withHours([
      {
        days: ["MONDAY", "TUESDAY", "WEDNESDAY", "THURSDAY", "FRIDAY"],
        from: "08:00",
        to: "20:00",
      },
    ]),
  ],
  [
    "shorter hours, and no Saturday",
    withHours([
      {
        days: ["MONDAY", "TUESDAY", "WEDNESDAY", "THURSDAY", "FRIDAY"],
        from: "10:00",
        to: "16:00",
      },
    ]),
  ],
  [
    "another description of a queue, and a limit",
    { queues: queues.map((queue) => ({ ...queue, description: "x", maxContacts: 50 })) },
  ],
  [
    "quick connects in another order, one less",
    {
      queues: queues.map((queue) => ({
        ...queue,
        quickConnects: [...queue.quickConnects].reverse().slice(1),
      })),
    },
  ],
  [
    "the managers' telephone number",
    {
      quickConnects: quickConnects.map((each) =>
        each.type === "PHONE_NUMBER" ? { ...each, phoneNumber: "+13025550123" } : each,
      ),
    },
  ],
  [
    "another routing",
    {
      routingProfiles: routingProfiles.map((profile) => ({
        ...profile,
        queues: profile.queues.map((queue) => ({ ...queue, priority: 3, delaySeconds: 30 })),
      })),
    },
  ],
  [
    "other thresholds",
    {
      reporting: { ...KWGLOBAL.reporting, queueSize: 20, queueWaitSeconds: 300, missedCalls: 5 },
    },
  ],
  [
    "recordings that are stored more cheaply, sooner",
    { recordings: { ...KWGLOBAL.recordings, infrequentAccessAfterDays: 60 } },
  ],
  [
    "recordings that are kept for longer",
    { recordings: { ...KWGLOBAL.recordings, expireAfterDays: 730 } },
    { recordings: { ...KWGLOBAL.recordings, expireAfterDays: 365 } },
  ],
];

/** What only the code can change, or what is edited in the functions. */
const editing: readonly [what: string, edit: Edit][] = [
  [
    "another prompt",
    ({ resource }) => {
      const flow = resource("aws_connect_contact_flow.kwglobal_main_menu");
      flow.content = String(flow.content).replace("Welcome", "Good day, and welcome");
    },
  ],
  [
    "other code of the functions",
    ({ all }) => {
      for (const lambda of all("aws_lambda_function")) {
        lambda.source_code_hash = "b3RoZXI=";
        lambda.filename = "assets/other/archive.zip";
      }
    },
  ],
  [
    "more time and memory for a function",
    ({ resource }) => {
      const lambda = resource("aws_lambda_function.vanity_numbers_function");
      Object.assign(lambda, { timeout: 8, memory_size: 512, description: "x" });
    },
  ],
  [
    "another dashboard",
    ({ all }) => {
      for (const dashboard of all("aws_cloudwatch_dashboard")) dashboard.dashboard_body = "{}";
    },
  ],
  [
    "another saved query",
    ({ all }) => {
      for (const query of all("aws_cloudwatch_query_definition"))
        query.query_string = "fields @message";
    },
  ],
  [
    "other texts and labels",
    ({ all }) => {
      for (const each of [...all("aws_connect_queue"), ...all("aws_connect_hours_of_operation")]) {
        Object.assign(each, { description: "x", tags: { team: "x" } });
      }
    },
  ],
  [
    "logs that are kept for longer",
    ({ all }) => {
      for (const group of all("aws_cloudwatch_log_group")) group.retention_in_days = 731;
    },
  ],
  [
    "fewer rights",
    ({ resource }) => {
      const permissions = resource("aws_iam_role_policy.vanity_numbers_function_permissions");
      permissions.policy = String(permissions.policy).replace(
        '"dynamodb:UpdateItem"',
        '"dynamodb:GetItem"',
      );
    },
  ],
  [
    "an alarm that goes off sooner",
    ({ all }) => {
      for (const alarm of all("aws_cloudwatch_metric_alarm")) alarm.threshold = 1;
    },
  ],
];

describe("the gate, on what is done every day", () => {
  for (const [what, after, before] of changing) {
    it(`lets ${what} pass unnamed`, () => {
      const { changes, refused } = judged(
        planBetween(before ? synthesize(before) : center, synthesize(after)),
      );
      expect(refused).to.deep.equal([]);
      expect(changes).to.be.above(0);
    });
  }

  for (const [what, edit] of editing) {
    it(`lets ${what} pass unnamed`, () => {
      const { changes, refused } = judged(planBetween(center, edited(center, edit)));
      expect(refused).to.deep.equal([]);
      expect(changes).to.be.above(0);
    });
  }

  for (const { name, stack } of STACKS) {
    it(`lets the first apply of ${name} pass unnamed, and none after it`, () => {
      const first = judged(planBetween(undefined, stack));
      expect(first.refused).to.deep.equal([]);
      expect(first.changes).to.be.above(10);
      expect(judged(planBetween(stack, stack))).to.deep.equal({ changes: 0, refused: [] });
    });
  }

  it("lets a bootstrap pass in the sandbox, whose provider is bound to another account", () => {
    const found = STACKS.find(({ name }) => name === "kwglobal-bootstrap-prod");
    if (!found) throw new Error("there is a bootstrap");
    const sandboxed = edited(found.stack, ({ json }) => {
      const { aws } = json.provider as { aws: Record<string, unknown>[] };
      for (const provider of aws) provider.allowed_account_ids = [SANDBOX_ACCOUNT];
    });
    const plan = planBetween(undefined, sandboxed);
    expect(judge(plan).refused).to.have.length.above(0);
    expect(judge(plan, { account: PROD.account.id }).refused).to.deep.equal([]);
  });

  it("lets dev pass as production does", () => {
    const dev = synthesize({}, DEV);
    const more = synthesize({ users: [...users, { ...mary, username: "gwen" }] }, DEV);
    expect(judged(planBetween(dev, more))).to.deep.equal({ changes: 1, refused: [] });
  });

  it("lets a first apply that broke off go on", () => {
    const stack = synthesize(SWITCHES, PROD);
    // Nothing that depends on the reconciler is there yet, nor what is made at the same time.
    const broken = edited(stack, ({ remove }) => {
      remove("aws_lambda_invocation", "aws_iam_role_policy", "aws_sns_topic_subscription");
      remove("aws_lambda_function", "aws_lambda_permission", "aws_connect_queue");
      remove("aws_s3_bucket_versioning", "aws_s3_bucket_policy", "aws_connect_phone_number");
      remove("aws_cloudwatch_metric_alarm", "aws_sfn_state_machine");
      remove("aws_s3_bucket_lifecycle_configuration");
    });
    const { changes, refused } = judged(planBetween(broken, stack));
    expect(refused).to.deep.equal([]);
    expect(changes).to.be.above(10);
  });

  it("lets a bootstrap that broke off go on", () => {
    const found = STACKS.find(({ name }) => name === "kwglobal-bootstrap-prod");
    if (!found) throw new Error("there is a bootstrap");
    const broken = edited(found.stack, ({ remove }) => {
      remove("aws_s3_bucket_lifecycle_configuration", "aws_s3_bucket_versioning", "aws_iam_role");
    });
    const { changes, refused } = judged(planBetween(broken, found.stack), {
      firstApply: true,
      account: PROD.account.id,
    });
    expect(refused).to.deep.equal([]);
    expect(changes).to.be.above(3);
  });

  /** A plan that takes things over: they are there, but for what the provider keeps for itself. */
  const takenOver = (json: PlanJson, isThere: (type: string) => boolean): Plan =>
    planFrom({
      ...json,
      resource_changes: json.resource_changes.map((entry) => {
        if (!isThere(entry.type)) return entry;
        const { after, after_unknown: unknown } = entry.change;
        // What isn't known yet is there, and a label is new to each.
        const before = { ...after, ...idsFor(unknown), tags: null, force_destroy: null };
        const change = { ...entry.change, actions: ["update"], before };
        const labelled = { ...after, tags: { a: "b" }, force_destroy: false };
        return { ...entry, change: { ...change, after: labelled, importing: { id: "x" } } };
      }),
    });
  const idsFor = (unknown: unknown) =>
    Object.fromEntries(Object.keys(unknown ?? {}).map((name) => [name, "there"]));

  it("lets a lost state be made anew from what is there", () => {
    const json = planJsonBetween(center, center) as unknown as PlanJson;
    const plan = planFrom({
      ...json,
      resource_changes: json.resource_changes.map((entry) => {
        const after = { ...entry.change.after } as Record<string, unknown>;
        // Nothing stands for the function's calls, so that they are made.
        if (entry.type === "aws_lambda_invocation") {
          const change = { ...entry.change, actions: ["create"], before: null };
          return { ...entry, change };
        }
        // Two groups have one name below different parents, which the provider never reads back.
        if (entry.type === "aws_connect_user_hierarchy_group") delete after.parent_group_id;
        const before = { ...after, skip_destroy: null };
        // Who reads the profiles waits for the instance.
        const isUser = entry.type === "aws_connect_user";
        if (isUser) delete after.security_profile_ids;
        const change = {
          ...{ ...entry.change, actions: ["update"], importing: { id: "x" } },
          ...{ before, after: { ...after, skip_destroy: false } },
          after_unknown: isUser ? { security_profile_ids: true } : {},
        };
        return { ...entry, change };
      }),
    });
    const { changes, refused } = judged(plan);
    expect(refused).to.deep.equal([]);
    expect(changes).to.be.above(50);
  });

  it("refuses an administrator more where a lost state is made anew, if the plan knows it", () => {
    const user = {
      address: "aws_connect_user.eve",
      actions: ["update"],
      before: { security_profile_ids: ["agent"] },
      after: { security_profile_ids: ["admin"] },
      importId: "x",
    };
    expect(judge(planOf([user]), { firstApply: true }).refused).to.have.lengthOf(1);
    const open = { ...user, after: {}, afterUnknown: { security_profile_ids: true } };
    expect(judge(planOf([open]), { firstApply: true }).refused).to.have.lengthOf(0);
    expect(judge(planOf([open]), { firstApply: false }).refused).to.have.lengthOf(1);
    const { importId: _taken, ...mine } = open;
    expect(judge(planOf([mine]), { firstApply: true }).refused).to.have.lengthOf(1);
  });

  it("lets a bootstrap take the states' bucket over, and refuses one that would delete in it", () => {
    const found = STACKS.find(({ name }) => name === "kwglobal-bootstrap-prod");
    if (!found) throw new Error("there is a bootstrap");
    const plan = (stack: Synthesized) =>
      takenOver(
        planJsonBetween(undefined, stack) as unknown as PlanJson,
        (type) => type === "aws_s3_bucket",
      );
    expect(judged(plan(found.stack)).refused).to.deep.equal([]);
    const deleting = edited(found.stack, ({ all }) => {
      const [lifecycle] = all("aws_s3_bucket_lifecycle_configuration");
      const rules = lifecycle?.rule as object[];
      rules.push({
        id: "x",
        status: "Enabled",
        filter: [{ prefix: "" }],
        expiration: [{ days: 1 }],
      });
    });
    expect(judged(plan(deleting)).refused).to.have.lengthOf(1);
  });
});
