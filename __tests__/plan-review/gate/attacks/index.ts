import type { Attack } from "./attack";
import { CALLERS } from "./callers";
import { CUT_OFF } from "./cut-off";
import { DELETIONS } from "./deletions";
import { DISGUISED } from "./disguised";
import { FLOWS } from "./flows";
import { KEPT } from "./kept";
import { MENUS } from "./menus";
import { OPENING } from "./opening";
import { OVERWRITES } from "./overwrites";
import { PRIVILEGES } from "./privileges";
import { PROTECTIONS } from "./protections";
import { QUICK_CONNECTS } from "./quick-connects";
import { SERVICE } from "./service";
import { SILENCE } from "./silence";
import { STAFFING } from "./staffing";
import { VOICES } from "./voices";
import { WATCH } from "./watch";
import { WAYS } from "./ways";

/** What an attacker might have the apply do, or a mistake: on the center with every switch on. */
export const ATTACKS: readonly Attack[] = [
  ...OVERWRITES,
  ...PRIVILEGES,
  ...CUT_OFF,
  ...PROTECTIONS,
  ...SERVICE,
  ...STAFFING,
  ...SILENCE,
  ...VOICES,
  ...MENUS,
  ...OPENING,
  ...WATCH,
  ...KEPT,
  ...DELETIONS,
  ...FLOWS,
  ...CALLERS,
  ...QUICK_CONNECTS,
  ...WAYS,
  ...DISGUISED,
];
