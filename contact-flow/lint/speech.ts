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

/** What each action says, found once for the rules that read it. */
const found = new WeakMap<Node, readonly Spoken[]>();

/** The texts of an action: its own and, of Loop prompts, those of its messages. SSML loses its tags. */
export function spokenBy(node: Node): readonly Spoken[] {
  let spoken = found.get(node);
  if (spoken === undefined) {
    const parameters = node.action.Parameters ?? {};
    const { Messages } = parameters;
    spoken = [
      ...textsOf(node, parameters, `${node.path}.Parameters`),
      ...(Array.isArray(Messages) ? Messages : []).flatMap((message, at) =>
        isObject(message) ? textsOf(node, message, `${node.path}.Parameters.Messages[${at}]`) : [],
      ),
    ];
    found.set(node, spoken);
  }
  return spoken;
}

function textsOf(node: Node, { Text, SSML }: JsonObject, path: string): Spoken[] {
  const texts: Spoken[] = [];
  if (typeof Text === "string") texts.push({ node, path: `${path}.Text`, text: Text });
  if (typeof SSML === "string") {
    texts.push({ node, path: `${path}.SSML`, text: SSML.replace(/<[^>]*>/g, " ") });
  }
  return texts;
}
