import { only, plain } from "./rules.ts";
import { type Block, type Rule, shown } from "./shape.ts";

/** The users who may be given a password, by username. */
const OF_USERS =
  /^\$\{alltrue\(\[for name in keys\(var\.initial_passwords\) : contains\(\[(?:"[^"\\$%]+"(?:,"[^"\\$%]+")*)?\], name\)\]\)\}$/;

/** The requirements of a password. */
const STRONG = [
  "${alltrue([for password in values(var.initial_passwords) :",
  'can(regex("^\\\\S{8,64}$", password)) && can(regex("[a-z]", password)) &&',
  'can(regex("[A-Z]", password)) && can(regex("[0-9]", password))])}',
].join(" ");

const condition: Rule = (value) =>
  value === STRONG || (typeof value === "string" && OF_USERS.test(value))
    ? []
    : [`must be one of those in constructs/connect/initial-passwords.ts, got ${shown(value)}`];

/**
 * The one variable. It is sensitive, so no plan shows what is computed from it. A second one could hide a
 * policy from the person who approves the plan.
 */
export const VARIABLES = {
  initial_passwords: {
    default: {},
    description: plain,
    sensitive: only(true),
    type: only("map(string)"),
    validation: [{ condition, error_message: plain }],
  },
} satisfies Block;
