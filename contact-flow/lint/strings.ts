import type { Json } from "../flow";
import type { Node } from "./rule";

/** A text that stands somewhere in an action's parameters, as it is written. */
export interface PlacedText {
  readonly path: string;
  readonly text: string;
}

/** Every text in the parameters of an action, with its place. */
export function* textsIn({ action, path }: Node): Generator<PlacedText> {
  yield* textsBelow(action.Parameters, `${path}.Parameters`);
}

function* textsBelow(value: Json | undefined, path: string): Generator<PlacedText> {
  if (typeof value === "string") {
    yield { path, text: value };
  } else if (Array.isArray(value)) {
    for (const [at, entry] of (value as readonly Json[]).entries()) {
      yield* textsBelow(entry, `${path}[${at}]`);
    }
  } else if (typeof value === "object" && value !== null) {
    for (const [key, entry] of Object.entries(value)) {
      yield* textsBelow(entry, `${path}.${key}`);
    }
  }
}
