import { Testing } from "cdktf";

import { BootstrapStack } from "../../constructs/bootstrap/bootstrap-stack";
import type {
  Account,
  ContactCenterValue,
  Environment,
  GitHub,
} from "../../constructs/value/contact-center-value";
import type { Statement } from "../../constructs/iam/iam-policy";
import { GITHUB, KWGLOBAL } from "../../kwglobal";
import { statementsOf } from "./iam-simulator";
import { SAML, SWITCHES } from "./switches";
import { type Attributes, PROD, Synthesized } from "./synthesized";

/** What the key of the states is called here; Terraform learns its ARN in the apply. */
export const STATE_KEY_ARN = "arn:aws:kms:us-west-2:222222222222:key/states";

/** The center with everything that its value can switch on. */
export const EVERY_SWITCH: Partial<ContactCenterValue> = { ...SWITCHES, ...SAML };

/** An account's bootstrap, as synthesized. */
export class Bootstrapped extends Synthesized {
  /** @param change of production's account, alone in it unless `environments` says otherwise. */
  public static synthesize(
    change: Partial<ContactCenterValue> = {},
    account: Account = PROD.account,
    environments: readonly Environment[] = [{ ...PROD, account }],
    github: GitHub = GITHUB,
  ): Bootstrapped {
    const stack = new BootstrapStack(Testing.app(), "kwglobal-bootstrap", {
      account,
      environments,
      center: { ...KWGLOBAL, ...change },
      github,
    });
    const text = Testing.synth(stack)
      .replaceAll("${aws_s3_bucket.states_bucket.arn}", `arn:aws:s3:::${account.stateBucket}`)
      .replaceAll("${aws_kms_key.state_key.arn}", STATE_KEY_ARN)
      .replaceAll("${aws_kms_alias.state_key_alias.arn}", `${STATE_KEY_ARN}-alias`);
    return new Bootstrapped(JSON.parse(text) as Attributes);
  }

  /** All that a role's policies say; `prod_plan` is production's plan role. */
  public policiesOf(role: string): readonly Statement[] {
    const of = (reference: unknown) => reference === `\${aws_iam_role.${role}.name}`;
    const inline = Object.values(this.resources("aws_iam_role_policy"))
      .filter((policy) => of(policy.role))
      .map(({ policy }) => policy);
    const managed = Object.values(this.resources("aws_iam_role_policy_attachment"))
      .filter((attachment) => of(attachment.role))
      .map(({ policy_arn: arn }) => /^\$\{(aws_iam_policy\.\w+)\.arn\}$/.exec(String(arn))?.[1])
      .map((address) => this.resource(address ?? "a policy of AWS").policy);
    return [...inline, ...managed].flatMap(statementsOf);
  }

  /** Who may take a role. */
  public trustOf(role: string): readonly Statement[] {
    return statementsOf(this.resource(`aws_iam_role.${role}`).assume_role_policy);
  }

  /** The most that roles of an environment's center can do. */
  public boundaryOf(environment: string): readonly Statement[] {
    return statementsOf(this.resource(`aws_iam_policy.${environment}_boundary`).policy);
  }
}
