import type { Clause } from "../conditions.ts";
import type { Part } from "../parts.ts";
import { either } from "./list.ts";

const GITHUB = "token.actions.githubusercontent.com";

/** What every GitHub job's token says of whom it is for: it tells nobody from anybody. */
const GITHUB_AUDIENCE = "sts.amazonaws.com";

/** Principals in words, with the clauses that these words say already. */
export interface Who {
  readonly words: string;
  readonly said: readonly Clause[];
}

/** Who may do something: `anybody`, `the service lambda.amazonaws.com or account 123456789012`. */
export function whoIn(principals: readonly Part[], clauses: readonly Clause[]): Who {
  if (!principals.every((part) => "is" in part && part.is.endsWith(`oidc-provider/${GITHUB}`))) {
    return { words: either(principals.map(partInWords)), said: [] };
  }
  const jobs = clauses.filter(
    ({ key, negated, ifExists, quantifier }) =>
      key === `${GITHUB}:sub` && !negated && !ifExists && quantifier !== "ForAllValues:",
  );
  const audience = clauses.filter(
    ({ key, negated, values }) =>
      key === `${GITHUB}:aud` && !negated && values.join() === GITHUB_AUDIENCE,
  );
  const [first] = jobs;
  if (first === undefined) return { words: "any job of any repository on GitHub", said: audience };
  return { words: either(first.values.map(jobInWords)), said: [first, ...audience] };
}

function partInWords(part: Part): string {
  if ("is" in part) return principalInWords(part.is);
  return `anybody but ${either(part.but.map(principalInWords), "and")}`;
}

/** @param principal - With its kind before it; `*` alone is anybody. */
function principalInWords(principal: string): string {
  const [, kind, name = ""] = /^(\w+) (.*)$/s.exec(principal) ?? [];
  if (kind === undefined || name === "*") return "anybody";
  if (kind === "Service") return `the service ${name}`;
  if (kind === "Federated") return `whoever signs in through ${providerInWords(name)}`;
  if (kind === "CanonicalUser") return `the account with the canonical id ${name}`;
  if (/^\d+$/.test(name)) return `anybody in account ${name}`;
  const [, account, type, path] = /^arn:[\w-]+:iam::(\d+):(role|user)\/(.+)$/s.exec(name) ?? [];
  return account === undefined ? name : `the ${type ?? ""} ${path ?? ""} of account ${account}`;
}

function providerInWords(arn: string): string {
  const [, type, name = ""] = /:(oidc|saml)-provider\/(.+)$/s.exec(arn) ?? [];
  if (type === undefined) return arn;
  return type === "saml" ? `the SAML provider ${name}` : name;
}

/**
 * A job of GitHub's, by the subject of its token.
 * @see https://docs.github.com/en/actions/reference/security/oidc
 */
function jobInWords(subject: string): string {
  const [, repository = "", what = ""] = /^repo:([^:]*):(.*)$/s.exec(subject) ?? [];
  const [, branch] = /^ref:refs\/heads\/(.+)$/s.exec(what) ?? [];
  const [, environment] = /^environment:(.+)$/s.exec(what) ?? [];
  if (branch !== undefined) return `GitHub's branch ${branch} of ${repository}`;
  if (environment !== undefined) return `GitHub's environment ${environment} of ${repository}`;
  if (what === "pull_request") return `a pull request of ${repository} on GitHub`;
  return `a job on GitHub with the subject ${subject}`;
}
