/** A statement of an IAM policy, with the fields that are used here. */
export interface Statement {
  /** Letters and digits. */
  readonly Sid?: string;
  readonly Effect: "Allow" | "Deny";
  /** Only where the policy belongs to a resource. */
  readonly Principal?: "*" | Readonly<Record<string, string | readonly string[]>>;
  readonly Action?: string | readonly string[];
  readonly NotAction?: string | readonly string[];
  readonly Resource?: string | readonly string[];
  readonly Condition?: Readonly<
    Record<string, Readonly<Record<string, string | readonly string[]>>>
  >;
}

/** @returns a statement that lets its role do something to some resources. */
export function allow(
  actions: readonly string[],
  resources: readonly string[],
  condition?: Statement["Condition"],
): Statement {
  return {
    Effect: "Allow",
    Action: actions,
    Resource: resources,
    ...(condition !== undefined && { Condition: condition }),
  };
}

/**
 * @returns the condition that a bucket is an account's: names are unique in all of AWS, and whoever
 * deletes a bucket leaves its name to everybody.
 */
export function ofAccount(accountId: string): Statement["Condition"] {
  return { StringEquals: { "s3:ResourceAccount": accountId } };
}

/** @returns a policy as Terraform takes it: plain JSON, which every check of policies can read. */
export function policyDocument(statements: readonly Statement[]): string {
  return JSON.stringify({ Version: "2012-10-17", Statement: statements });
}
