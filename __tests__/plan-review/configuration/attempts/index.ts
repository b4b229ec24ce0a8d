import { ADDRESSES } from "./addresses";
import type { Attempt } from "./attempt";
import { BLOCKS } from "./blocks";
import { EXPRESSIONS } from "./expressions";
import { FILES } from "./files";
import { HIDING } from "./hiding";
import { INVOCATIONS } from "./invocations";
import { SECTIONS } from "./sections";
import { SETTINGS } from "./settings";
import { SHAPES } from "./shapes";

/** Each is refused with these faults, and no others. */
export const ATTEMPTS: readonly Attempt[] = [
  ...SHAPES,
  ...SECTIONS,
  ...SETTINGS,
  ...BLOCKS,
  ...FILES,
  ...EXPRESSIONS,
  ...HIDING,
  ...INVOCATIONS,
  ...ADDRESSES,
];
