import { didYouMean } from "../../contact-flow/did-you-mean";
import { PERMISSIONS } from "../../contact-flow/security-profile-permissions";
import type { SecurityProfileValue } from "../value/contact-center-value";
import type { Report } from "./fault";

/** The service's API model, CreateSecurityProfile. */
const NAME = /^[ a-zA-Z0-9_@-]*$/;

/** Refuses permissions that Amazon Connect doesn't know: people would lack the right that was meant. */
export function checkSecurityProfiles(
  profiles: readonly SecurityProfileValue[],
  report: Report,
): void {
  for (const { name, permissions } of profiles) {
    const place = `security profile "${name}"`;
    if (!NAME.test(name)) {
      report(
        place,
        "name must have letters, digits, spaces, hyphens, underscores and @ only, as Amazon Connect takes it",
      );
    }
    if (permissions.length === 0) {
      report(place, "permissions must have one at least, got none: its users could do nothing");
    }
    for (const permission of new Set(permissions)) {
      if (!PERMISSIONS.has(permission)) {
        report(
          place,
          `permissions names "${permission}", which Amazon Connect doesn't know${didYouMean(permission, [...PERMISSIONS])}; all are in contact-flow/security-profile-permissions.ts`,
        );
      }
      if (permissions.indexOf(permission) !== permissions.lastIndexOf(permission)) {
        report(place, `permissions names "${permission}" twice: drop one`);
      }
    }
  }
}
