import type { Speech } from "../../contact-flow/runtime";

/** The prompts of an instance are music or announcements of about this length, but for the beep. */
const RECORDING_SECONDS = 30;
const BEEP = "Beep.wav";

/** Polly's usual pace is about 150 words a minute; a browser's voice is as quick. */
const CHARACTERS_PER_SECOND = 15;

/**
 * How long a speech lasts, in seconds.
 * @param recording the name of the prompt, where the speech is one
 */
export function secondsOf(speech: Speech, recording: string | undefined): number {
  const text = "text" in speech ? speech.text : "ssml" in speech ? speech.ssml : undefined;
  if (text !== undefined) {
    return 1 + text.replace(/<[^>]*>/g, "").length / CHARACTERS_PER_SECOND;
  }
  return recording === BEEP ? 1 : RECORDING_SECONDS;
}
