/** A statement of an IAM policy, with the fields that are used here. */
export interface Statement {
  /** Letters and digits. */
  readonly Sid?: string;
  /** Whether it allows or denies; a denial wins. */
  readonly Effect: "Allow" | "Deny";
  /** Only in a policy of a resource. */
  readonly Principal?: "*" | Readonly<Record<string, string | readonly string[]>>;
  /** Actions by service and name, `*` for any text: `s3:GetObject`. */
  readonly Action?: string | readonly string[];
  /** All actions but these. */
  readonly NotAction?: string | readonly string[];
  /** ARNs, `*` for any text. */
  readonly Resource?: string | readonly string[];
  /** When it holds: operator, key, values. */
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
 * @returns the condition that a bucket belongs to an account. Bucket names are unique in all of AWS, and
 * anybody can take the name of a deleted bucket.
 */
export function ofAccount(accountId: string): Statement["Condition"] {
  return { StringEquals: { "s3:ResourceAccount": accountId } };
}

/** @returns a policy as Terraform takes it: as plain JSON, which every tool that checks policies can read. */
export function policyDocument(statements: readonly Statement[]): string {
  return JSON.stringify({ Version: "2012-10-17", Statement: statements });
}
