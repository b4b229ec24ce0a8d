import type { Rule } from "../rule";
import { ACCESS_RULES } from "./access";
import { FLOWS_RULES } from "./flows";
import { FUNCTIONS_RULES } from "./functions";
import { GUARDS_RULES } from "./guards";
import { INSTANCE_RULES } from "./instance";
import { ROUTING_RULES } from "./routing";
import { STACK_RULES } from "./stack";
import { STORAGE_RULES } from "./storage";
import { WATCHING_RULES } from "./watching";

/** Every rule that is judged on synthesized stacks. */
export const RULES: readonly Rule[] = [
  ...STACK_RULES,
  ...GUARDS_RULES,
  ...INSTANCE_RULES,
  ...ROUTING_RULES,
  ...FLOWS_RULES,
  ...STORAGE_RULES,
  ...FUNCTIONS_RULES,
  ...ACCESS_RULES,
  ...WATCHING_RULES,
];
