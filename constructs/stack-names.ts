/**
 * The stack of an environment: `kwglobal-dev`. In a file apart from the stacks, whose constructs take a
 * second to load.
 *
 * @param environment - Its name.
 */
export function stackName(environment: string): string {
  return `kwglobal-${environment}`;
}

/**
 * The stack that prepares an account: `kwglobal-bootstrap-dev`.
 *
 * @param account - Its name.
 */
export function bootstrapStackName(account: string): string {
  return `kwglobal-bootstrap-${account}`;
}
