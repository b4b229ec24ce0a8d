import { ConnectInstance } from "@cdktf/provider-aws/lib/connect-instance";
import { expect } from "chai";

import { Bootstrapped, EVERY_SWITCH, STATE_KEY_ARN } from "../../support/bootstrapped";
import { type Context, decide, listOf } from "../../support/iam-simulator";
import { DEV, PROD } from "../../support/synthesized";

const bootstrap = Bootstrapped.synthesize();
const PLAN = bootstrap.policiesOf("prod_plan");
const APPLY = bootstrap.policiesOf("prod_apply");

const ISSUER = "token.actions.githubusercontent.com";
const ROLE = "arn:aws:iam::222222222222:role";
const STATES = "arn:aws:s3:::kwglobal-terraform-state";
const STATE = `${STATES}/contact-center/prod.tfstate`;
const BOUNDARY = "arn:aws:iam::222222222222:policy/kwglobal-boundary-prod";
const VIA_S3 = { "kms:ViaService": "s3.us-west-2.amazonaws.com" };

const REPOSITORY = "kwglobal/contact-center";
const ON_MAIN = "refs/heads/main";
const MERGED = "refs/pull/12/merge";

/** Whether a job of GitHub gets a role, by what its token says. */
function gets(
  role: string,
  sub: string,
  workflow: string,
  { aud = "sts.amazonaws.com", from = bootstrap } = {},
): boolean {
  const decision = decide(from.trustOf(role), {
    action: "sts:AssumeRoleWithWebIdentity",
    resource: "",
    context: {
      [`${ISSUER}:aud`]: aud,
      [`${ISSUER}:sub`]: sub,
      [`${ISSUER}:job_workflow_ref`]: workflow,
    },
  });
  return decision === "allowed";
}

const workflow = (file: string, ref: string, repository = REPOSITORY) =>
  `${repository}/.github/workflows/${file}@${ref}`;

describe("GitHub's roles", () => {
  const repository = `repo:${REPOSITORY}`;
  const plans = workflow("pull-request.yml", MERGED);

  it("are got by the tokens of GitHub that are meant for AWS alone", () => {
    const sub = `${repository}:pull_request`;
    expect(gets("prod_plan", sub, plans)).to.equal(true);
    expect(gets("prod_plan", sub, plans, { aud: "api://Azure" })).to.equal(false);
    expect(bootstrap.resources("aws_iam_openid_connect_provider").git_hub).to.include({
      url: `https://${ISSUER}`,
    });
    for (const role of ["prod_plan", "prod_apply"]) {
      expect(bootstrap.trustOf(role).map(({ Principal }) => Principal)).to.deep.equal([
        { Federated: "${aws_iam_openid_connect_provider.git_hub.arn}" },
      ]);
    }
  });

  for (const [sub, file, plan, apply] of [
    [`${repository}:pull_request`, plans, true, false],
    [`${repository}:ref:refs/heads/main`, workflow("apply.yml", ON_MAIN), true, false],
    [`${repository}:ref:refs/heads/main`, workflow("drift.yml", ON_MAIN), true, false],
    [`${repository}:environment:prod`, workflow("apply.yml", ON_MAIN), false, true],
    [`${repository}:environment:dev`, workflow("apply.yml", ON_MAIN), false, false],
    [`${repository}:ref:refs/heads/other`, workflow("apply.yml", "refs/heads/other"), false, false],
    [`${repository}:ref:refs/tags/main`, workflow("apply.yml", "refs/tags/main"), false, false],
    // The environment is right, but a branch's workflow isn't main's.
    [`${repository}:environment:prod`, workflow("apply.yml", "refs/heads/other"), false, false],
    [`${repository}:environment:prod`, workflow("apply.yml", MERGED), false, false],
    // One more workflow is none that the roles know.
    [`${repository}:environment:prod`, workflow("lint.yml", ON_MAIN), false, false],
    [`${repository}:pull_request`, workflow("lint.yml", MERGED), false, false],
    [`${repository}:environment:prod`, workflow("apply.yml", ON_MAIN, "a/b"), false, false],
    ["repo:somebody/contact-center:pull_request", plans, false, false],
    ["repo:kwglobal/contact-center-2:environment:prod", plans, false, false],
    ["repo:kwglobal@1/contact-center@2:pull_request", plans, false, false],
    ["environment:prod", workflow("apply.yml", ON_MAIN), false, false],
  ] as const) {
    it(`for ${sub} in ${file}: plan ${plan ? "yes" : "no"}, apply ${apply ? "yes" : "no"}`, () => {
      expect([gets("prod_plan", sub, file), gets("prod_apply", sub, file)]).to.deep.equal([
        plan,
        apply,
      ]);
    });
  }

  it("are those of one repository for ever, where its tokens hold GitHub's ids", () => {
    const from = Bootstrapped.synthesize({}, PROD.account, [PROD], {
      repository: REPOSITORY,
      ids: { owner: 1, repository: 2 },
    });
    const main = workflow("apply.yml", ON_MAIN);
    const isGot = (named: string) =>
      gets("prod_apply", `repo:${named}:environment:prod`, main, { from });
    expect(isGot("kwglobal@1/contact-center@2")).to.equal(true);
    expect(isGot("kwglobal@3/contact-center@4")).to.equal(false);
    expect(isGot("kwglobal/contact-center")).to.equal(false);
  });

  it("have policies that IAM takes, with every switch on: 10,240 characters inline, 6,144 managed", () => {
    const everything = Bootstrapped.synthesize(EVERY_SWITCH);
    const size = (policy: unknown) => String(policy).replaceAll(/\s/g, "").length;
    for (const role of ["prod_plan", "prod_apply"]) {
      const inline = Object.values(everything.resources("aws_iam_role_policy"))
        .filter((policy) => policy.role === `\${aws_iam_role.${role}.name}`)
        .reduce((sum, { policy }) => sum + size(policy), 0);
      expect(inline, role).to.be.lessThan(10_240);
    }
    for (const [name, { policy }] of Object.entries(everything.resources("aws_iam_policy"))) {
      expect(size(policy), name).to.be.lessThan(6144);
    }
  });
});

describe("The plan role", () => {
  it("changes nothing: it describes, lists, gets and views, and calls the function that observes", () => {
    const actions = PLAN.flatMap(({ Action }) => listOf(Action));
    const others = actions.filter((action) => !/^[a-z0-9]+:(Describe|List|Get|View)/.test(action));
    expect(others).to.have.members(["lambda:InvokeFunction", "kms:Decrypt"]);
    for (const name of ["observeConnectAssociations", "observeConnectAssociations:$LATEST"]) {
      const resource = `arn:aws:lambda:us-west-2:222222222222:function:${name}`;
      expect(decide(PLAN, { action: "lambda:InvokeFunction", resource })).to.equal("allowed");
    }
  });

  for (const [what, action, resource] of [
    ["a recording", "s3:GetObject", "arn:aws:s3:::amazon-connect-kwglobal/connect/x.wav"],
    [
      "a row of the table",
      "dynamodb:GetItem",
      "arn:aws:dynamodb:us-west-2:222222222222:table/cus-phone-vanity-number",
    ],
    [
      "a message of a log",
      "logs:GetLogEvents",
      "arn:aws:logs:us-west-2:222222222222:log-group:/aws/connect/KWGlobal:*",
    ],
    [
      "an attribute of a contact",
      "connect:GetContactAttributes",
      "arn:aws:connect:us-west-2:222222222222:instance/1/contact/2",
    ],
    [
      "a sign-in to the instance",
      "connect:GetFederationToken",
      "arn:aws:connect:us-west-2:222222222222:instance/1/user/2",
    ],
    [
      "the function that changes things",
      "lambda:InvokeFunction",
      "arn:aws:lambda:us-west-2:222222222222:function:reconcileConnectAssociations",
    ],
  ] as const) {
    it(`has no way to ${what}`, () => {
      expect(decide(PLAN, { action, resource })).to.equal("not allowed");
    });
  }

  it("reads its own state and nothing else of the bucket, and writes nothing, no lock either", () => {
    const can = (action: string, resource: string, account = "222222222222") =>
      decide(PLAN, { action, resource, context: { "s3:ResourceAccount": account } });
    expect(can("s3:GetObject", STATE)).to.equal("allowed");
    expect(can("s3:GetObject", STATE, "333333333333")).to.equal("not allowed");
    expect(can("s3:GetObject", `${STATES}/contact-center/dev.tfstate`)).to.equal("not allowed");
    expect(can("s3:GetObject", `${STATES}/bootstrap.tfstate`)).to.equal("not allowed");
    expect(can("s3:GetObjectVersion", STATE)).to.equal("not allowed");
    expect(can("s3:PutObject", STATE)).to.equal("not allowed");
    expect(can("s3:PutObject", `${STATE}.tflock`)).to.equal("not allowed");
  });

  it("decrypts with the states' key only, and through S3 only", () => {
    const decrypt = (resource: string, context?: Record<string, string>) =>
      decide(PLAN, { action: "kms:Decrypt", resource, ...(context && { context }) });
    expect(decrypt(STATE_KEY_ARN, VIA_S3)).to.equal("allowed");
    expect(decrypt(STATE_KEY_ARN)).to.equal("not allowed");
    expect(decrypt("arn:aws:kms:us-west-2:222222222222:key/1", VIA_S3)).to.equal("not allowed");
  });
});

describe("The apply role", () => {
  const can = (action: string, resource: string, context: Context = {}) =>
    decide(APPLY, { action, resource, context });
  const OWN_BUCKET = { "s3:ResourceAccount": "222222222222" };

  for (const action of [
    "connect:DeleteInstance",
    "connect:ReleasePhoneNumber",
    "connect:DisassociateInstanceStorageConfig",
    "connect:AdminGetEmergencyAccessToken",
    "ds:DeleteDirectory",
    "ds:UnauthorizeApplication",
    "dynamodb:DeleteTable",
    "dynamodb:UpdateTimeToLive",
    "s3:DeleteBucket",
    "s3:DeleteBucketPolicy",
    "s3:DeleteObjectVersion",
    "kms:ScheduleKeyDeletion",
    "kms:DisableKey",
    "logs:DeleteLogGroup",
    "iam:DeleteRolePermissionsBoundary",
  ]) {
    it(`is denied ${action}, on whatever it is`, () => {
      expect(can(action, "arn:aws:anything:us-west-2:222222222222:whatever/1")).to.equal("denied");
    });
  }

  it("writes and locks its own state, in no other account's bucket, and deletes the lock only", () => {
    expect(can("s3:PutObject", STATE, OWN_BUCKET)).to.equal("allowed");
    expect(can("s3:PutObject", STATE, { "s3:ResourceAccount": "3" })).to.equal("not allowed");
    expect(can("s3:PutObject", STATE)).to.equal("not allowed");
    expect(can("s3:PutObject", `${STATE}.tflock`, OWN_BUCKET)).to.equal("allowed");
    expect(can("s3:DeleteObject", `${STATE}.tflock`, OWN_BUCKET)).to.equal("allowed");
    expect(can("s3:DeleteObject", STATE, OWN_BUCKET)).to.equal("not allowed");
    expect(can("s3:PutObject", `${STATES}/contact-center/dev.tfstate`)).to.equal("not allowed");
    expect(can("s3:PutObject", `${STATES}/bootstrap.tfstate`)).to.equal("not allowed");
    expect(can("s3:PutBucketPolicy", STATES)).to.equal("not allowed");
    expect(can("s3:PutLifecycleConfiguration", STATES)).to.equal("not allowed");
  });

  it("uses the states' key, and has no other power over it", () => {
    expect(can("kms:GenerateDataKey", STATE_KEY_ARN, VIA_S3)).to.equal("allowed");
    for (const action of ["kms:PutKeyPolicy", "kms:CreateGrant", "kms:TagResource"]) {
      expect(can(action, STATE_KEY_ARN), action).to.equal("denied");
    }
  });

  describe("of the account's keys", () => {
    const KEYS = "arn:aws:kms:us-west-2:222222222222";
    const KEY = `${KEYS}:key/1`;

    it("changes description and tags of the center's alone, known by its alias, and no policy", () => {
      const by = (action: string, alias: string) =>
        can(action, KEY, { "kms:ResourceAliases": [alias] });
      for (const action of ["kms:UpdateKeyDescription", "kms:UntagResource"]) {
        expect(by(action, "alias/kwglobal"), action).to.equal("allowed");
        expect(by(action, "alias/payroll"), action).to.equal("not allowed");
        expect(can(action, KEY), action).to.equal("not allowed");
      }
      expect(by("kms:PutKeyPolicy", "alias/kwglobal")).to.equal("not allowed");
    });

    it("sets the center's tags only, on whatever key: others may decide who uses it", () => {
      const tag = (...keys: string[]) => can("kms:TagResource", KEY, { "aws:TagKeys": keys });
      expect(tag("Project", "Environment", "ManagedBy")).to.equal("allowed");
      expect(tag("Project", "Team")).to.equal("not allowed");
    });

    it("gives grants only where a service asks for them in its name", () => {
      const grant = (context?: Record<string, string>) => can("kms:CreateGrant", KEY, context);
      expect(grant({ "kms:GrantIsForAWSResource": "true" })).to.equal("allowed");
      expect(grant({ "kms:GrantIsForAWSResource": "false" })).to.equal("not allowed");
      expect(grant()).to.equal("not allowed");
    });

    it("makes one with its alias, and never moves the alias to another", () => {
      expect(can("kms:CreateKey", "*")).to.equal("allowed");
      for (const resource of [KEY, `${KEYS}:alias/kwglobal`]) {
        expect(can("kms:CreateAlias", resource)).to.equal("allowed");
        expect(can("kms:UpdateAlias", resource)).to.equal("not allowed");
        expect(can("kms:DeleteAlias", resource)).to.equal("not allowed");
      }
      expect(can("kms:CreateAlias", `${KEYS}:alias/payroll`)).to.equal("not allowed");
    });
  });

  describe("can't give itself more than it has:", () => {
    const bounded = { "iam:PermissionsBoundary": BOUNDARY };
    const basic = "arn:aws:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole";

    it("it makes the center's roles, with the boundary and never without", () => {
      for (const action of ["iam:CreateRole", "iam:PutRolePolicy"]) {
        expect(can(action, `${ROLE}/Lambda-DynamoDB`, bounded), action).to.equal("allowed");
        expect(can(action, `${ROLE}/Lambda-DynamoDB`), action).to.equal("not allowed");
        const other = { "iam:PermissionsBoundary": "arn:aws:iam::aws:policy/AdministratorAccess" };
        expect(can(action, `${ROLE}/Lambda-DynamoDB`, other), action).to.equal("not allowed");
        expect(can(action, `${ROLE}/another`, bounded), action).to.equal("not allowed");
      }
    });

    it("it attaches one managed policy, which lets functions write logs", () => {
      const attach = (policy: string) =>
        can("iam:AttachRolePolicy", `${ROLE}/Lambda-DynamoDB`, {
          ...bounded,
          "iam:PolicyARN": policy,
        });
      expect(attach(basic)).to.equal("allowed");
      expect(attach("arn:aws:iam::aws:policy/AdministratorAccess")).to.equal("not allowed");
    });

    it("it changes nobody's trust, not even of the center's roles, and no provider's metadata", () => {
      expect(can("iam:UpdateAssumeRolePolicy", `${ROLE}/Lambda-DynamoDB`, bounded)).to.equal(
        "not allowed",
      );
      const saml = Bootstrapped.synthesize(EVERY_SWITCH).policiesOf("prod_apply");
      const provider = "arn:aws:iam::222222222222:saml-provider/kwglobal";
      const may = (action: string) => decide(saml, { action, resource: provider });
      expect(may("iam:CreateSAMLProvider")).to.equal("allowed");
      expect(may("iam:UpdateSAMLProvider")).to.equal("not allowed");
    });

    it("it deletes no role that is always there, to make it anew for somebody else", () => {
      expect(can("iam:DeleteRole", `${ROLE}/Lambda-DynamoDB`)).to.equal("not allowed");
    });

    it("it passes the center's roles to Lambda, and no others to anything", () => {
      const pass = (role: string, to: string) =>
        can("iam:PassRole", `${ROLE}/${role}`, { "iam:PassedToService": to });
      expect(pass("Lambda-DynamoDB", "lambda.amazonaws.com")).to.equal("allowed");
      expect(pass("Lambda-DynamoDB", "ec2.amazonaws.com")).to.equal("not allowed");
      expect(pass("Admin", "lambda.amazonaws.com")).to.equal("not allowed");
    });

    for (const identity of [
      "role/kwglobal-apply-prod",
      "role/kwglobal-plan-prod",
      "role/kwglobal-break-glass",
      "policy/kwglobal-boundary-prod",
      "policy/kwglobal-connect-prod",
      "policy/kwglobal-resources-prod",
      "policy/kwglobal-roles-prod",
      "policy/kwglobal-reporting-prod",
      "oidc-provider/token.actions.githubusercontent.com",
    ]) {
      it(`it is denied every change of ${identity}`, () => {
        for (const action of [
          "iam:PutRolePolicy",
          "iam:AttachRolePolicy",
          "iam:UpdateAssumeRolePolicy",
          "iam:CreatePolicyVersion",
          "iam:DeletePolicy",
          "iam:UpdateOpenIDConnectProviderThumbprint",
        ]) {
          expect(can(action, `arn:aws:iam::222222222222:${identity}`, bounded)).to.equal("denied");
        }
      });
    }

    it("it makes no users, keys, policies or identity providers, and takes no other role", () => {
      for (const action of [
        "iam:CreateUser",
        "iam:CreateAccessKey",
        "iam:CreatePolicy",
        "iam:CreatePolicyVersion",
        "iam:CreateOpenIDConnectProvider",
        "sts:AssumeRole",
      ]) {
        expect(can(action, "*"), action).to.equal("not allowed");
      }
    });
  });

  it("reaches nothing of another environment that has names of its own", () => {
    const shared = Bootstrapped.synthesize({}, PROD.account, [
      { ...DEV, account: PROD.account },
      PROD,
    ]);
    const dev = shared.policiesOf("dev_apply");
    for (const [action, resource] of [
      ["s3:PutObject", STATE],
      ["s3:PutBucketPolicy", "arn:aws:s3:::amazon-connect-kwglobal"],
      [
        "dynamodb:UpdateTable",
        "arn:aws:dynamodb:us-west-2:222222222222:table/cus-phone-vanity-number",
      ],
      [
        "lambda:UpdateFunctionCode",
        "arn:aws:lambda:us-west-2:222222222222:function:recordVanityNumber",
      ],
      ["iam:PutRolePolicy", `${ROLE}/Lambda-DynamoDB`],
    ] as const) {
      const context = { ...OWN_BUCKET, "iam:PermissionsBoundary": BOUNDARY };
      expect(decide(dev, { action, resource, context }), action).to.equal("not allowed");
      const own = shared.policiesOf("prod_apply");
      expect(decide(own, { action, resource, context }), action).to.equal("allowed");
    }
  });
});

describe("What an apply hands on or points at", () => {
  const everything = Bootstrapped.synthesize(EVERY_SWITCH).policiesOf("prod_apply");
  const may = (action: string, resource: string, context: Context) =>
    decide(everything, { action, resource, context });
  const of = (service: string, resource: string) =>
    `arn:aws:${service}:us-west-2:222222222222:${resource}`;

  it("is a role for the one service that works with it", () => {
    const services = ["lambda", "states", "firehose", "ec2"];
    const passed = (role: string) =>
      services.filter(
        (service) =>
          may("iam:PassRole", `${ROLE}/${role}`, {
            "iam:PassedToService": `${service}.amazonaws.com`,
          }) === "allowed",
      );
    expect(passed("Lambda-DynamoDB")).to.deep.equal(["lambda"]);
    expect(passed("Lambda-DynamoDB-Batch")).to.deep.equal(["lambda"]);
    expect(passed("recordVanityNumberList")).to.deep.equal(["states"]);
    expect(passed("kwglobal-contact-records")).to.deep.equal(["firehose"]);
    expect(passed("federate-connect")).to.deep.equal([]);
  });

  it("is no layer, whoever published it", () => {
    const layers = { "lambda:Layer": [of("lambda", "layer:tools:1")] };
    for (const action of ["lambda:CreateFunction", "lambda:UpdateFunctionConfiguration"]) {
      const resource = of("lambda", "function:recordVanityNumber");
      expect(may(action, resource, {}), action).to.equal("allowed");
      expect(may(action, resource, layers), action).to.equal("not allowed");
    }
  });

  it("is a function for Amazon Connect, and only one that flows call", () => {
    const call = (name: string, principal: string) =>
      may("lambda:AddPermission", of("lambda", `function:${name}`), {
        "lambda:Principal": principal,
      });
    expect(call("recordVanityNumber", "connect.amazonaws.com")).to.equal("allowed");
    expect(call("look-up-customer", "connect.amazonaws.com")).to.equal("allowed");
    expect(call("recordVanityNumber", "*")).to.equal("not allowed");
    expect(call("recordVanityNumber", "333333333333")).to.equal("not allowed");
    expect(call("reconcileConnectAssociations", "connect.amazonaws.com")).to.equal("not allowed");
  });

  it("is mail to a domain that is told today, and nothing else that can be subscribed", () => {
    const subscribe = (protocol: string, endpoint: string) =>
      may("sns:Subscribe", of("sns", "kwglobal-notifications"), {
        "sns:Protocol": protocol,
        "sns:Endpoint": endpoint,
      });
    expect(subscribe("email", "supervisors@kwglobal.example")).to.equal("allowed");
    expect(subscribe("email", "night-shift@kwglobal.example")).to.equal("allowed");
    expect(subscribe("email", "somebody@elsewhere.example")).to.equal("not allowed");
    expect(subscribe("https", "https://kwglobal.example")).to.equal("not allowed");
    expect(subscribe("sqs", "arn:aws:sqs:us-west-2:333333333333:q")).to.equal("not allowed");
  });

  it("is nobody, where nobody is told of alarms", () => {
    const quiet = Bootstrapped.synthesize({}, PROD.account, [{ ...PROD, alarmEmails: [] }]);
    const request = {
      action: "sns:Subscribe",
      resource: of("sns", "kwglobal-notifications"),
      context: { "sns:Protocol": "email", "sns:Endpoint": "supervisors@kwglobal.example" },
    };
    expect(decide(quiet.policiesOf("prod_apply"), request)).to.equal("not allowed");
  });

  it("is the center's topic, for alarms and events", () => {
    const topic = of("sns", "kwglobal-notifications");
    const ring = (...actions: string[]) =>
      may("cloudwatch:PutMetricAlarm", of("cloudwatch", "alarm:kwglobal-x"), {
        "cloudwatch:AlarmActions": actions,
      });
    expect(ring(topic)).to.equal("allowed");
    expect(ring(topic, "arn:aws:automate:us-west-2:ec2:terminate")).to.equal("not allowed");
    const send = (target: string) =>
      may("events:PutTargets", of("events", "rule/kwglobal-identity-changes"), {
        "events:TargetArn": [target],
      });
    expect(send(topic)).to.equal("allowed");
    expect(send(of("lambda", "function:another"))).to.equal("not allowed");
  });

  it("is no stream of what the center doesn't store", () => {
    const store = (type: string) =>
      may("connect:AssociateInstanceStorageConfig", of("connect", "instance/1"), {
        "connect:StorageResourceType": type,
      });
    expect(store("CALL_RECORDINGS")).to.equal("allowed");
    expect(store("AGENT_EVENTS")).to.equal("not allowed");
  });

  it("is a setting of the instance that the provider has, and none besides", () => {
    const settings = Object.getOwnPropertyNames(ConnectInstance.prototype)
      .filter((name) => /^(?!reset).*Enabled$/.test(name))
      .map((name) =>
        name
          .replace(/Enabled$/, "")
          .replaceAll(/[A-Z]/g, "_$&")
          .toUpperCase(),
      )
      .map((name) => name.replace("CONTACT_FLOW_LOGS", "CONTACTFLOW_LOGS"));
    expect(settings).to.have.length(7);
    const set = (type: string) =>
      may("connect:UpdateInstanceAttribute", of("connect", "instance/1"), {
        "connect:AttributeType": type,
      });
    expect(new Set(settings.map(set))).to.deep.equal(new Set(["allowed"]));
    expect(set("USE_CUSTOM_TTS_VOICES")).to.equal("not allowed");
  });

  it("is no bucket of another account, under whatever name", () => {
    const open = (account: string) =>
      may("s3:PutBucketPolicy", "arn:aws:s3:::amazon-connect-kwglobal", {
        "s3:ResourceAccount": account,
      });
    expect(open("222222222222")).to.equal("allowed");
    expect(open("333333333333")).to.equal("not allowed");
  });
});

describe("Once the instance is named, the apply role", () => {
  const ID = "aaaaaaaa-bbbb-cccc-dddd-eeeeeeeeeeee";
  const named = Bootstrapped.synthesize(EVERY_SWITCH, PROD.account, [{ ...PROD, instanceId: ID }]);
  const of = (service: string, resource: string) =>
    `arn:aws:${service}:us-west-2:222222222222:${resource}`;
  const context = {
    "s3:ResourceAccount": "222222222222",
    "iam:PermissionsBoundary": BOUNDARY,
    "kms:ResourceAliases": ["alias/kwglobal"],
    "lambda:Principal": "connect.amazonaws.com",
  };
  const can = (action: string, resource: string) =>
    decide(named.policiesOf("prod_apply"), { action, resource, context });

  it("reaches that instance only, and so do the plan role and the center's own roles", () => {
    for (const [statements, action] of [
      [named.policiesOf("prod_apply"), "connect:CreateUser"],
      [named.policiesOf("prod_apply"), "connect:DeleteQueue"],
      [named.policiesOf("prod_plan"), "connect:DescribeUser"],
      [named.boundaryOf("prod"), "connect:UpdateAgentStatus"],
    ] as const) {
      const on = (resource: string) => decide(statements, { action, resource });
      expect(on(of("connect", `instance/${ID}/x/1`)), action).to.equal("allowed");
      expect(on(of("connect", `instance/${ID}`)), action).to.equal("allowed");
      expect(
        on(of("connect", "instance/ffffffff-bbbb-cccc-dddd-eeeeeeeeeeee/x/1")),
        action,
      ).to.equal("not allowed");
    }
  });

  for (const [what, action, resource] of [
    ["open a bucket to others", "s3:PutBucketPolicy", "arn:aws:s3:::amazon-connect-kwglobal"],
    [
      "make a bucket public",
      "s3:PutBucketPublicAccessBlock",
      "arn:aws:s3:::amazon-connect-kwglobal",
    ],
    [
      "have recordings deleted",
      "s3:PutLifecycleConfiguration",
      "arn:aws:s3:::amazon-connect-kwglobal",
    ],
    ["stop a bucket's versions", "s3:PutBucketVersioning", "arn:aws:s3:::amazon-connect-kwglobal"],
    [
      "choose a bucket's key",
      "s3:PutEncryptionConfiguration",
      "arn:aws:s3:::amazon-connect-kwglobal",
    ],
    ["stop the access logs", "s3:PutBucketLogging", "arn:aws:s3:::amazon-connect-kwglobal"],
    ["shorten a log", "logs:PutRetentionPolicy", of("logs", "log-group:/aws/connect/KWGlobal:*")],
    ["choose a log's key", "logs:AssociateKmsKey", of("logs", "log-group:/aws/connect/KWGlobal:*")],
    [
      "stop the backups",
      "dynamodb:UpdateContinuousBackups",
      of("dynamodb", "table/cus-phone-vanity-number"),
    ],
    ["let somebody publish", "sns:SetTopicAttributes", of("sns", "kwglobal-notifications")],
    [
      "silence the alarm of takeovers",
      "events:DeleteRule",
      of("events", "rule/kwglobal-identity-changes"),
    ],
    [
      "send its events elsewhere",
      "events:PutTargets",
      of("events", "rule/kwglobal-identity-changes"),
    ],
    [
      "let somebody call a function",
      "lambda:AddPermission",
      of("lambda", "function:recordVanityNumber"),
    ],
    ["give a role more", "iam:PutRolePolicy", `${ROLE}/Lambda-DynamoDB`],
    ["make a role", "iam:CreateRole", `${ROLE}/reconcile-connect-associations`],
    [
      "let others sign in",
      "iam:UpdateSAMLProvider",
      "arn:aws:iam::222222222222:saml-provider/kwglobal",
    ],
    ["found an instance", "connect:CreateInstance", "*"],
    ["claim a number", "connect:ClaimPhoneNumber", of("connect", "phone-number/*")],
    ["make a key", "kms:CreateKey", "*"],
    ["name another key the center's", "kms:CreateAlias", of("kms", "alias/kwglobal")],
    [
      "change Amazon Connect's own role",
      "iam:PutRolePolicy",
      `${ROLE}/aws-service-role/connect.amazonaws.com/AWSServiceRoleForAmazonConnect_x`,
    ],
  ] as const) {
    it(`has no way to ${what}`, () => {
      expect(can(action, resource)).to.not.equal("allowed");
    });
  }
});
