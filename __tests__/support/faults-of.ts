import { InvalidContactCenterError } from "../../constructs/validation/fault";

/** The faults that a check finds, as lines `place: problem`. */
export function faultsOf(check: () => void): string[] {
  try {
    check();
    return [];
  } catch (error) {
    if (!(error instanceof InvalidContactCenterError)) throw error;
    return error.faults.map(({ place, problem }) => `${place}: ${problem}`);
  }
}
