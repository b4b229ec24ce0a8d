import type { Statement } from "../policy-document";
import { type Action, actionsLike, hasKey, typeOfKey } from "./action-data";
import { canBe } from "./arn-pattern";
import type { Policy } from "./policies";
import { resolved } from "./references";

/** Finds what is wrong with a policy, statement by statement. */
export type Lint = (policy: Policy) => string[];

/** Actions that AWS doesn't have, and patterns that stand for none. */
export const unknownActions: Lint = perStatement(({ actions, notActions }) =>
  [...actions, ...notActions]
    .filter((action) => action !== "*" && actionsLike(action).length === 0)
    .map((action) => `AWS has no action ${action}`),
);

/**
 * Resources that no action of the statement is checked against, actions that are checked against
 * none of the statement's resources, and `*` where AWS takes something narrower.
 */
export const wrongResources: Lint = perStatement((statement, { kind }) => {
  // A trust is its role's, and in a key's policy `*` is the key.
  if (kind === "trust") {
    return statement.resources.length > 0 ? ["a trust names no resource"] : [];
  }
  if (kind === "key") {
    return statement.resources.join() === "*" ? [] : ['must be on "*", which is the key'];
  }
  if (statement.resources.length === 0) return ["must name its resources"];
  // All actions but some: some are for whatever it is.
  if (statement.notActions.length > 0) return [];
  const named = statement.resources.filter((resource) => resource !== "*").map(resolved);
  const actions = statement.actions.map((pattern) => ({ pattern, all: actionsLike(pattern) }));
  const takes = (resource: string, { resourceTypes }: Action) =>
    resourceTypes.some(({ arn }) => canBe(resource, arn));
  return [
    ...named
      .filter((resource) => !actions.some(({ all }) => all.some((each) => takes(resource, each))))
      .map((resource) => `${resource} is no resource of its actions`),
    ...actions.flatMap(({ pattern, all }) =>
      all.length === 0 ? [] : resourceFault(statement, pattern, all, named),
    ),
  ];
});

function resourceFault(
  { effect, resources }: Statement,
  pattern: string,
  all: readonly Action[],
  named: readonly string[],
): string[] {
  const narrow = all.filter(({ resourceTypes }) => resourceTypes.length > 0);
  if (resources.includes("*")) {
    return effect === "Deny" || narrow.length === 0
      ? []
      : [`${pattern} must not be on "*": it is checked against ${typesOf(narrow)}`];
  }
  if (narrow.length === 0) return [`${pattern} must be on "*": it has no resources`];
  const isTaken = narrow.some(({ resourceTypes }) =>
    resourceTypes.some(({ arn }) => named.some((resource) => canBe(resource, arn))),
  );
  return isTaken ? [] : [`${pattern} is checked against ${typesOf(narrow)}`];
}

/**
 * Resources that an action is checked against as well, and that no statement of the policy lets it
 * have: the request would be refused.
 */
export const missingResources: Lint = ({ kind, statements }) => {
  if (kind !== "identity") return [];
  const allowing = statements.filter(({ effect }) => effect === "Allow");
  const actions = new Set(allowing.flatMap(({ actions }) => actions));
  return [...actions].flatMap((pattern) => {
    const resources = allowing
      .filter((statement) => statement.actions.includes(pattern))
      .flatMap((statement) => statement.resources)
      .map(resolved);
    return actionsLike(pattern).flatMap(({ name, resourceTypes }) =>
      resourceTypes
        .filter(({ key, required }) => required && !(ALTERNATIVES[name] ?? []).includes(key))
        .filter(({ arn }) => !resources.some((each) => each === "*" || canBe(each, arn)))
        .map(({ key }) => `${name} is checked against ${key}, too`),
    );
  });
};

/** Types that AWS's data calls required although a request has another of them instead. */
const ALTERNATIVES: Readonly<Record<string, readonly string[]>> = {
  // https://docs.aws.amazon.com/connect/latest/adminguide/configure-saml.html
  "connect:GetFederationToken": ["instance"],
  // A number is claimed for an instance or for a group of instances in several Regions.
  "connect:ClaimPhoneNumber": ["traffic-distribution-group"],
  "connect:UpdatePhoneNumber": ["traffic-distribution-group"],
  "dynamodb:ListTagsOfResource": ["stream"],
  "dynamodb:TagResource": ["stream"],
  "dynamodb:UntagResource": ["stream"],
  "states:DescribeExecution": ["express"],
};

/** Condition keys that a request for the action never has, so that the condition can't mean much. */
export const unsupportedConditions: Lint = perStatement(
  ({ actions, principals, conditions }, { kind }) =>
    Object.entries(conditions).flatMap(([operator, keys]) =>
      Object.keys(keys).flatMap((key) => {
        if (kind === "trust" && isClaim(key, principals)) return [];
        const type = typeOfKey(key, actions);
        if (type === undefined) return [`AWS has no condition key ${key}`];
        return [
          ...actions
            .filter((pattern) => !actionsLike(pattern).every((action) => hasKey(action, key)))
            .map((pattern) => `requests for ${pattern} have no ${key}`),
          ...operatorFault(operator, key, type),
        ];
      }),
    ),
);

/** Whether a key is one that every OpenID Connect provider has, and its data doesn't list. */
function isClaim(key: string, principals: Statement["principals"]): boolean {
  const provider = key.replace(/:(aud|sub)$/, "");
  return (
    provider !== key &&
    (principals.Federated ?? []).some(
      (arn) =>
        arn.endsWith(`:oidc-provider/${provider}`) ||
        arn.startsWith("${aws_iam_openid_connect_provider."),
    )
  );
}

/** Which operators compare values of a type. */
const OPERATORS: Readonly<Record<string, RegExp>> = {
  ARN: /^(Arn|String)/,
  Bool: /^Bool$/,
  Date: /^Date/,
  IPAddress: /^(Not)?IpAddress$/,
  Numeric: /^Numeric/,
  String: /^(String|Arn)/,
};

/** A key with several values needs a quantifier, and one with a single value must have none. */
function operatorFault(operator: string, key: string, type: string): string[] {
  if (operator === "Null") return [];
  const compare = operator.replace(/^(ForAllValues|ForAnyValue):/, "");
  const one = type.replace("ArrayOf", "");
  if ((one !== type) !== (compare !== operator)) {
    return [`${key} has ${one === type ? "one value" : "several values"}: not ${operator}`];
  }
  const right = OPERATORS[one]?.test(compare) === true;
  return right ? [] : [`${key} is of type ${one}: not ${operator}`];
}

function typesOf(actions: readonly Action[]): string {
  const types = actions.flatMap(({ resourceTypes }) => resourceTypes.map(({ key }) => key));
  return [...new Set(types)].join(", ");
}

function perStatement(faultsOf: (statement: Statement, policy: Policy) => string[]): Lint {
  return (policy) =>
    policy.statements.flatMap((statement) =>
      faultsOf(statement, policy).map((fault) => `${statement.sid}: ${fault}`),
    );
}
