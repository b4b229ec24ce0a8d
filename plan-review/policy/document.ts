import { isObject, type JsonObject } from "../values.ts";
import { clausesOf } from "./conditions.ts";
import { duplicateKey } from "./duplicate-keys.ts";
import { onlyKeys, partsOf, PolicyError, scalarsIn, textsIn } from "./grammar.ts";
import { principalsIn } from "./principals.ts";
import type { Part } from "./parts.ts";
import type { Statement } from "./statement.ts";

/**
 * To what a policy is attached: to a role (`identity`), to a thing that it opens (`resource`), or to
 * a role as the policy that says who takes it (`trust`).
 */
export type PolicyKind = "identity" | "resource" | "trust";

/** No service takes a longer policy. */
const LONGEST_POLICY = 65_536;

const EVERYTHING: readonly Part[] = [{ is: "*" }];

/**
 * The statements of a policy.
 *
 * @param policy - JSON as Terraform's plan has it; null or `""` for none.
 * @throws PolicyError for whatever isn't written as IAM's grammar says.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html
 */
export function statementsOf(policy: unknown, kind: PolicyKind): Statement[] {
  if (policy === null || policy === "") return [];
  const document = parsed(policy);
  onlyKeys(document, ["Version", "Id", "Statement"]);
  const { Version: version = "2008-10-17", Statement: list } = document;
  if (version !== "2012-10-17" && version !== "2008-10-17") {
    throw new PolicyError(`there is no Version ${JSON.stringify(version)}`);
  }
  const sids = new Set<unknown>();
  return (Array.isArray(list) ? list : [list]).map((statement: unknown, index) => {
    try {
      if (!isObject(statement)) throw new PolicyError("it is no object");
      const { Sid: sid } = statement;
      if (sids.has(sid)) throw new PolicyError(`another one has its Sid ${JSON.stringify(sid)}`);
      if (sid !== undefined && sid !== "") sids.add(sid);
      return statementOf(statement, kind, version === "2012-10-17");
    } catch (error) {
      if (!(error instanceof PolicyError)) throw error;
      throw new PolicyError(`statement ${index + 1}: ${error.message}`);
    }
  });
}

function parsed(policy: unknown): JsonObject {
  if (typeof policy !== "string") throw new PolicyError("it is no text");
  if (policy.length > LONGEST_POLICY) throw new PolicyError("it is longer than AWS takes");
  let document: unknown;
  try {
    document = JSON.parse(policy);
  } catch {
    throw new PolicyError("it is no JSON");
  }
  if (!isObject(document)) throw new PolicyError("it is no object");
  const twice = duplicateKey(policy);
  if (twice !== undefined) throw new PolicyError(`${twice} stands twice in one object`);
  return document;
}

function statementOf(statement: JsonObject, kind: PolicyKind, hasVariables: boolean): Statement {
  const { Effect: effect, Condition: condition = {} } = statement;
  onlyKeys(statement, [
    ...["Sid", "Effect", "Action", "NotAction", "Condition"],
    ...(kind === "identity" ? [] : ["Principal", "NotPrincipal"]),
    ...(kind === "trust" ? [] : ["Resource", "NotResource"]),
  ]);
  if (effect !== "Allow" && effect !== "Deny") {
    throw new PolicyError("its Effect is neither Allow nor Deny");
  }
  // Variables came with the version of 2012: before that a dollar was a dollar.
  const text = (value: string): string => (hasVariables ? value : value.replaceAll("$", "${$}"));
  return {
    effect,
    principals: kind === "identity" ? EVERYTHING : partsOf(statement, "Principal", principalsIn),
    actions: partsOf(statement, "Action", textsIn),
    resources:
      kind === "trust"
        ? EVERYTHING
        : partsOf(statement, "Resource", (value) => textsIn(value).map(text)),
    clauses: clausesOf(condition, (value) => scalarsIn(value).map(text)),
  };
}
