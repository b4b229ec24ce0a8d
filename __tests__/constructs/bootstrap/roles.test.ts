import { expect } from "chai";

import { Bootstrapped, EVERY_SWITCH, STATE_KEY_ARN } from "../../support/bootstrapped";
import { decide, listOf } from "../../support/iam-simulator";
import { DEV, PROD } from "../../support/synthesized";

const bootstrap = Bootstrapped.synthesize();
const PLAN = bootstrap.policiesOf("prod_plan");
const APPLY = bootstrap.policiesOf("prod_apply");

const ISSUER = "token.actions.githubusercontent.com";
const ROLE = "arn:aws:iam::222222222222:role";
const STATES = "arn:aws:s3:::kwglobal-terraform-state";
const STATE = `${STATES}/contact-center/prod.tfstate`;
const VIA_S3 = { "kms:ViaService": "s3.us-west-2.amazonaws.com" };

/** Whether a job of GitHub gets a role, by what its token says. */
function gets(role: string, sub: string, aud = "sts.amazonaws.com"): boolean {
  const decision = decide(bootstrap.trustOf(role), {
    action: "sts:AssumeRoleWithWebIdentity",
    resource: "",
    context: { [`${ISSUER}:aud`]: aud, [`${ISSUER}:sub`]: sub },
  });
  return decision === "allowed";
}

describe("GitHub's roles", () => {
  const repository = "repo:kwglobal/contact-center";

  it("are got by the tokens of GitHub that are meant for AWS alone", () => {
    expect(gets("prod_plan", `${repository}:pull_request`)).to.equal(true);
    expect(gets("prod_plan", `${repository}:pull_request`, "api://Azure")).to.equal(false);
    expect(bootstrap.resources("aws_iam_openid_connect_provider").git_hub).to.include({
      url: `https://${ISSUER}`,
    });
    for (const role of ["prod_plan", "prod_apply"]) {
      expect(bootstrap.trustOf(role).map(({ Principal }) => Principal)).to.deep.equal([
        { Federated: "${aws_iam_openid_connect_provider.git_hub.arn}" },
      ]);
    }
  });

  for (const [subject, plan, apply] of [
    [`${repository}:pull_request`, true, false],
    [`${repository}:ref:refs/heads/main`, true, false],
    [`${repository}:environment:prod`, false, true],
    [`${repository}:environment:dev`, false, false],
    [`${repository}:ref:refs/heads/other`, false, false],
    [`${repository}:ref:refs/tags/main`, false, false],
    ["repo:somebody/contact-center:pull_request", false, false],
    ["repo:kwglobal/contact-center-2:environment:prod", false, false],
    ["environment:prod", false, false],
  ] as const) {
    it(`for ${subject}: plan ${plan ? "yes" : "no"}, apply ${apply ? "yes" : "no"}`, () => {
      expect([gets("prod_plan", subject), gets("prod_apply", subject)]).to.deep.equal([
        plan,
        apply,
      ]);
    });
  }

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
  it("changes nothing: it describes, lists and gets, and calls the function that observes", () => {
    const actions = PLAN.flatMap(({ Action }) => listOf(Action));
    const others = actions.filter((action) => !/^[a-z0-9]+:(Describe|List|Get)/.test(action));
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
    const can = (action: string, resource: string) => decide(PLAN, { action, resource });
    expect(can("s3:GetObject", STATE)).to.equal("allowed");
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
  const can = (action: string, resource: string, context: Record<string, string> = {}) =>
    decide(APPLY, { action, resource, context });

  for (const action of [
    "connect:DeleteInstance",
    "connect:ReleasePhoneNumber",
    "connect:DisassociateInstanceStorageConfig",
    "connect:AdminGetEmergencyAccessToken",
    "ds:DeleteDirectory",
    "ds:UnauthorizeApplication",
    "dynamodb:DeleteTable",
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

  it("writes and locks its own state, and deletes the lock only", () => {
    expect(can("s3:PutObject", STATE)).to.equal("allowed");
    expect(can("s3:PutObject", `${STATE}.tflock`)).to.equal("allowed");
    expect(can("s3:DeleteObject", `${STATE}.tflock`)).to.equal("allowed");
    expect(can("s3:DeleteObject", STATE)).to.equal("not allowed");
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

    it("changes the policy, description and tags of the center's alone, known by its alias", () => {
      for (const action of ["kms:PutKeyPolicy", "kms:UpdateKeyDescription", "kms:UntagResource"]) {
        const by = (alias: string) => can(action, KEY, { "kms:ResourceAliases": alias });
        expect(by("alias/kwglobal"), action).to.equal("allowed");
        expect(by("alias/payroll"), action).to.equal("not allowed");
        expect(can(action, KEY), action).to.equal("not allowed");
      }
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
    const boundary = "arn:aws:iam::222222222222:policy/kwglobal-boundary-prod";
    const bounded = { "iam:PermissionsBoundary": boundary };
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
      "policy/kwglobal-reading-prod",
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
      ["iam:UpdateAssumeRolePolicy", `${ROLE}/Lambda-DynamoDB`],
    ] as const) {
      expect(decide(dev, { action, resource }), action).to.equal("not allowed");
      const own = shared.policiesOf("prod_apply");
      expect(decide(own, { action, resource }), action).to.equal("allowed");
    }
  });
});
