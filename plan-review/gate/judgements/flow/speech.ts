import { type JsonObject, listOf, objectOf } from "../../../values.ts";
import { all, type FlowChange } from "./changes.ts";
import { type Block, flowIn } from "./graph.ts";

/** What a block plays; empty for a block that plays nothing. */
export function promptsOf({ type, parameters }: Block): readonly JsonObject[] {
  if (type === "MessageParticipantIteratively") return listOf(parameters.Messages).map(objectOf);
  return ["MessageParticipant", "GetParticipantInput"].includes(type) ? [parameters] : [];
}

/** The SSML of a prompt; empty where it has none. */
export const ssmlOf = ({ SSML: ssml }: JsonObject): string =>
  typeof ssml === "string" ? ssml : "";

/** Where a flow puts in what is known only in the call: `$.External.name`. */
const REFERENCE = /\$(?:\.[\w-]+|\['[^']*'\])+/g;

/** What each call has. */
const ALWAYS = ["$.CustomerEndpoint.Address", "$.StoredCustomerInput", "$.SystemEndpoint.Address"];

/** What is heard of SSML: what replaces a word, and neither tags nor characters by their codes. */
const heardOf = (ssml: string): string =>
  ssml
    .replace(/<sub\s+alias\s*=\s*(["'])(.*?)\1\s*>[^<]*<\/sub\s*>/gs, " $2 ")
    .replace(/<[^>]*>/g, " ")
    .replace(/&[^;\s]*;/g, " ");

/**
 * Whether a prompt lets callers hear something: a recording, or words that they can be sure to hear.
 *
 * @param isFilled - Whether a reference has a value in the call.
 */
export function isHeard(prompt: JsonObject, isFilled: (reference: string) => boolean): boolean {
  const { PromptId: recording, Text: text } = prompt;
  if (typeof recording === "string" && recording !== "") return true;
  const words = typeof text === "string" ? text : heardOf(ssmlOf(prompt));
  // Some letters, such as the Hangul filler, aren't spoken.
  const spoken = words
    .replace(/\p{Default_Ignorable_Code_Point}/gu, "")
    .replace(REFERENCE, (reference) => (isFilled(reference) ? "x" : ""));
  return /[\p{L}\p{N}]/u.test(spoken);
}

/** Blocks that now say nothing, or a part of what they play, and callers who hear none at all. */
export function silent(change: FlowChange): readonly string[] {
  const { before, after, context } = change;
  if (context.firstApply) return [];
  const isFilled = filledIn(change);
  const isSilent = (block: Block) => {
    const prompts = promptsOf(block);
    return prompts.length === 0 || !prompts.every((prompt) => isHeard(prompt, isFilled));
  };
  return all(after)
    .filter(({ type }) => PLAYING.includes(type))
    .filter((block) => {
      const old = before.blocks.get(block.id);
      return isSilent(block) && !(old?.type === block.type && isSilent(old));
    })
    .map(({ id }) => id);
}

const PLAYING = ["GetParticipantInput", "MessageParticipant", "MessageParticipantIteratively"];

/** Whether a block lets callers hear something, as far as the flow tells. */
export const speaks = (block: Block): boolean =>
  promptsOf(block).some((prompt) => isHeard(prompt, (reference) => ALWAYS.includes(reference)));

/**
 * References that have a value: those of each call, those that some flow has played until now, and what the
 * flow sets. A new flow may play what its function answers.
 */
function filledIn({ before, after, context }: FlowChange): (reference: string) => boolean {
  const old = [before, ...context.resources.flatMap((each) => flowIn(each.before?.content) ?? [])];
  const played = old
    .flatMap(all)
    .flatMap(promptsOf)
    .flatMap((prompt) => JSON.stringify(prompt).match(REFERENCE) ?? []);
  const set = all(after)
    .flatMap(({ parameters }) => Object.entries(objectOf(parameters.Attributes)))
    .filter(([, value]) => isHeard({ Text: value }, (reference) => ALWAYS.includes(reference)))
    .map(([name]) => `$.Attributes.${name}`);
  const asks = all(after).some(({ type }) => type === "InvokeLambdaFunction");
  const known = [...ALWAYS, ...played, ...set];
  const isAnswer = (reference: string) =>
    before.blocks.size === 0 && asks && reference.startsWith("$.External.");
  return (reference) => known.includes(reference) || isAnswer(reference);
}
