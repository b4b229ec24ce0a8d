import { expect } from "chai";

import type { ContactCenterValue } from "../../../constructs/contact-center-value";
import { spokenHours } from "../../../constructs/spoken";
import { KWGLOBAL } from "../../../kwglobal";
import { judge } from "../../../plan-review/gate/judge";
import type { Plan } from "../../../plan-review/plan";
import { SANDBOX_ACCOUNT } from "../../../sandbox/account";
import { STACKS } from "../../policy/stacks";
import { SWITCHES } from "../../support/switches";
import { edited, type Edit } from "../../support/synthesized-edits";
import { planBetween } from "../../support/synthesized-plan";
import { DEV, PROD, synthesize } from "../../support/synthesized";

type Value = Partial<ContactCenterValue>;

const center = synthesize();

/** What a plan would do, and what the gate has against it. */
const judged = (plan: Plan) => ({
  changes: plan.changes.filter(({ kind }) => kind !== "no-op").length,
  refused: judge(plan).refused.map(
    ({ addresses, effect, happens }) => `${addresses.join(", ")}: ${String(effect)}: ${happens}`,
  ),
});

const { users, queues, quickConnects, routingProfiles, agentStatuses } = KWGLOBAL;
const [hours] = KWGLOBAL.hoursOfOperation;
const [caleb, jimin, peter, mary] = users;
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
    { users: [...users, { ...mary, username: "gwen.stacy", email: "gwen.stacy@example.com" }] },
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
      reporting: { ...KWGLOBAL.reporting, queueSize: 30, queueWaitSeconds: 300, missedCalls: 10 },
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
    });
    const { changes, refused } = judged(planBetween(broken, stack));
    expect(refused).to.deep.equal([]);
    expect(changes).to.be.above(10);
  });
});
