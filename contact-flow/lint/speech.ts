import { isObject, type JsonObject } from "../json";
import type { Node } from "./rule";

/**
 * "When you use text … you can use a maximum of 3,000 billed characters (6,000 total characters)."
 * @see https://docs.aws.amazon.com/connect/latest/adminguide/play.html
 */
export const MAX_BILLED = 3_000;

/** A text that the flow speaks, with its place. */
export interface Spoken {
  readonly node: Node;
  readonly path: string;
  readonly text: string;
}

/** The texts of an action: its own and, of Loop prompts, those of its messages. SSML loses its tags. */
export function* spokenBy(node: Node): Generator<Spoken> {
  const parameters = node.action.Parameters ?? {};
  yield* textsOf(parameters, `${node.path}.Parameters`);
  const messages = parameters.Messages;
  if (Array.isArray(messages)) {
    for (const [index, message] of messages.entries()) {
      if (isObject(message)) {
        yield* textsOf(message, `${node.path}.Parameters.Messages[${index}]`);
      }
    }
  }
  function* textsOf(holder: JsonObject, path: string): Generator<Spoken> {
    if (typeof holder.Text === "string") {
      yield { node, path: `${path}.Text`, text: holder.Text };
    }
    if (typeof holder.SSML === "string") {
      yield { node, path: `${path}.SSML`, text: holder.SSML.replace(/<[^>]*>/g, " ") };
    }
  }
}
