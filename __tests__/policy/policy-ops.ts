import type { Op } from "./op";
import { type Statement, statementsOf } from "./policy-document";

/** An operator on each statement that allows something. */
const allowing = (faultOf: (statement: Statement, expected: unknown) => string | undefined): Op =>
  documents((statements, expected) =>
    statements
      .filter(({ effect }) => effect === "Allow")
      .map((statement) => {
        const fault = faultOf(statement, expected);
        return fault === undefined ? undefined : `${statement.sid}: ${fault}`;
      }),
  );

/** Operators on IAM policies, which stand in the configuration as JSON in a string. */
export const POLICY_OPS = {
  /** Some statement denies everything to everybody who comes without TLS. */
  "policy:denyInsecureTransport": documents((statements) =>
    statements.some(
      ({ effect, principals, actions, resources, conditions }) =>
        effect === "Deny" &&
        Object.values(principals).flat().includes("*") &&
        actions.includes("s3:*") &&
        resources.some((resource) => resource.endsWith("/*")) &&
        resources.some((resource) => !resource.endsWith("/*")) &&
        conditions.Bool?.["aws:SecureTransport"]?.includes("false") === true &&
        Object.keys(conditions).length === 1,
    )
      ? []
      : ["must deny s3:* on bucket and objects without TLS"],
  ),

  /** Everybody is allowed only from a named account, organization or resource. */
  "policy:noPublicAllow": allowing(({ principals, inverted, conditions }) => {
    const everybody = inverted || Object.values(principals).flat().includes("*");
    const narrowed = Object.entries(conditions).some(
      ([operator, keys]) =>
        /^(String|Arn)(Equals|Like)$/.test(operator) &&
        Object.keys(keys).some((key) => NARROWING.includes(key)),
    );
    return everybody && !narrowed ? "must not allow everybody" : undefined;
  }),

  /** A wildcard is no action of any list. */
  "policy:actionsSubset": allowing(({ actions, inverted }, expected) => {
    const others = actions.filter((action) => !(expected as string[]).includes(action));
    return inverted || others.length > 0
      ? `must allow only what is listed, got ${inverted ? "NotAction" : others.join(", ")}`
      : undefined;
  }),

  "policy:noWildcardActions": allowing(({ actions, inverted }) => {
    const wild = actions.filter((action) => action.includes("*"));
    return inverted || wild.length > 0
      ? `must name its actions, got ${inverted ? "NotAction" : wild.join(", ")}`
      : undefined;
  }),

  "policy:resourcesScoped": allowing(({ actions, resources, inverted }, expected) => {
    const { service, pattern } = expected as { service: string; pattern: string };
    if (!actions.some((action) => action.startsWith(`${service}:`) || action === "*")) {
      return undefined;
    }
    const others = resources.filter((resource) => !new RegExp(pattern).test(resource));
    return inverted || others.length > 0
      ? `must allow ${service} on ${pattern} only, got ${others.join(", ")}`
      : undefined;
  }),

  "policy:trustOnly": allowing(({ principals, inverted }, expected) => {
    const others = Object.entries(principals).flatMap(([kind, names]) =>
      kind === "Service" ? names.filter((name) => !(expected as string[]).includes(name)) : names,
    );
    return inverted || others.length > 0
      ? `must trust only ${(expected as string[]).join(", ")}, got ${others.join(", ")}`
      : undefined;
  }),

  /** GitHub's tokens count only for this audience, for subjects without wildcards, and workflows. */
  "policy:githubOidc": allowing(({ principals, actions, conditions }) => {
    const saml = actions.every((action) => SAML_ACTIONS.includes(action));
    if (principals.Federated === undefined || saml) {
      return undefined;
    }
    const values = (operator: string, claim: string) =>
      Object.entries(conditions[operator] ?? {}).find(([key]) => key.endsWith(`:${claim}`))?.[1] ??
      [];
    const subjects = values("StringEquals", "sub").map((text) => SUBJECT.exec(text)?.groups);
    const workflows = values("StringLike", "job_workflow_ref").map(
      (text) => WORKFLOW.exec(text)?.groups,
    );
    const repositories = new Set([
      ...subjects.map((found) => found && `${found.owner ?? ""}/${found.name ?? ""}`),
      ...workflows.map((found) => found?.repository),
    ]);
    const audience = values("StringEquals", "aud").join();
    return audience === "sts.amazonaws.com" &&
      subjects.length > 0 &&
      workflows.length > 0 &&
      repositories.size === 1 &&
      !repositories.has(undefined)
      ? undefined
      : `must name audience, repository and workflows exactly, got ${JSON.stringify(conditions)}`;
  }),
} satisfies Readonly<Record<string, Op>>;

const NARROWING = [
  "aws:PrincipalAccount",
  "aws:PrincipalArn",
  "aws:PrincipalOrgID",
  "aws:SourceAccount",
  "aws:SourceArn",
  "kms:CallerAccount",
];

const SAML_ACTIONS = ["sts:AssumeRoleWithSAML", "sts:TagSession"];

/** @see https://docs.github.com/en/actions/reference/security/oidc */
const SUBJECT =
  /^repo:(?<owner>[\w.-]+)(@\d+)?\/(?<name>[\w.-]+)(@\d+)?:(pull_request|(environment|ref):[\w./-]+)$/;

/** Of main, or of a pull request merged into it, whatever its number. */
const WORKFLOW =
  /^(?<repository>[\w.-]+\/[\w.-]+)\/\.github\/workflows\/[\w-]+\.yml@refs\/(heads\/main|pull\/\*\/merge)$/;

/** An operator on whole policies. */
function documents(
  faultsOf: (statements: Statement[], expected: unknown) => readonly (string | undefined)[],
): Op {
  return (values, expected) =>
    values.flatMap((policy) => {
      try {
        return faultsOf(statementsOf(policy), expected).filter((fault) => fault !== undefined);
      } catch (error) {
        if (error instanceof SyntaxError) {
          return [`must be plain JSON, got ${String(policy)}`];
        }
        throw error;
      }
    });
}
