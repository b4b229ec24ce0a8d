import { lintFlow } from "../../contact-flow/lint";
import { messageContent } from "../../constructs/connect/message";

/** Callers listen to all of it before they may press a key: half a minute at the most. */
export const MOST_CHARACTERS = 450;

/** Characters that a voice speaks in a second, about. */
const SPOKEN_A_SECOND = 15;

/** How long a text takes to be spoken, in whole seconds, about. */
export const secondsOf = (text: string): number => Math.ceil(text.length / SPOKEN_A_SECOND);

/**
 * What keeps a text from being a message; none for one that can be spoken as it stands.
 *
 * @param text - Without spaces around it.
 */
export function faultsOf(text: string): readonly string[] {
  if (!/[\p{L}\p{N}]/u.test(text)) return [`must say something, got "${text}"`];
  const faults: string[] = [];
  if (text.length > MOST_CHARACTERS) {
    faults.push(
      `must have at most ${MOST_CHARACTERS} characters (${secondsOf("x".repeat(MOST_CHARACTERS))} seconds, which every caller waits for), got ${text.length}`,
    );
  }
  if (/\p{C}/u.test(text)) {
    faults.push(
      "must be one line of visible characters: take out line ends, tabs and hidden signs",
    );
  }
  if (/[<>]/.test(text)) {
    faults.push("must be plain words without < and >: SSML isn't taken here");
  }
  if (/\$\.|\{\{/.test(text)) {
    faults.push('must be plain words: "$." and "{{" would be filled in by Amazon Connect');
  }
  if (faults.length > 0) return faults;
  return lintFlow(messageContent(text), { type: "MODULE", origin: "rendered" })
    .filter(({ level }) => level === "error")
    .map(({ message, fix = "" }) => `${message} ${fix}`.trim());
}
