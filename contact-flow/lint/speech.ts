import type { Json } from "../flow";
import type { Node } from "./rule";

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
    for (const [index, message] of (messages as readonly Json[]).entries()) {
      if (typeof message === "object" && message !== null) {
        yield* textsOf(
          message as Record<string, Json>,
          `${node.path}.Parameters.Messages[${index}]`,
        );
      }
    }
  }
  function* textsOf(holder: Readonly<Record<string, Json>>, path: string): Generator<Spoken> {
    if (typeof holder.Text === "string") {
      yield { node, path: `${path}.Text`, text: holder.Text };
    }
    if (typeof holder.SSML === "string") {
      yield { node, path: `${path}.SSML`, text: holder.SSML.replace(/<[^>]*>/g, " ") };
    }
  }
}
