import { listOf } from "../../values.ts";
import type { Context } from "../context.ts";
import type { Judgement } from "../type-rules.ts";

/** Those that let people take calls, and nothing else. */
const HARMLESS = ["Agent"];

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
          source:
            "https://docs.aws.amazon.com/connect/latest/adminguide/connect-security-profiles.html",
          cure: `leave the profiles as they are, or give ${HARMLESS.join(", ")}`,
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
