import type { Saying, Snapshot } from "../views";
import { byId } from "./dom";
import { playMusic } from "./music";
import { setBell } from "./ringing";
import * as time from "./time";
import { beep, keyTone } from "./tones";

/** Faster than this, speech would only pile up. */
const FASTEST_SPEECH = 1;

let lastSpoken = "";

const on = (): boolean => byId("sound", HTMLInputElement).checked;

/** Lets the switch silence everything at once. */
export function setUpSound(): void {
  byId("sound", HTMLInputElement).addEventListener("change", () => {
    if (on()) return;
    silence();
    playMusic(undefined);
    setBell("telephone", false);
    setBell("agent", false);
  });
}

/** Stops the voice: the caller has pressed a key or hung up. */
export function silence(): void {
  if ("speechSynthesis" in window) speechSynthesis.cancel();
}

/** The tones of a key that is pressed. */
export function soundKey(key: string): void {
  if (on()) keyTone(key);
}

/** Lets be heard what the line hears, and the bells that ring. */
export function sound({ telephone, agents }: Snapshot): void {
  if (!on()) return;
  setBell("telephone", telephone.state === "ringing");
  setBell(
    "agent",
    agents.some(({ activity }) => activity === "ringing"),
  );
  const { contact } = telephone;
  const saying = telephone.state === "inCall" ? contact?.saying : undefined;
  const music = saying?.recording === "Beep.wav" ? undefined : saying?.recording;
  playMusic(time.speed() === 0 ? undefined : music);
  if (saying !== undefined) once(`${contact?.id ?? ""} ${saying.id}`, saying);
}

/** Each speech is spoken once, however often it is told of. */
function once(key: string, { text, recording }: Saying): void {
  if (key === lastSpoken) return;
  lastSpoken = key;
  if (recording === "Beep.wav") beep();
  if (text === undefined || !("speechSynthesis" in window) || time.speed() > FASTEST_SPEECH) return;
  // A voice that is slower than Polly may end its sentence, but must not fall further behind.
  if (speechSynthesis.pending) silence();
  const utterance = new SpeechSynthesisUtterance(text);
  utterance.lang = "en-US";
  speechSynthesis.speak(utterance);
}
