import type { Node } from "./rule";

const WORDS: Readonly<Record<string, string>> = {
  zero: "0",
  one: "1",
  two: "2",
  three: "3",
  four: "4",
  five: "5",
  six: "6",
  seven: "7",
  eight: "8",
  nine: "9",
  star: "*",
  pound: "#",
  hash: "#",
};

const KEY = "([0-9*#]|zero|one|two|three|four|five|six|seven|eight|nine|star|pound|hash)";

/** "press 1", and the further keys of the same sentence: "or 2 for", ", 3 to". */
const PRESS = new RegExp(`\\bpress(?:ing)?\\s+(?:the\\s+)?${KEY}(?![\\w.]\\w)`, "gi");

const FURTHER = new RegExp(`(?:^|[,.;\\n]|\\bor|\\band)\\s*${KEY}\\s+(?:for|to|if)\\b`, "gi");

const keyOf = (word: string): string => WORDS[word.toLowerCase()] ?? word;

/** The keys that a menu's text offers. */
export function announcedKeys(text: string): ReadonlySet<string> {
  const keys = new Set<string>();
  for (const pattern of text.search(PRESS) < 0 ? [] : [PRESS, FURTHER]) {
    for (const [, word] of text.matchAll(pattern)) {
      keys.add(keyOf(word ?? ""));
    }
  }
  return keys;
}

export const isMenu = ({ action, spec }: Node): boolean =>
  action.Type === "GetParticipantInput" && spec !== undefined && spec.conditions !== "none";

const operands = ({ action }: Node): string[] =>
  action.Transitions.Conditions?.map(({ Condition }) => String(Condition.Operands[0] ?? "")) ?? [];

const isKey = (operand: string): boolean => /^[0-9*#]$/.test(operand);

/** The keys that have a branch. */
export const answered = (node: Node): ReadonlySet<string> => new Set(operands(node).filter(isKey));

/** How many branches are for what is no key: each is a fault of its own, and probably meant a key. */
export const mistyped = (node: Node): number =>
  operands(node).filter((operand) => !isKey(operand)).length;
