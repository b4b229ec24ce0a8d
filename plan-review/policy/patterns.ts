/**
 * Comparison of IAM's patterns: `*` is any text, `?` one character, `${aws:username}` a text that
 * only the request knows. All of it errs on one side: what can't be shown is not claimed.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_resource.html
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html
 */

/** Whether every text that the inner pattern matches is matched by the outer one, too. */
export function isWithin(inner: string, outer: string): boolean {
  if (isLiteral(outer)) return inner === outer;
  return contains(tokensOf(outer), tokensOf(inner), () => true);
}

/**
 * The same for ARNs. AWS's pages differ in whether a wildcard reaches beyond a colon, so it is only
 * believed to where the pattern ends with it.
 */
export function isArnWithin(inner: string, outer: string): boolean {
  if (isLiteral(outer)) return inner === outer;
  const outside = tokensOf(outer);
  const inside = tokensOf(inner);
  const isLast = (tokens: readonly string[], at: number): boolean => at === tokens.length - 1;
  const endsSegment = (tokens: readonly string[], at: number): boolean => tokens[at + 1] === COLON;
  return contains(outside, inside, (wildcard, at) => {
    if (outside[wildcard] === ANY && isLast(outside, wildcard)) return true;
    const token = inside[at];
    if (token !== ANY) return token !== COLON && !isVariable(token);
    return !isLast(inside, at) && (!endsSegment(inside, at) || endsSegment(outside, wildcard));
  });
}

/** Whether no text is matched by both patterns. */
export function areApart(one: string, other: string): boolean {
  if (isLiteral(one) && isLiteral(other)) return one !== other;
  const [a, b] = [one, other].map((pattern) =>
    tokensOf(pattern).map((token) => (isVariable(token) ? ANY : token)),
  ) as [string[], string[]];
  // meets[j]: whether what is left of a, and of b from j on, has a text in common.
  let meets: boolean[] = [];
  for (let i = a.length; i >= 0; i--) {
    const row: boolean[] = [];
    for (let j = b.length; j >= 0; j--) {
      const [x, y] = [a[i], b[j]];
      if (x === undefined && y === undefined) row[j] = true;
      else if (x === ANY) row[j] = meets[j] === true || row[j + 1] === true;
      else if (y === ANY) row[j] = row[j + 1] === true || meets[j] === true;
      else row[j] = (x === y || x === ONE || y === ONE) && meets[j + 1] === true;
    }
    meets = row;
  }
  return meets[0] !== true;
}

/** A text as the pattern that matches it alone; its variables stay variables. */
export function literally(text: string): string {
  return text.replace(/\$\{[^}]*\}|[*?]/g, (part) => (part.length === 1 ? `\${${part}}` : part));
}

/** How many colons stand in a pattern as such. */
export function colonsIn(pattern: string): number {
  return tokensOf(pattern).filter((token) => token === COLON).length;
}

const ANY = "*";
const ONE = "?";
/** A character that stands for itself is written with an equals sign before it. */
const COLON = "=:";

/** Nothing in it stands for anything else, as in most patterns: they are compared at once. */
const isLiteral = (pattern: string): boolean => !/[*?$]/.test(pattern);

const isVariable = (token: string | undefined): boolean => token?.startsWith("$") === true;

function tokensOf(pattern: string): string[] {
  const tokens: string[] = [];
  for (const [token, escaped] of pattern.matchAll(/\$\{([*?$])\}|\$\{[^}]*\}|[^]/gu)) {
    if (escaped !== undefined) tokens.push(`=${escaped}`);
    else if (token === ANY || token === ONE || token.length > 2) tokens.push(token);
    else tokens.push(`=${token}`);
  }
  return tokens.filter((token, at) => token !== ANY || tokens[at - 1] !== ANY);
}

/**
 * @param swallows - Whether the wildcard at a place of the outer pattern may stand for the token at
 *   a place of the inner one.
 */
function contains(
  outer: readonly string[],
  inner: readonly string[],
  swallows: (wildcard: number, at: number) => boolean,
): boolean {
  // fits[i]: whether what is left of the outer pattern contains the inner one from i on.
  let fits: boolean[] = [];
  for (let j = outer.length; j >= 0; j--) {
    const row: boolean[] = [];
    for (let i = inner.length; i >= 0; i--) {
      const [wanted, token] = [outer[j], inner[i]];
      if (wanted === undefined || token === undefined) {
        row[i] = wanted === token || (wanted === ANY && fits[i] === true);
      } else if (wanted === ANY) {
        row[i] = fits[i] === true || (swallows(j, i) && row[i + 1] === true);
      } else {
        const one = wanted === ONE && token !== ANY && !isVariable(token) && swallows(j, i);
        row[i] = (wanted === token || one) && fits[i + 1] === true;
      }
    }
    fits = row;
  }
  return fits[0] === true;
}
