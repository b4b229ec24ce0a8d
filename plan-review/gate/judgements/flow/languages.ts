import { all, type FlowChange } from "./changes.ts";
import { ANY_WAY, type Block, type Flow, flowIn, reached } from "./graph.ts";
import { promptsOf, ssmlOf } from "./speech.ts";
import { LANGUAGE_OF, languageOf } from "./voices.ts";

/** What Connect speaks where no flow sets a voice: Joanna. */
const BY_DEFAULT = "en";

/**
 * In which languages texts are now spoken, and callers handed on, and weren't until now. In which language a text
 * is written can't be told: each voice of another language is named, however the text changes. A voice of the
 * same language may be any.
 */
export function otherLanguages(change: FlowChange): readonly string[] {
  const { address, before, after, context } = change;
  if (context.firstApply) return [];
  const others = context.resources
    .filter((each) => each.address !== address)
    .flatMap((each) => flowIn(each.before?.content) ?? []);
  // A flow that sets no voice speaks as the ones before it do.
  const elsewhere = new Set(others.flatMap(all).flatMap(languagesSetBy));
  const inherited = elsewhere.size > 0 ? [...elsewhere] : [BY_DEFAULT];
  const old = all(before).flatMap(languagesSetBy);
  const known = old.length > 0 ? old : inherited;
  const added = all(after)
    .flatMap((block) => languagesSetBy(block).map((language) => ({ id: block.id, language })))
    .filter(({ language }) => !known.includes(language))
    .map(({ id, language }) => `${language} in ${id}`);
  const exchanged = exchangedIn(before, after, inherited.length > 1 ? "any voice" : inherited[0]);
  return [...new Set([...added, ...exchanged])];
}

/** The language of a voice; of one that isn't known, its name. */
const voiceOf = (voice: unknown): string => LANGUAGE_OF.get(String(voice)) ?? String(voice);

/** The language that a block sets for what is spoken after it. */
function voiceSetBy({ type, parameters }: Block): string | undefined {
  return type === "UpdateContactTextToSpeechVoice"
    ? voiceOf(parameters.TextToSpeechVoice)
    : undefined;
}

function languagesSetBy(block: Block): readonly string[] {
  const { type, parameters } = block;
  const voice = voiceSetBy(block);
  if (voice !== undefined) return [voice];
  if (type === "UpdateContactData") {
    const { LanguageCode: code } = parameters;
    if (code === undefined) return [];
    return [typeof code === "string" ? languageOf(code) : JSON.stringify(code)];
  }
  return promptsOf(block).flatMap((prompt) =>
    [...ssmlOf(prompt).matchAll(/xml:lang\s*=\s*["']([^"']*)/g)].map(([, code = ""]) =>
      languageOf(code),
    ),
  );
}

/** Blocks that stay, and ways out of the flow, with a language that they had not, though the flow had it. */
function exchangedIn(before: Flow, after: Flow, inherited = BY_DEFAULT): readonly string[] {
  const [old, next] = [spokenIn(before, inherited), spokenIn(after, inherited)];
  return [...next].flatMap(([what, languages]) =>
    [...languages]
      .filter((language) => old.get(what)?.has(language) === false)
      .map((language) => `${language} in ${what}`),
  );
}

const LEAVING = [
  ...["EndFlowExecution", "EndFlowModuleExecution", "TransferContactToAgent"],
  ...["TransferContactToQueue", "TransferToFlow"],
];

/** The languages in which each block may speak, by its id, and in which callers leave by a type of block. */
function spokenIn(flow: Flow, inherited: string): ReadonlyMap<string, ReadonlySet<string>> {
  const voiced = all(flow).flatMap((block) => {
    const language = voiceSetBy(block);
    return language === undefined ? [] : [{ language, from: block.exits.map(({ to }) => to) }];
  });
  const spoken = new Map<string, Set<string>>();
  for (const { language, from } of [{ language: inherited, from: [flow.start] }, ...voiced]) {
    for (const block of reached(flow, from, ANY_WAY, (each) => voiceSetBy(each) !== undefined)) {
      const names = [
        ...(LEAVING.includes(block.type) ? [block.type] : []),
        ...(promptsOf(block).length > 0 ? [block.id] : []),
      ];
      for (const name of names) {
        spoken.set(name, new Set([...(spoken.get(name) ?? []), language]));
      }
    }
  }
  return spoken;
}
