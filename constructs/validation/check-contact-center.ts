import type { ContactCenterValue, Environment } from "../value/contact-center-value";
import { checkAddresses } from "./addresses";
import { type Fault, InvalidContactCenterError } from "./fault";
import { checkAgentPhones } from "./agent-phones";
import { checkContactLensRules } from "./contact-lens-rules";
import { checkEvaluationForms } from "./evaluation-forms";
import { checkFlows } from "./flows";
import { checkHierarchy } from "./hierarchy";
import { checkHours, placeOfHours } from "./hours";
import { checkIdentity } from "./identity";
import { checkMessage } from "./message";
import { checkNames } from "./names";
import { checkOtherFunctions } from "./other-functions";
import { checkPeople } from "./people";
import { checkPhones } from "./phones";
import { checkQuotas, quotasToRaise } from "./quotas";
import { References } from "./references";
import { checkReporting, unwatched } from "./reporting";
import { checkRouting } from "./routing";
import { checkSecurityProfiles } from "./security-profiles";
import { checkVanityNumbers } from "./vanity-numbers";
import { checkAcceptedWarnings, type SortedWarnings, sortWarnings } from "./warnings/accepted";
import { holidayWarnings } from "./warnings/holidays";
import { placeholderWarnings } from "./warnings/placeholders";
import { recordingWarnings } from "./warnings/recordings";
import { regionWarnings } from "./warnings/regions";
import { afterCallWorkWarnings, staffingWarnings } from "./warnings/staffing";
import { thresholdWarnings } from "./warnings/thresholds";
import { usernameWarnings } from "./warnings/usernames";

/**
 * Refuses a value that Amazon Connect or Terraform would refuse later, or that contradicts itself.
 *
 * @param today - The day from which the holidays of the next months are checked.
 * @returns Warnings: what is no fault, but a person should decide about.
 * @throws InvalidContactCenterError that lists every fault, its place and what would be right.
 */
export function checkContactCenter(
  center: ContactCenterValue,
  environment: Environment,
  today = new Date(),
): SortedWarnings {
  const faults: Fault[] = [];
  const report = (place: string, problem: string) => {
    faults.push({ place, problem });
  };
  const names = new References(center, report);
  checkNames(center, environment.suffix, report);
  checkAddresses(center, report);
  checkHours(center.hoursOfOperation, report);
  checkMessage(center, report);
  checkHierarchy(center.hierarchy, center.users, report);
  checkIdentity(center, report);
  checkPeople(center.users, names, report);
  checkSecurityProfiles(center.securityProfiles ?? [], report);
  checkRouting(center, names, report);
  checkPhones(center, environment, names, report);
  checkAgentPhones(center, report);
  checkVanityNumbers(center.vanityNumbers, report);
  checkOtherFunctions(center, report);
  checkContactLensRules(center, report);
  checkEvaluationForms(center.evaluationForms ?? [], report);
  checkReporting(center, environment, report);
  checkQuotas(environment, report);
  checkAcceptedWarnings(center, report);
  for (const { name, template, announces } of center.flows) {
    names.template(`flow "${name}"`, template);
    if (announces !== undefined) {
      names.announcedHours(`flow "${name}"`, announces);
    }
  }
  const sound = center.hoursOfOperation.filter(
    (hours) => !faults.some(({ place }) => place === placeOfHours(hours)),
  );
  const warnings = checkFlows(center, sound, report);
  if (faults.length > 0) {
    throw new InvalidContactCenterError(faults);
  }
  const { account } = environment;
  return sortWarnings(
    [
      ...warnings,
      ...quotasToRaise(center, environment.quotas),
      ...staffingWarnings(center),
      ...regionWarnings(center, today),
      ...holidayWarnings(center, today),
      ...afterCallWorkWarnings(center),
      ...thresholdWarnings(center),
      ...usernameWarnings(center),
      ...recordingWarnings(center),
      ...unwatched(center, environment),
      ...placeholderWarnings({ center, accounts: [account], environments: [environment] }),
    ],
    center,
  );
}
