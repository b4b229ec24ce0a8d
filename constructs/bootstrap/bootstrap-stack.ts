import { IamOpenidConnectProvider } from "@cdktf/provider-aws/lib/iam-openid-connect-provider";
import { IamPolicy } from "@cdktf/provider-aws/lib/iam-policy";
import { AwsProvider } from "@cdktf/provider-aws/lib/provider";
import { TerraformOutput } from "cdktf";
import { Construct } from "constructs";

import type {
  Account,
  ContactCenterValue,
  Environment,
  GitHub,
} from "../value/contact-center-value";
import { policyDocument } from "../iam/iam-policy";
import { guard } from "../terraform/lifecycle";
import { Stack } from "../terraform/stack";
import { environmentStateKey, keepStateIn } from "../terraform/terraform-state";
import { boundaryStatements } from "./boundary";
import { BreakGlass } from "./break-glass";
import { centerArns } from "./center-arns";
import { GitHubRole } from "./github-role";
import { instanceReadingStatements } from "./instance-reading";
import { BOOTSTRAP_STATE_KEY, bootstrapNames, breakGlassName, GITHUB_ISSUER } from "./names";
import { neverStatements } from "./never";
import { readingStatements } from "./reading";
import { StateBucket } from "./state-bucket";
import { StateKey } from "./state-key";
import { stateReading, stateWriting } from "./state-access";
import { writingStatements } from "./writing";

/** What the bootstrap stack of one account is made from. */
export interface BootstrapStackProps {
  /** The AWS account. */
  readonly account: Account;
  /** The environments in the account. */
  readonly environments: readonly Environment[];
  /** The center in these environments: the roles may reach only its resources. */
  readonly center: ContactCenterValue;
  /** The repository whose workflows plan and apply. */
  readonly github: GitHub;
}

/**
 * What an account must have before the first plan of a center: the bucket for states, and the roles with
 * which GitHub's workflows plan and apply. A person applies this stack once. A workflow's apply can change
 * none of it.
 */
export class BootstrapStack extends Stack {
  public constructor(scope: Construct, id: string, props: BootstrapStackProps) {
    super(scope, id);
    const { account, environments, center, github } = props;
    keepStateIn(account, this, BOOTSTRAP_STATE_KEY);
    new AwsProvider(this, "aws", {
      region: account.region,
      allowedAccountIds: [account.id],
      defaultTags: [{ tags: { Project: center.company, ManagedBy: "terraform" } }],
    });
    const iam = (resource: string) => `arn:aws:iam::${account.id}:${resource}`;
    const named = environments.map((environment) => ({
      environment,
      stateKey: environmentStateKey(environment),
      names: bootstrapNames(center, environment),
    }));
    const operators = account.operators.flatMap((name) => [
      iam(`role/${name}`),
      // Roles of IAM Identity Center have a path.
      iam(`role/*/${name}`),
    ]);
    const breakGlass = breakGlassName(center);

    const key = new StateKey(this, "StateKey", { account });
    new StateBucket(this, "States", {
      account,
      key,
      operators,
      breakGlass: iam(`role/${breakGlass}`),
      states: [
        { stateKey: BOOTSTRAP_STATE_KEY, readers: operators, writers: operators },
        ...named.map(({ stateKey, names: { plan, apply } }) => ({
          stateKey,
          readers: [iam(`role/${plan}`), iam(`role/${apply}`), ...operators],
          writers: [iam(`role/${apply}`), ...operators],
        })),
      ],
    });
    new BreakGlass(this, "BreakGlass", {
      name: breakGlass,
      account,
      operators,
      stateKey: key.keyArn,
    });
    const provider = new IamOpenidConnectProvider(this, "GitHub", {
      url: `https://${GITHUB_ISSUER}`,
      clientIdList: ["sts.amazonaws.com"],
      lifecycle: guard(true),
    });

    const identities = [
      ...named.flatMap(({ names }) => [
        iam(`role/${names.plan}`),
        iam(`role/${names.apply}`),
        iam(`role/${names.pull}`),
        iam(`policy/${names.boundary}`),
        ...Object.values(names.writing).map((name) => iam(`policy/${name}`)),
      ]),
      iam(`role/${breakGlass}`),
      iam(`oidc-provider/${GITHUB_ISSUER}`),
    ];
    for (const { environment, stateKey, names } of named) {
      const arns = centerArns(center, environment);
      const within = new Construct(this, environment.name);
      const state = {
        bucket: account.stateBucket,
        stateKey,
        encryptionKey: key.keyArn,
        region: account.region,
        account: account.id,
      };
      const reading = readingStatements(arns);
      new IamPolicy(within, "Boundary", {
        name: names.boundary,
        description: `The most that roles of the contact center in ${environment.name} can do`,
        policy: policyDocument(boundaryStatements(arns)),
      });
      const fromGitHub = { provider: provider.arn, github };
      const plan = new GitHubRole(within, "Plan", {
        name: names.plan,
        description: `Plans the contact center in ${environment.name}; changes nothing`,
        ...fromGitHub,
        // Pull requests, and main for the nightly comparison and what is planned before an apply.
        events: ["pull_request", "ref:refs/heads/main"],
        workflows: [
          "pull-request.yml@refs/pull/*/merge",
          "apply.yml@refs/heads/main",
          "drift.yml@refs/heads/main",
        ],
        managed: {},
        policies: { reading, state: stateReading(state) },
      });
      const apply = new GitHubRole(within, "Apply", {
        name: names.apply,
        description: `Applies the contact center in ${environment.name}, once it is approved`,
        ...fromGitHub,
        events: [`environment:${environment.name}`],
        // Only workflows of main, whichever branches GitHub's environment allows.
        workflows: ["apply.yml@refs/heads/main"],
        managed: mapped(writingStatements(arns), (statements, what) => {
          const description = `An apply's policy on ${what} of the contact center in ${environment.name}`;
          const policy = policyDocument(statements);
          return new IamPolicy(within, what, { name: names.writing[what], description, policy })
            .arn;
        }),
        policies: {
          reading,
          state: stateWriting(state),
          never: neverStatements({ identities, stateKey: key.keyArn }),
        },
      });
      const pull = new GitHubRole(within, "Pull", {
        name: names.pull,
        description: `Reads what was changed by hand in ${environment.name}; changes nothing`,
        ...fromGitHub,
        events: ["ref:refs/heads/main"],
        workflows: ["pull-from-console.yml@refs/heads/main"],
        managed: {},
        policies: { reading: instanceReadingStatements(arns) },
      });
      new TerraformOutput(within, "PlanRole", { value: plan.roleArn });
      new TerraformOutput(within, "ApplyRole", { value: apply.roleArn });
      new TerraformOutput(within, "PullRole", { value: pull.roleArn });
    }
  }
}

function mapped<Key extends string, From, To>(
  record: Readonly<Record<Key, From>>,
  map: (value: From, key: Key) => To,
): Readonly<Record<Key, To>> {
  const entries = Object.entries(record) as [Key, From][];
  return Object.fromEntries(entries.map(([key, value]) => [key, map(value, key)])) as Record<
    Key,
    To
  >;
}
