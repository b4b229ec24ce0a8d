import fc from "fast-check";

import type { LongStatement, Request } from "./iam";

const ROLE = "arn:aws:iam::111111111111:role/r";

/** Few things, so that policies meet often, and each of them in the way of another's wildcards. */
const REQUESTED = {
  principals: [
    `AWS ${ROLE}`,
    "AWS arn:aws:iam::222222222222:user/u",
    "Service s3.amazonaws.com",
    "nobody",
  ],
  actions: ["s3:GetObject", "s3:PutObject", "s3:GetBucketPolicy", "iam:PassRole"],
  resources: [
    "arn:aws:s3:::a",
    "arn:aws:s3:::a/x",
    "arn:aws:s3:::a/u1/x:y",
    "arn:aws:s3:::*/x",
    ROLE,
  ],
  contexts: [
    {},
    { "aws:username": ["u1"], "k:text": ["a"], "k:arn": ["arn:aws:s3:::a"], "k:number": ["5"] },
    { "aws:username": ["u2"], "k:text": ["ab"], "k:arn": ["arn:aws:s3:eu:1:b"], "k:number": ["7"] },
    { "k:text": ["A"], "k:number": ["10"], "k:arn": ["a"] },
    { "k:text": ["b", "a"] },
    { "k:text": ["a", "ab"], "k:number": ["4"] },
    { "k:text": ["u1"], "aws:username": ["u1"] },
    { "k:text": [], "k:number": ["6"] },
    { "k:text": ["a*"] },
  ] as readonly Request["context"][],
};

/** All the requests there are. */
export const REQUESTS: readonly Request[] = REQUESTED.principals.flatMap((principal) =>
  REQUESTED.actions.flatMap((action) =>
    REQUESTED.resources.flatMap((resource) =>
      REQUESTED.contexts.map((context) => ({ principal, action, resource, context })),
    ),
  ),
);

const some = (values: readonly string[]): fc.Arbitrary<string[]> =>
  fc.uniqueArray(fc.constantFrom(...values), { minLength: 1, maxLength: 3 });

const principals = some([
  ...["*", "AWS *", "AWS 111111111111", "AWS 222222222222", `AWS ${ROLE}`],
  ...["Service s3.amazonaws.com", "AWS arn:aws:iam::222222222222:user/u"],
]).map((names) => (names.includes("*") ? ["*"] : names));

const actions = some([
  ...["*", "s3:*", "s3:Get*", "S3:getobject", "s3:?etObject", "s3:*Object", "s3:PutObject"],
  ...["iam:PassRole", "iam:*", "*:*", "s3:Get?*", "*Policy"],
]);

const resources = some([
  ...["*", "arn:aws:s3:::a", "arn:aws:s3:::a/*", "arn:aws:s3:::*/x", "arn:aws:s3:::a/?", ROLE],
  ...["arn:aws:s3:::a/${aws:username}/*", "arn:aws:s3:::a/u1/*:y", "arn:aws:s3:::${*}/x"],
  ...["arn:aws:s3*a/x", "arn:aws:*:a", "arn:*:role/r", "arn:aws:s3:::a*", "arn:aws:s3:::a/*/x:y"],
]);

const clauses = fc.oneof(
  fc.tuple(
    fc
      .tuple(
        fc.constantFrom("", "", "ForAllValues:", "ForAnyValue:"),
        fc.constantFrom("String", "StringNot"),
        fc.constantFrom("Equals", "Like", "EqualsIgnoreCase"),
        fc.constantFrom("", "", "IfExists"),
      )
      .map((parts) => parts.join("")),
    fc.constant("k:text"),
    some(["a", "b", "ab", "A", "a*", "a?", "*", "${aws:username}", "${*}"]),
  ),
  fc.tuple(
    fc.constantFrom("ArnEquals", "ArnLike", "ArnNotEquals", "ArnNotLike", "ArnLikeIfExists"),
    fc.constant("k:arn"),
    some(["arn:aws:s3:::a", "arn:aws:s3:*:*:*", "arn:aws:s3*:b", "arn:aws:s3:::*", "*", "arn:*"]),
  ),
  fc.tuple(
    fc.constantFrom(
      "NumericEquals",
      "NumericNotEquals",
      "NumericLessThan",
      "NumericGreaterThanEquals",
    ),
    fc.constant("k:number"),
    some(["4", "5", "7"]),
  ),
  fc.tuple(
    fc.constant("Null"),
    fc.constantFrom("k:text", "k:number"),
    fc.constantFrom(["true"], ["false"], ["true", "false"]),
  ),
);

const conditions = fc
  .uniqueArray(clauses, { maxLength: 2, selector: ([operator, key]) => operator + key })
  .map((list): LongStatement["Condition"] => list);

const either = (name: string, values: fc.Arbitrary<string[]>) =>
  fc.oneof(
    { weight: 4, arbitrary: values.map((list) => ({ [name]: list })) },
    { weight: 1, arbitrary: values.map((list) => ({ [`Not${name}`]: list })) },
  );

const statement: fc.Arbitrary<LongStatement> = fc
  .tuple(
    fc.constantFrom("Allow", "Allow", "Deny"),
    either("Principal", principals),
    either("Action", actions),
    either("Resource", resources),
    conditions,
  )
  .map(([effect, principal, action, resource, condition]) => ({
    Effect: effect,
    ...principal,
    ...action,
    ...resource,
    Condition: condition,
  }));

export const statements = fc.array(statement, { minLength: 1, maxLength: 3 });

/** A policy and what somebody might make of it: each statement stays, or changes in one element. */
export const changes = statements.chain((before) =>
  fc
    .tuple(
      fc.tuple(
        ...before.map((old) =>
          fc.oneof(
            fc.constant(old),
            conditions.map((Condition) => ({ ...old, Condition })),
            principals.map((Principal) => without(old, "NotPrincipal", { Principal })),
            actions.map((Action) => without(old, "NotAction", { Action })),
            resources.map((Resource) => without(old, "NotResource", { Resource })),
            resources.map((NotResource) => without(old, "Resource", { NotResource })),
          ),
        ),
      ),
      fc.array(statement, { maxLength: 1 }),
      fc.boolean(),
    )
    .map(([edited, added, first]) => {
      const after = [...edited, ...added];
      return { before, after: first ? after.slice(1) : after };
    }),
);

function without(
  old: LongStatement,
  name: keyof LongStatement,
  next: Partial<LongStatement>,
): LongStatement {
  const rest = Object.entries(old).filter(([key]) => key !== name);
  return { ...(Object.fromEntries(rest) as unknown as LongStatement), ...next };
}
