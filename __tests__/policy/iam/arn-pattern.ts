/** A character, or any text: of at least `least` characters, none of which is in `without`. */
type Token = string | { readonly without: string; readonly least: 0 | 1 };

/** Parts of ARNs that may have slashes, as a key of S3 does, or colons, as a function's version. */
const WIDE = [
  "Alias",
  "FunctionName",
  "LogGroupName",
  "ObjectName",
  "ParameterNameWithoutLeadingSlash",
  "PolicyNameWithPath",
  "RoleNameWithPath",
];

/**
 * Whether some ARN of a resource type fits a pattern of a policy. A `*` that AWS has in a type's ARN
 * is no pattern: it is what the request asks for, as in `instance/<id>/queue/*`.
 * @param template such as `arn:${Partition}:sns:${Region}:${Account}:${TopicName}`
 */
export function canBe(pattern: string, template: string): boolean {
  return overlap(tokensOfPattern(pattern), tokensOfTemplate(template));
}

/** An ARN of a resource type. */
export function anyOf(template: string): string {
  return template
    .replace("${Partition}", "aws")
    .replace("${Account}", "111122223333")
    .replaceAll(/\$\{\w+\}/g, "x");
}

function tokensOfPattern(pattern: string): Token[] {
  // A policy variable is whatever it will be.
  return Array.from(pattern.replaceAll(/\$\{[\w:]+\}/g, "*"), (character) =>
    character === "*" ? { without: "", least: 0 } : character,
  );
}

function tokensOfTemplate(template: string): Token[] {
  return template.split(/(\$\{\w+\})/).flatMap((part): Token[] => {
    const name = /^\$\{(\w+)\}$/.exec(part)?.[1];
    if (name === undefined) return Array.from(part);
    return [{ without: WIDE.includes(name) ? "" : ":/", least: 1 }];
  });
}

/** Whether one text fits both. */
function overlap(left: readonly Token[], right: readonly Token[]): boolean {
  const known = new Map<string, boolean>();
  const from = (i: number, j: number): boolean => {
    const place = `${i} ${j}`;
    const before = known.get(place);
    if (before !== undefined) return before;
    const answer = fits(i, j);
    known.set(place, answer);
    return answer;
  };
  const fits = (i: number, j: number): boolean => {
    const [a, b] = [left[i], right[j]];
    if (a === undefined && b === undefined) return true;
    if (typeof a === "object" && a.least === 0 && from(i + 1, j)) return true;
    if (a === undefined || b === undefined) return false;
    if (typeof a === "string" && typeof b === "string") return a === b && from(i + 1, j + 1);
    if (typeof a === "string") return takes(b, a) && (from(i + 1, j) || from(i + 1, j + 1));
    if (typeof b === "string") return takes(a, b) && from(i, j + 1);
    return from(i, j + 1);
  };
  return from(0, 0);
}

function takes(token: Token, character: string): boolean {
  return typeof token === "object" && !token.without.includes(character);
}
