import { reading } from "../facts/source";
import { ALWAYS_WARNING, ERROR_IN_OURS, type Node, type Rule } from "./rule";
import { spokenBy } from "./speech";

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
function announcedKeys(text: string): ReadonlySet<string> {
  const keys = new Set<string>();
  for (const pattern of text.search(PRESS) < 0 ? [] : [PRESS, FURTHER]) {
    for (const [, word] of text.matchAll(pattern)) {
      keys.add(keyOf(word ?? ""));
    }
  }
  return keys;
}

const isMenu = ({ action, spec }: Node): boolean =>
  action.Type === "GetParticipantInput" && spec !== undefined && spec.conditions !== "none";

const answered = ({ action }: Node): ReadonlySet<string> =>
  new Set(
    action.Transitions.Conditions?.map(({ Condition }) => String(Condition.Operands[0] ?? "")),
  );

/** What a menu says against what it does. */
export const MENU_RULES: readonly Rule[] = [
  {
    id: "menu-key-nowhere",
    source: reading(
      "a key that the menu offers and the flow doesn't know leads to the error of a wrong key",
    ),
    reason: "the caller is told to press a key that leads nowhere",
    fix: "add a branch for the key, or do not offer it",
    checkedBy: "house",
    level: ERROR_IN_OURS,
    *check({ nodes }) {
      for (const node of nodes.filter(isMenu)) {
        const keys = answered(node);
        for (const { path, text } of spokenBy(node)) {
          for (const key of announcedKeys(text)) {
            if (!keys.has(key)) {
              yield {
                index: node.index,
                path,
                message: `"${node.action.Identifier}" offers key ${key}, but no branch answers it`,
              };
            }
          }
        }
      }
    },
  },
  {
    id: "menu-key-secret",
    source: reading("a key that the menu doesn't offer is pressed by chance only"),
    reason: "no caller is told of this key",
    fix: "offer the key in the text, or delete its branch",
    checkedBy: "house",
    level: ALWAYS_WARNING,
    *check({ nodes }) {
      for (const node of nodes.filter(isMenu)) {
        const texts = [...spokenBy(node)].map(({ text }) => announcedKeys(text));
        const announced = new Set(texts.flatMap((keys) => [...keys]));
        for (const key of announced.size === 0 ? [] : answered(node)) {
          if (!announced.has(key)) {
            yield {
              index: node.index,
              path: `${node.path}.Transitions.Conditions`,
              message: `"${node.action.Identifier}" answers key ${key}, but never offers it`,
            };
          }
        }
      }
    },
  },
];
