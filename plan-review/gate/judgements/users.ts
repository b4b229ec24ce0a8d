import { listOf, valueAt } from "../../values.ts";
import type { PlannedChange } from "../../plan.ts";
import type { Context } from "../context.ts";
import type { Judgement } from "../type-rules.ts";
import { routing } from "./routing.ts";

/** Those that let people take calls, and nothing else. */
const HARMLESS = ["Agent"];

/** Without somebody who has it, nobody can mend anything by hand. */
const ADMINISTRATOR = "Admin";

const PROFILES =
  "https://docs.aws.amazon.com/connect/latest/adminguide/connect-security-profiles.html";

/** One may go whose calls others get, and whose rights somebody else has. */
export const goneUser: Judgement = (change, context) => [
  ...routing(change, context),
  ...lastAdministrator(change, context),
];

/** What an agent may do. */
const AGENT_PERMISSIONS = ["BasicAgentAccess", "OutboundCallAccess"];

/**
 * Security profiles say what a user may do in Connect. One that is taken away is nobody's gain; one
 * that is given must be named, but for that of an agent. In a center that isn't in service yet a new
 * user may have any, and one that is taken over those which only the apply tells.
 */
export const securityProfiles: Judgement = (change, context) => {
  const value = context.after(change, ["security_profile_ids"]);
  if (context.isNew(change) && (change.before === null || value.kind !== "known")) return [];
  const old = listOf(change.before?.security_profile_ids);
  const given =
    value.kind === "known"
      ? listOf(value.value).filter((id) => !old.includes(id))
      : ["what isn't known yet"];
  const names = profileNames(context);
  const harmful = given
    .map((id) => names.get(id) ?? String(id))
    .filter((name) => !HARMLESS.includes(name));
  return harmful.length === 0
    ? []
    : [
        {
          effect: "grant",
          happens: `gives the user the security profile ${harmful.join(", ")}`,
          because: "it may let them hear recordings, change flows, or become any other user",
          source: PROFILES,
          cure: `leave the profiles as they are, or give ${HARMLESS.join(", ")}`,
        },
      ];
};

/** Who has a profile keeps one; and somebody who is there is an administrator, if somebody was. */
export const keptProfiles: Judgement = (change, context) => {
  const value = context.after(change, ["security_profile_ids"]);
  const old = listOf(change.before?.security_profile_ids);
  // That it isn't known is said by the other rule.
  if (value.kind !== "known") return [];
  if (listOf(value.value).length === 0 && old.length > 0) {
    return [
      {
        effect: "disrupt",
        happens: "takes every security profile away from the user",
        because: "without one nobody can sign in, and Connect refuses it half-way",
        source: PROFILES,
        cure: "leave the user a profile",
      },
    ];
  }
  return lastAdministrator(change, context);
};

const lastAdministrator: Judgement = (change, context) => {
  const names = profileNames(context);
  const isOne = (values: PlannedChange["after"]) =>
    listOf(values?.security_profile_ids).some((id) => names.get(id) === ADMINISTRATOR);
  const stay = context.resources.some(
    ({ type, before, after }) => type === "aws_connect_user" && before !== null && isOne(after),
  );
  if (stay || !isOne(change.before)) return [];
  return [
    {
      effect: "disrupt",
      happens: `leaves nobody who is there now with the security profile ${ADMINISTRATOR}`,
      because: "nobody can change people or flows by hand any more",
      source: PROFILES,
      cure: "let somebody have it first, and take it away in a later change",
    },
  ];
};

/** New people have an e-mail address where others have theirs: people's, or that of an alarm. */
export const emailOfStranger: Judgement = (change, context) => {
  if (change.before !== null || context.isNew(change)) return [];
  const known = new Set(
    context.resources.flatMap(({ before }) =>
      [...emailsIn(before), before?.endpoint].flatMap((each) => domainOf(each) ?? []),
    ),
  );
  const strange = emailsIn(change.after)
    .flatMap((each) => domainOf(each) ?? [])
    .find((domain) => known.size > 0 && !known.has(domain));
  if (strange === undefined) return [];
  return [
    {
      effect: "grant",
      happens: `lets somebody in whose e-mail address is at ${strange}, where nobody's is`,
      because: "who reads it can set the user's password, and takes callers' calls",
      source: "https://docs.aws.amazon.com/connect/latest/adminguide/password-reset.html",
      cure: "give an address of the company; or name it, once somebody has looked at it",
    },
  ];
};

function emailsIn(user: PlannedChange["after"]): readonly unknown[] {
  return ["email", "secondary_email"].map((name) => valueAt(user?.identity_info, [0, name]));
}

function domainOf(address: unknown): string | undefined {
  if (typeof address !== "string" || !address.includes("@")) return undefined;
  const [, domain = address] = /^[^@\s,;]+@([^@]+)$/.exec(address) ?? [];
  return domain.toLowerCase();
}

/**
 * What a security profile lets its users do, all at once: a permission that is taken away is nobody's gain, one
 * that is given must be named, but for those of an agent.
 */
export const permissions: Judgement = (change, context) => {
  if (change.before === null) return [];
  const value = context.after(change, ["permissions"]);
  const old = listOf(change.before.permissions);
  const given =
    value.kind === "known"
      ? listOf(value.value).filter((each) => !old.includes(each))
      : ["that isn't known yet"];
  const harmful = given.map(String).filter((each) => !AGENT_PERMISSIONS.includes(each));
  return harmful.length === 0
    ? []
    : [
        {
          effect: "grant",
          happens: `gives all users with this security profile the permission ${harmful.join(", ")}`,
          because: "it may let them hear recordings, change flows, or become any other user",
          source:
            "https://docs.aws.amazon.com/connect/latest/adminguide/security-profile-list.html",
          cure: "leave the permissions as they are, or take some away",
        },
      ];
};

/** Names of security profiles by their ids, as data sources have read them. */
function profileNames({ plan }: Context): ReadonlyMap<unknown, string> {
  const read = [...plan.data]
    .filter(([address]) => address.startsWith("data.aws_connect_security_profile."))
    .map(([, values]) => values);
  return new Map(read.map((values) => [values.security_profile_id, String(values.name)]));
}
