import { TerraformVariable } from "cdktf";
import type { Construct } from "constructs";

import type { UserValue } from "../value/contact-center-value";

/**
 * One expression for each requirement, since RE2 has no look-ahead.
 * @see https://docs.aws.amazon.com/connect/latest/APIReference/API_CreateUser.html, Password
 */
const DEMANDS = ["^\\\\S{8,64}$", "[a-z]", "[A-Z]", "[0-9]"];

/** Initial passwords, given to Terraform when users are created; they are never part of the stack. */
export class InitialPasswords {
  private readonly variable: TerraformVariable;

  /**
   * @param users - Who may be given a password. Other names are refused, since a misspelt one would leave its
   * user without a password.
   */
  public constructor(scope: Construct, id: string, users: readonly UserValue[]) {
    this.variable = new TerraformVariable(scope, id, {
      type: "map(string)",
      description: "First password of each user that is made now, by username",
      default: {},
      sensitive: true,
    });
    const names = JSON.stringify(users.map(({ username }) => username));
    this.variable.addValidation({
      condition: `\${alltrue([for name in keys(${this.variable.fqn}) : contains(${names}, name)])}`,
      errorMessage:
        "It must name users of kwglobal.ts: compare the names, as TF_VAR_initial_passwords has them.",
    });
    const met = DEMANDS.map((demand) => `can(regex("${demand}", password))`).join(" && ");
    this.variable.addValidation({
      condition: `\${alltrue([for password in values(${this.variable.fqn}) : ${met}])}`,
      errorMessage:
        "Each password must have 8 to 64 characters without spaces, with at least one upper-case letter, one lower-case letter and one digit.",
    });
  }

  /** Null if no password is given: an existing user needs none. */
  public of(username: string): string {
    return `\${lookup(${this.variable.fqn}, ${JSON.stringify(username)}, null)}`;
  }
}
