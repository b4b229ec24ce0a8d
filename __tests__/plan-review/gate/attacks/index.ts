import type { Attack } from "./attack";
import { DELETIONS } from "./deletions";
import { FLOWS } from "./flows";
import { OVERWRITES } from "./overwrites";
import { PRIVILEGES } from "./privileges";
import { PROTECTIONS } from "./protections";
import { SERVICE } from "./service";

/** What an attacker might have the apply do, or a mistake: on the center with every switch on. */
export const ATTACKS: readonly Attack[] = [
  ...OVERWRITES,
  ...PRIVILEGES,
  ...PROTECTIONS,
  ...SERVICE,
  ...DELETIONS,
  ...FLOWS,
];
