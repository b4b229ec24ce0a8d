import { readFileSync } from "node:fs";
import { join } from "node:path";
import {
  type Decisions,
  placeholdersIn,
} from "../../../constructs/validation/warnings/placeholders";
import { Missing } from "../../../sandbox/machine/errors";
import { PROJECT } from "../../support/stacks";
import type { Check } from "../finding";

const FILE = "kwglobal.ts";

/**
 * Whether all that a real account needs is decided.
 *
 * @param text - Of kwglobal.ts, to tell lines.
 */
export const placeholders = (
  value: Decisions,
  text = readFileSync(join(PROJECT, FILE), "utf8"),
): Check => ({
  name: FILE,
  look: () => {
    const found = placeholdersIn(value);
    if (found.length === 0) return "no placeholder is left";
    const lines = text.split("\n");
    const places = found.map(({ value: left, wanted }) => {
      const line = lines.findIndex((each) => each.includes(JSON.stringify(left))) + 1;
      return `${FILE}${line === 0 ? "" : `:${line}`} has ${left} for ${wanted}`;
    });
    throw new Missing(places.join("\n"), "put your own there before you go live (docs/go-live.md)");
  },
});
