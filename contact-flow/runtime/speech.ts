import type { Json } from "../json";
import type { BlockView } from "./block";
import { idOf } from "./center";
import type { Effect, Speech } from "./effects";
import { evaluate } from "./read";

/**
 * What an action, or one message of Loop prompts, says with its JSONPaths filled in.
 * @returns undefined if nothing is left to say
 */
export function speechOf(
  holder: Readonly<Record<string, Json>>,
  { call, center }: BlockView,
): Speech | undefined {
  const value = (json: Json | undefined) => evaluate(json, call, center);
  const { Text, SSML, PromptId, Media } = holder;
  const text = value(Text);
  const ssml = value(SSML);
  const prompt = value(PromptId);
  if (text !== undefined && text.trim() !== "") {
    return { text };
  }
  if (ssml !== undefined) {
    return { ssml };
  }
  if (prompt !== undefined) {
    return { prompt: idOf(prompt) };
  }
  const uri =
    typeof Media === "object" && Media !== null && "Uri" in Media ? value(Media.Uri) : undefined;
  return uri === undefined ? undefined : { media: uri };
}

/** The party that hears a flow. */
export const listener = ({ call }: BlockView): "customer" | "agent" =>
  call.run?.purpose === "agentWhisper" || call.run?.purpose === "agentHold" ? "agent" : "customer";

/** The effect of saying something. */
export const say = (
  view: BlockView,
  id: number,
  speech: Speech,
  how: { readonly bargeIn?: boolean; readonly looping?: boolean } = {},
): Effect => ({
  type: "say",
  id,
  to: listener(view),
  speech,
  bargeIn: how.bargeIn ?? false,
  looping: how.looping ?? false,
});
