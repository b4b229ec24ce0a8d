import type { UserValue } from "../contact-center-value";
import type { Report } from "./fault";
import type { References } from "./references";

/** API reference, CreateUser. */
const MOST_SECURITY_PROFILES = 10;

/** Each user has one routing profile and at least one security profile, all of which exist. */
export function checkPeople(users: readonly UserValue[], names: References, report: Report): void {
  for (const user of users) {
    const place = `user "${user.username}"`;
    names.routingProfile(place, user.routingProfile);
    for (const profile of user.securityProfiles) {
      names.securityProfile(place, profile);
    }
    const count = user.securityProfiles.length;
    if (count < 1 || count > MOST_SECURITY_PROFILES) {
      report(
        place,
        `securityProfiles must have 1 to ${MOST_SECURITY_PROFILES} profiles, got ${count}`,
      );
    }
  }
  checkRoutingProfiles(users, report);
}

/** An agent has one routing profile: the same user listed with two is a contradiction. */
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
