let context: AudioContext | undefined;

/** The page's sound; browsers let it be heard after the first click or key only. */
export function audio(): AudioContext {
  context ??= new AudioContext();
  if (context.state === "suspended") void context.resume();
  return context;
}

/** Plays a tone that fades at its end, so that it does not click. */
export function tone(
  to: AudioNode,
  frequency: number,
  at: number,
  seconds: number,
  volume: number,
  type: OscillatorType = "sine",
): void {
  const oscillator = new OscillatorNode(audio(), { frequency, type });
  const gain = new GainNode(audio(), { gain: 0 });
  gain.gain.setValueAtTime(0, at);
  gain.gain.linearRampToValueAtTime(volume, at + 0.012);
  gain.gain.setValueAtTime(volume, at + Math.max(0.012, seconds * 0.4));
  gain.gain.exponentialRampToValueAtTime(0.0001, at + seconds);
  oscillator.connect(gain).connect(to);
  oscillator.start(at);
  oscillator.stop(at + seconds);
}

/** The two tones of each key, in hertz (ITU-T Q.23). */
const ROWS = [697, 770, 852, 941];
const COLUMNS = [1209, 1336, 1477];
const KEYS = ["123", "456", "789", "*0#"];

/** The tones that a key makes. */
export function keyTone(key: string): void {
  const row = KEYS.findIndex((keys) => keys.includes(key));
  const column = KEYS[row]?.indexOf(key) ?? -1;
  const { currentTime, destination } = audio();
  for (const frequency of [ROWS[row], COLUMNS[column]]) {
    if (frequency !== undefined) tone(destination, frequency, currentTime, 0.14, 0.07);
  }
}

/** The beep of Connect's customer whisper. */
export function beep(): void {
  const { currentTime, destination } = audio();
  tone(destination, 1000, currentTime, 0.35, 0.09);
}
