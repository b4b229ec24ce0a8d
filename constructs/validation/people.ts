import type { UserValue } from "../value/contact-center-value";
import type { Report } from "./fault";
import { checkLimit } from "./limits";
import type { References } from "./references";

/** Each user has one routing profile and at least one security profile, all of which exist. */
export function checkPeople(users: readonly UserValue[], names: References, report: Report): void {
  for (const user of users) {
    const place = `user "${user.username}"`;
    names.routingProfile(place, user.routingProfile);
    for (const profile of user.securityProfiles) {
      names.securityProfile(place, profile);
    }
    checkLimit("UserValue.securityProfiles", user.securityProfiles, place, report);
  }
  checkRoutingProfiles(users, report);
}

/** Refuses a user who is listed with two routing profiles: an agent has only one. */
function checkRoutingProfiles(users: readonly UserValue[], report: Report): void {
  for (const username of new Set(users.map((user) => user.username))) {
    const profiles = new Set(
      users.filter((user) => user.username === username).map((user) => user.routingProfile),
    );
    if (profiles.size > 1) {
      report(
        `user "${username}"`,
        `has one routing profile, got ${profiles.size}: ${[...profiles].map((name) => `"${name}"`).join(" and ")}`,
      );
    }
  }
}
