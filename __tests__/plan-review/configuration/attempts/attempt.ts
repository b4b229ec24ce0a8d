import type { Change } from "../change";

/** What somebody who controls the synth could try, and how each fault that it makes begins. */
export type Attempt = readonly [what: string, change: Change, ...faults: string[]];
