import { BRANCHES } from "./branches";
import { HOLLOW_HOUR_PROBES } from "./hollow-hour";
import { NEXT_ACTION } from "./next-action";
import { OTHER_TYPES } from "./other-types";
import type { Probe } from "./probe";
import { PULUMI_PROBES } from "./pulumi";
import { SINGLE } from "./single";

export { END, type Probe } from "./probe";

/** Every answer of Amazon Connect that is known, none of which is ours: nothing here has run in AWS. */
export const PROBES: readonly Probe[] = [
  ...[...SINGLE, ...BRANCHES, ...NEXT_ACTION, ...OTHER_TYPES],
  ...HOLLOW_HOUR_PROBES,
  ...PULUMI_PROBES,
];
