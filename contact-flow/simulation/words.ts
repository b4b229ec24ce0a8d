import type { Speech } from "../runtime";

/** A speech as a line of text; music goes by its id. */
export function wordsOf(speech: Speech): string {
  if ("text" in speech) {
    return speech.text;
  }
  if ("ssml" in speech) {
    return speech.ssml;
  }
  return `♪ ${"prompt" in speech ? speech.prompt : speech.media}`;
}
