import type { Account, Environment, GitHub } from "../value/contact-center-value";
import { LIMITS, range } from "../value/limits";
import { type Fault, InvalidContactCenterError, quoted, type Report } from "./fault";
import { isWithin } from "./limits";

/** The accounts and environments of kwglobal.ts. */
export interface Places {
  /** The AWS accounts that hold environments. */
  readonly accounts: readonly Account[];
  /** The environments, each in one of the accounts. */
  readonly environments: readonly Environment[];
  /** The repository whose workflows plan and apply. */
  readonly github: GitHub;
}

/** The form of a name that becomes part of the names of roles, stacks and GitHub's environments. */
const NAME = /^[a-z\d]+(-[a-z\d]+)*$/;
const ACCOUNT_ID = /^\d{12}$/;
const REGION = /^[a-z]{2}(-[a-z]+)+-\d$/;
const UUID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/;
/** @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucketnamingrules.html */
const BUCKET = /^(?!xn--|sthree-|amzn-s3-demo-)[a-z\d][a-z\d-]{1,61}[a-z\d](?<!-s3alias|--ol-s3)$/;
/** GitHub's own rules for the names of owners (39 characters) and repositories (100). */
const REPOSITORY = /^[a-zA-Z\d](-?[a-zA-Z\d]){0,38}\/(?!\.{1,2}$)[\w.-]{1,100}$/;

/**
 * Refuses accounts, environments and a repository that AWS or GitHub would refuse later, or that share a name
 * that must be unique.
 *
 * @throws InvalidContactCenterError that lists every fault.
 */
export function checkPlaces({ accounts, environments, github }: Places): void {
  const faults: Fault[] = [];
  const report = (place: string, problem: string) => {
    faults.push({ place, problem });
  };
  for (const account of accounts) checkAccount(account, report);
  for (const environment of environments) checkEnvironment(environment, accounts, report);
  reportTwins("account", accounts, ["name", "id", "stateBucket"], report);
  // An alias and a bucket are unique in all of AWS, so that not even two accounts may share them.
  reportTwins("environment", environments, ["name", "suffix", "bucketSuffix"], report);
  if (!REPOSITORY.test(github.repository)) {
    report("GITHUB", `repository must be owner/name, got "${github.repository}"`);
  }
  for (const [what, id] of Object.entries(github.ids ?? {})) {
    if (!Number.isSafeInteger(id) || id <= 0) {
      report(
        "GITHUB",
        `ids.${what} must be a whole number above 0, as GitHub's API says, got ${id}`,
      );
    }
  }
  if (faults.length > 0) throw new InvalidContactCenterError(faults);
}

function checkAccount({ name, id, region, stateBucket }: Account, report: Report): void {
  const place = `account "${name}"`;
  checkName(name, place, report);
  if (!ACCOUNT_ID.test(id)) {
    report(place, `id must be the account's 12 digits, in quotes and without hyphens, got "${id}"`);
  }
  checkRegion(region, place, report);
  if (!BUCKET.test(stateBucket)) {
    report(
      place,
      `stateBucket must have ${range(LIMITS["Account.stateBucket"])} lower-case letters, digits and inner hyphens, got "${stateBucket}"`,
    );
  }
}

function checkEnvironment(
  { name, account, region, instanceId }: Environment,
  accounts: readonly Account[],
  report: Report,
): void {
  const place = `environment "${name}"`;
  checkName(name, place, report);
  checkRegion(region, place, report);
  if (instanceId !== undefined && !UUID.test(instanceId)) {
    report(
      place,
      `instanceId must be the UUID at the end of the instance's ARN, got "${instanceId}"`,
    );
  }
  if (!accounts.includes(account)) {
    const names = quoted(accounts.map((each) => each.name));
    report(place, `account must be one of ACCOUNTS (${names}), got "${account.name}"`);
  }
}

function checkName(name: string, place: string, report: Report): void {
  if (!NAME.test(name) || !isWithin("Account.name", name)) {
    report(
      place,
      `name must have ${range(LIMITS["Account.name"])} lower-case letters, digits and inner hyphens, got "${name}"`,
    );
  }
  // Names that can't be ids of constructs in the bootstrap's stack: the provider's id, and a property that
  // every object has.
  if (name === "aws" || name in {}) {
    report(place, `name must not be "${name}", which is taken: choose another one`);
  }
}

function checkRegion(region: string, place: string, report: Report): void {
  if (!REGION.test(region)) {
    report(place, `region must be an AWS Region such as us-west-2, got "${region}"`);
  }
}

/** Reports every value of `fields` that two things share. */
function reportTwins<Field extends string>(
  kind: string,
  things: readonly ({ readonly name: string } & Readonly<Record<Field, string>>)[],
  fields: readonly Field[],
  report: Report,
): void {
  for (const field of fields) {
    const owners = new Map<string, string>();
    for (const thing of things) {
      const owner = owners.get(thing[field]);
      if (owner !== undefined) {
        report(
          `${kind} "${thing.name}"`,
          `${field} "${thing[field]}" is ${kind} "${owner}"'s already: choose another`,
        );
      }
      owners.set(thing[field], thing.name);
    }
  }
}
