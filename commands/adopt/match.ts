import { OperatorError } from "../../sandbox/machine/errors";

/** A live thing. */
export interface LiveThing {
  readonly id: string;
  readonly name: string;
  /** Of a flow: it was saved but never published, and can't be read. */
  readonly draft?: boolean;
}

/** What is there doesn't say which live thing is meant. */
export class AmbiguousMatchError extends OperatorError {
  public override readonly name = "AmbiguousMatchError";
}

/**
 * The live thing of a name. Nothing is guessed: names that differ only in case or spaces might be
 * the same thing or another, and only a person knows.
 *
 * @param kind - In words: `queue`.
 * @param name - As the code has it.
 * @throws AmbiguousMatchError if two have that name, or none but some with almost that name.
 */
export function matchByName<T extends LiveThing>(
  kind: string,
  name: string,
  live: readonly T[],
): T | undefined {
  const [match, ...others] = live.filter((each) => each.name === name);
  if (match !== undefined && others.length === 0) return match;
  if (match !== undefined) {
    const ids = [match, ...others].map(({ id }) => id).join(", ");
    throw new AmbiguousMatchError(
      `${kind} "${name}" must be one, but ${others.length + 1} have that name: ${ids}; rename or delete all but one`,
    );
  }
  const almost = live.filter((each) => loosely(each.name) === loosely(name));
  if (almost.length === 0) return undefined;
  const found = almost.map((each) => `"${each.name}" (${each.id})`).join(" and ");
  throw new AmbiguousMatchError(
    `${kind} "${name}" is in the code, ${found} in the instance: the same thing? Then give it the same name on either side; if not, a name that differs in more than case and spaces`,
  );
}

function loosely(name: string): string {
  return name.normalize("NFKC").trim().replace(/\s+/g, " ").toLowerCase();
}
