import { type Allowance, type Effect, EFFECTS, type Finding } from "./finding.ts";

/** An address and what may happen there: `aws_connect_phone_number.main: destroy`. */
const ALLOWANCE = /^((?:data\.)?[a-z][a-z0-9_]*\.[A-Za-z_][\w-]*): ?([a-z]+)$/;

/** The form of an allowance, for usage texts and errors. */
export const FORM = `ADDRESS: ${Object.keys(EFFECTS).join("|")}`;

/**
 * Reads what a change allows.
 *
 * @param text - `aws_connect_phone_number.main: destroy`
 * @throws Error that says what is wrong, and what would be right.
 */
export function parseAllowance(text: string): Allowance {
  const [, address, effect] = ALLOWANCE.exec(text.trim()) ?? [];
  if (address !== undefined && isEffect(effect)) return { address, effect };
  throw new Error(
    `must be an address and what may happen there (${FORM}), such as aws_connect_phone_number.main: destroy, got ${JSON.stringify(text)}`,
  );
}

/**
 * The allowances that would let findings pass, each once. A finding at an address that isn't strictly formed
 * has none, since a plan contains text of others.
 */
export function allowancesFor(findings: readonly Finding[]): readonly string[] {
  const all = findings.flatMap(({ addresses, effect }) =>
    effect === undefined ? [] : addresses.map((address) => allowanceText({ address, effect })),
  );
  return [...new Set(all)].filter((text) => ALLOWANCE.test(text));
}

/** Formats an allowance so that it can be read again. */
export function allowanceText({ address, effect }: Allowance): string {
  return `${address}: ${effect}`;
}

function isEffect(word: string | undefined): word is Effect {
  return word !== undefined && Object.hasOwn(EFFECTS, word);
}
