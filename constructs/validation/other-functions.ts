import type { ContactCenterValue } from "../value/contact-center-value";
import type { Report } from "./fault";
import { checkLimit } from "./limits";

/** Functions of other projects are named as Lambda names them, each once, and none is the center's own. */
export function checkOtherFunctions(
  { otherFunctions = [], vanityNumbers }: ContactCenterValue,
  report: Report,
): void {
  const place = "otherFunctions";
  checkLimit("ContactCenterValue.otherFunctions", otherFunctions, place, report);
  for (const name of new Set(otherFunctions)) {
    checkLimit("ContactCenterValue.otherFunctions, each", name, place, report, {
      label: `"${name}"`,
    });
    if (!/^[\w-]*$/.test(name)) {
      report(
        place,
        `must be names of letters, digits, _ and -, as Lambda lists them, got "${name}": neither an ARN nor a version`,
      );
    }
    if (name === vanityNumbers.functionName) {
      report(
        place,
        `"${name}" is vanityNumbers.functionName, which flows may call anyway: leave it out`,
      );
    }
    if (otherFunctions.filter((each) => each === name).length > 1) {
      report(place, `"${name}" is there twice: leave one out`);
    }
  }
}
