import { FLOW_AS_CODE } from "./flow-as-code";
import { HOLLOW_HOUR_PROBES, PULUMI_PROBES } from "./others";
import type { Probe } from "./probe";

export { END, type Probe } from "./probe";

/** Every answer of Amazon Connect that is known, none of which is ours: nothing here has run in AWS. */
export const PROBES: readonly Probe[] = [...FLOW_AS_CODE, ...HOLLOW_HOUR_PROBES, ...PULUMI_PROBES];
