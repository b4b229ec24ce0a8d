import { isDeepStrictEqual } from "node:util";
import { objectOf } from "../../../values.ts";
import { all, type FlowChange, keys, leadsOf } from "./changes.ts";
import { ANY_WAY, type Block, reached } from "./graph.ts";
import { saidOfKeys, spokenBy } from "./menu-text.ts";

/**
 * Keys of new menus, and of menus with another text, of which the text says something that isn't so: another
 * queue's name, what was said of another key, a key that leads nowhere; or keys that it doesn't say any more.
 */
export function misled(change: FlowChange): readonly string[] {
  const { before, after, context } = change;
  if (context.firstApply) return [];
  const named = keys(change);
  return all(after)
    .filter(({ type }) => type === MENU)
    .flatMap((menu) => {
      const old = before.blocks.get(menu.id);
      const was = old?.type === MENU ? old : undefined;
      if (was && isDeepStrictEqual(speechOf(was), speechOf(menu))) return [];
      const misleading = [
        ...liesOf(menu, was, change),
        ...leadNowhere(menu),
        ...(was ? unsaid(menu, was) : []),
      ];
      return [...new Set(misleading)].map((key) => `${key} of ${menu.id}`);
    })
    .filter((key) => !named.includes(key));
}

const MENU = "GetParticipantInput";

const speechOf = ({ parameters: { Text, SSML, PromptId } }: Block) => [Text, SSML, PromptId];

const leadsSomewhere = ({ exits }: Block, key: string): boolean =>
  exits.some(({ kind, by }) => kind === "condition" && by === `Equals ${key}`);

/** Keys of which more words fit what is elsewhere than fit what is there. */
function liesOf(menu: Block, old: Block | undefined, change: FlowChange): readonly string[] {
  const { before, after, context } = change;
  const is = leadsOf(after, menu, context);
  const was = old ? leadsOf(before, old, context) : undefined;
  const places: readonly Place[] = [
    ...context.resources
      .filter(({ type }) => type === "aws_connect_queue")
      .map(({ address, before: gone, after: there }) => ({
        words: wordsOf((there ?? gone)?.name),
        isAt: (leads: string) => leads.split(",").includes(`leads callers to ${address}`),
      })),
    ...[...(old ? saidOfKeys(old) : [])].map(([what, key]) => ({
      words: wordsOf(what),
      isAt: (leads: string) => leads === was?.get(`Equals ${key}`),
    })),
  ];
  return [...saidOfKeys(menu)].flatMap(([what, key]) => {
    const leads = is.get(`Equals ${key}`);
    if (leads === undefined) return [];
    const said = wordsOf(what);
    const fit = (isThere: boolean): number =>
      Math.max(
        0,
        ...places
          .filter(({ isAt }) => isAt(leads) === isThere)
          .map(({ words }) => words.filter((word) => said.includes(word)).length),
      );
    return fit(false) > fit(true) ? [key] : [];
  });
}

/** A place to which keys may lead, and how it is called. */
interface Place {
  readonly words: readonly string[];
  readonly isAt: (leads: string) => boolean;
}

/** Words that are said of any place. */
const COMMON = new Set(
  "a about an any are be by call department desk help if in is need of on our speak talk team want we with you your".split(
    " ",
  ),
);

const wordsOf = (text: unknown): readonly string[] => {
  const words = typeof text === "string" ? (text.toLowerCase().match(/\p{L}+/gu) ?? []) : [];
  return [...new Set(words)].filter((word) => !COMMON.has(word));
};

/** A key that callers are told to press, and not an hour. */
const PRESSED =
  /(?:\b(?:press|dial|push|hit|choose|select|key|or|and)|,)\s+(\d|[*#])(?!\w)(?!\s*(?:[ap]\.?m\b|:|to\b|o'clock))/gi;

/** Keys that the text says and that nothing follows. */
function leadNowhere(menu: Block): readonly string[] {
  const said = [...spokenBy(menu).matchAll(PRESSED)].map(([, key = ""]) => key);
  const isMenu = menu.exits.some(({ kind }) => kind === "condition");
  return isMenu ? said.filter((key) => !leadsSomewhere(menu, key)) : [];
}

const WORDS = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"];
const SIGNS: Readonly<Record<string, string>> = { "#": "pound|hash", "*": "star|asterisk" };

/** Keys that callers still may press, and which the text named until now and doesn't any more. */
function unsaid(menu: Block, old: Block): readonly string[] {
  const text = spokenBy(menu);
  return [...saidOfKeys(old).values()].filter((key) => {
    const word = SIGNS[key] ?? WORDS[Number(key)] ?? key;
    const sign = key.replace(/[*#]/, "\\$&");
    return (
      leadsSomewhere(menu, key) &&
      leadsSomewhere(old, key) &&
      !new RegExp(`(?<!\\w)(?:${sign}|${word})(?!\\w)`, "i").test(text)
    );
  });
}

/** Keys after which the flow keeps another key than the one that was pressed: `menuKey` of our templates. */
export function falseKeys({ before, after, context }: FlowChange): readonly string[] {
  if (context.firstApply) return [];
  const kept = (flow: typeof after) =>
    all(flow)
      .filter(({ type }) => type === MENU)
      .flatMap((menu) =>
        menu.exits
          .filter(({ kind }) => kind === "condition")
          .flatMap(({ by, to }) => {
            const key = by.replace("Equals ", "");
            const next = reached(flow, [to], ANY_WAY, ({ type }) => type === MENU);
            return [...next]
              .map(({ parameters }) => objectOf(parameters.Attributes).menuKey)
              .filter((value) => value !== undefined && value !== key)
              .map((value) => `${JSON.stringify(value)} for ${key} of ${menu.id}`);
          }),
      );
  const old = kept(before);
  return [...new Set(kept(after))].filter((each) => !old.includes(each));
}
