import { GetObjectCommand, S3Client } from "@aws-sdk/client-s3";
import { expect } from "chai";

import type { ContactCenterValue } from "../../../constructs/value/contact-center-value";
import type { Statement } from "../../../constructs/iam/iam-policy";
import { KWGLOBAL } from "../../../kwglobal";
import { OPERATOR_KEY, SANDBOX_ACCOUNT } from "../../../sandbox/machine/account";
import type { Call } from "../../../sandbox/gateway/call-log";
import { type NeededAction, neededFor } from "../../support/aws-actions";
import { Bootstrapped, STATE_KEY_ARN } from "../../support/bootstrapped";
import { DeployedCenter } from "../../support/deployed-center";
import { decide, listOf, type Request } from "../../support/iam-simulator";
import { requires } from "../../support/requirements";
import { makeFunctionOfOthers } from "../../support/function-of-others";
import { SAML, SWITCHES } from "../../support/switches";
import { PROD, synthesize } from "../../support/synthesized";
import { UNSEEN } from "./unseen-actions";

const account = { ...PROD.account, id: SANDBOX_ACCOUNT };
/** Only a center that has some lets the role change any. */
const LEAD = { name: "Lead", description: "Leads a team", permissions: ["Users.View"] };
const OWN: Partial<ContactCenterValue> = { ...SWITCHES, securityProfiles: [LEAD] };
const bootstrap = Bootstrapped.synthesize(OWN, account);
const PLAN = bootstrap.policiesOf("prod_plan");
const APPLY = bootstrap.policiesOf("prod_apply");

const STATES = `arn:aws:s3:::${account.stateBucket}`;
const STATE = `${STATES}/contact-center/prod.tfstate`;
const TOPIC = `arn:aws:sns:us-west-2:${SANDBOX_ACCOUNT}:kwglobal-notifications`;
const CONTEXT = {
  "aws:TagKeys": ["Project", "Environment", "ManagedBy"],
  "cloudwatch:AlarmActions": [TOPIC],
  // Which of them Terraform calls for, roles.test.ts says.
  "connect:AttributeType": "CONTACT_LENS",
  "connect:StorageResourceType": "CALL_RECORDINGS",
  "events:TargetArn": [TOPIC],
  "iam:PermissionsBoundary": `arn:aws:iam::${SANDBOX_ACCOUNT}:policy/kwglobal-boundary-prod`,
  "iam:PolicyARN": "arn:aws:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole",
  "iam:PassedToService": "lambda.amazonaws.com",
  "kms:GrantIsForAWSResource": "true",
  "kms:ResourceAliases": "alias/kwglobal",
  "kms:ViaService": "s3.us-west-2.amazonaws.com",
  "lambda:Principal": "connect.amazonaws.com",
  "s3:ResourceAccount": SANDBOX_ACCOUNT,
  "sns:Endpoint": "supervisors@kwglobal.example",
  "sns:Protocol": "email",
};

const ALL_ON: ContactCenterValue = { ...KWGLOBAL, ...SWITCHES };

/** KWGlobal's center with every switch on, and one thing more of each kind that can go again. */
const MORE: Partial<ContactCenterValue> = {
  ...SWITCHES,
  securityProfiles: [...(ALL_ON.securityProfiles ?? []), LEAD],
  users: [...ALL_ON.users, ...KWGLOBAL.users.slice(2, 3).map(named("username", "miles.morales"))],
  queues: [...KWGLOBAL.queues, ...KWGLOBAL.queues.slice(0, 1).map(named("name", "Sales"))],
  quickConnects: [
    ...KWGLOBAL.quickConnects,
    { name: "Reception", type: "PHONE_NUMBER", phoneNumber: "+13025550198" },
  ],
  routingProfiles: [
    ...KWGLOBAL.routingProfiles,
    ...KWGLOBAL.routingProfiles.slice(0, 1).map(named("name", "Sales")),
  ],
  hoursOfOperation: [
    ...ALL_ON.hoursOfOperation,
    ...KWGLOBAL.hoursOfOperation.map(named("name", "Sales hours")),
  ],
  flows: [...ALL_ON.flows, ...KWGLOBAL.flows.slice(1, 2).map(named("name", "Sales callback"))],
};

/** KWGlobal's center with the switches as they are there, and something else in every kind of thing. */
const CHANGED: Partial<ContactCenterValue> = {
  securityProfiles: [{ ...LEAD, permissions: ["Users.View", "AccessMetrics"] }],
  users: KWGLOBAL.users.map((user) =>
    user.username === "peter.parker"
      ? {
          ...user,
          lastName: "Porker",
          securityProfiles: ["CallCenterManager"],
          routingProfile: "Customer Service",
          hierarchyGroup: ["KWGlobal"],
        }
      : user,
  ),
  queues: KWGLOBAL.queues.map((queue) => ({
    ...queue,
    description: "Changed",
    maxContacts: 5,
    outboundCallerIdName: "KW",
    hoursOfOperation: "Basic Hours",
  })),
  quickConnects: KWGLOBAL.quickConnects.map((quickConnect) =>
    quickConnect.type === "PHONE_NUMBER"
      ? { ...quickConnect, phoneNumber: "+13025550197", description: "Changed" }
      : quickConnect,
  ),
  routingProfiles: KWGLOBAL.routingProfiles.map((profile) => ({
    ...profile,
    description: "Changed",
    defaultOutboundQueue: "Business Consulting",
    queues: [
      { queue: "Business Consulting", priority: 3, delaySeconds: 1 },
      { queue: "Customer Service", priority: 4, delaySeconds: 2 },
    ],
  })),
  hoursOfOperation: KWGLOBAL.hoursOfOperation.map((hours) => ({
    ...hours,
    description: "Changed",
  })),
  flows: KWGLOBAL.flows.map((flow) => ({ ...flow, description: "Changed" })),
  reporting: { ...KWGLOBAL.reporting, queueSize: KWGLOBAL.reporting.queueSize + 1 },
  // Only a person can change these back: the roles delete no log group and write no life cycle.
  ...(SWITCHES.vanityNumbers && { vanityNumbers: SWITCHES.vanityNumbers }),
  ...(SWITCHES.recordings && { recordings: SWITCHES.recordings }),
  // Nor do they associate functions, or end that.
  ...(SWITCHES.otherFunctions && { otherFunctions: SWITCHES.otherFunctions }),
};

describe("GitHub's roles, beside what Terraform calls", () => {
  requires("terraform", "moto_server", "provider");

  let deployed: DeployedCenter;
  let arns: string[];
  /** What plans and applies have called, first to make the center and then to change it. */
  const founding: Calls = { planning: [], applying: [] };
  const changing: Calls = { planning: [], applying: [] };
  let from = 0;
  /** What Terraform itself has called since the last time. */
  const called = () => {
    const calls = deployed.sandbox.calls.entries().slice(from);
    from += calls.length;
    return calls.filter(byTerraform).flatMap(neededFor);
  };
  const planAndApply = async ({ planning, applying }: Calls) => {
    await deployed.plan();
    planning.push(...called().filter(({ action }) => !LOCKING.includes(action)));
    await deployed.applyPlan();
    applying.push(...called());
  };

  before(async () => {
    deployed = await DeployedCenter.start();
    for (const name of SWITCHES.otherFunctions ?? []) await makeFunctionOfOthers(name);
    // Made by the test, not by Terraform.
    called();
    deployed.synthesize(MORE);
    await planAndApply(founding);
    deployed.synthesize(CHANGED);
    await planAndApply(changing);
    expect(await deployed.plan()).to.deep.equal([]);
    changing.planning.push(...called().filter(({ action }) => !LOCKING.includes(action)));
    const s3 = new S3Client({ forcePathStyle: true });
    const state = { Bucket: account.stateBucket, Key: "contact-center/prod.tfstate" };
    const { Body } = await s3.send(new GetObjectCommand(state));
    arns = arnsIn((await Body?.transformToString()) ?? "");
  });
  after(() => deployed.stop());

  /** Actions that a role lacks, on what they were called for. */
  const lacking = (policies: readonly Statement[], needed: readonly NeededAction[]) => {
    const isAllowed = ({ action, resource }: NeededAction) =>
      (resource === undefined ? candidates(action, arns) : [resource]).some((each) => {
        const request: Request = { action, resource: each, context: CONTEXT };
        return decide(policies, request) === "allowed";
      });
    const missing = needed.filter((each) => !isAllowed(each));
    return [...new Set(missing.map(({ action, resource }) => `${action} ${resource ?? ""}`))];
  };

  it("make, of every type that a switch of the value can bring, one resource at least", () => {
    const typesOf = (change: Partial<ContactCenterValue>) =>
      synthesize(change)
        .addresses()
        .map((address) => address.split(".")[0]);
    // saml.e2e.test.ts applies the provider.
    const made = [...typesOf(MORE), "aws_iam_saml_provider"];
    expect(made).to.include.members([SWITCHES, SAML].flatMap(typesOf));
  });

  it("plan: it may do all that a plan calls", () => {
    const planning = [...founding.planning, ...changing.planning];
    expect(new Set(planning.map(({ action }) => action)).size).to.be.greaterThan(40);
    expect(lacking(PLAN, planning)).to.deep.equal([]);
  });

  it("apply: it may do all that plans and applies call, to make, change and delete", () => {
    const needed = [founding, changing].flatMap(({ planning, applying }) => [
      ...planning,
      ...applying,
    ]);
    expect(new Set(needed.map(({ action }) => action)).size).to.be.greaterThan(90);
    expect(lacking(APPLY, needed)).to.deep.equal([]);
  });

  it("may do all that changes of a center call, once its instance is named", () => {
    const instanceId = arns.map((arn) => /:instance\/([^/]+)$/.exec(arn)?.[1]).find(Boolean) ?? "";
    const named = Bootstrapped.synthesize(OWN, account, [{ ...PROD, account, instanceId }]);
    const { planning, applying } = changing;
    expect(new Set(applying.map(({ action }) => action)).size).to.be.greaterThan(30);
    expect(lacking(named.policiesOf("prod_plan"), planning)).to.deep.equal([]);
    expect(lacking(named.policiesOf("prod_apply"), [...planning, ...applying])).to.deep.equal([]);
  });

  it("have no action that was never called, but those with a reason", () => {
    const calls = [founding, changing].flatMap((each) => [...each.planning, ...each.applying]);
    const seen = new Set(calls.map(({ action }) => action));
    const given = new Set([...actionsOf(PLAN), ...actionsOf(APPLY)]);
    const unseen = [...given].filter((action) => !seen.has(action));
    console.log(`      ${given.size} actions given, ${given.size - unseen.length} called`);
    expect(unseen).to.have.members(Object.values(UNSEEN).flat());
  });
});

interface Calls {
  readonly planning: NeededAction[];
  readonly applying: NeededAction[];
}

/** A plan in a workflow takes no lock, since its role can't write. */
const LOCKING = ["s3:PutObject", "s3:DeleteObject", "kms:GenerateDataKey"];

/** The sandbox makes the bucket of states itself. */
function byTerraform({ accessKeyId, service, operation }: Call): boolean {
  const made = service === "s3" && operation.startsWith(`PUT /${account.stateBucket}`);
  return accessKeyId === OPERATOR_KEY && !made;
}

/** What an action can have been called for: all that Terraform knows of its service. */
function candidates(action: string, arns: readonly string[]): string[] {
  const [service = ""] = action.split(":");
  const own = arns.filter((arn) => arn.split(":")[2] === service);
  return [
    "*",
    ...own,
    // A thing in an instance, a key's alias, a subscription, the role that is Amazon Connect's.
    ...own.map((arn) => `${arn}/anything`),
    ...(service === "logs" ? own.map((arn) => `${arn}:*`) : []),
    ...(service === "kms" ? [STATE_KEY_ARN] : []),
    ...(service === "ds" ? [`arn:aws:ds:us-west-2:${SANDBOX_ACCOUNT}:directory/d-1`] : []),
    ...(service === "s3" ? [STATES, STATE, `${STATE}.tflock`] : []),
    ...(service === "iam"
      ? [
          `arn:aws:iam::${SANDBOX_ACCOUNT}:role/aws-service-role/connect.amazonaws.com/AWSServiceRoleForAmazonConnect_x`,
        ]
      : []),
  ];
}

function actionsOf(policies: readonly Statement[]): string[] {
  return policies
    .filter(({ Effect }) => Effect === "Allow")
    .flatMap(({ Action }) => listOf(Action));
}

/** Every ARN in a state. */
function arnsIn(state: string): string[] {
  return [...new Set(state.match(/arn:aws:[\w-]+:[^"\\\s]*/g))];
}

function named<Field extends string>(field: Field, name: string) {
  return <T extends Readonly<Record<Field, string>>>(thing: T): T => ({ ...thing, [field]: name });
}
