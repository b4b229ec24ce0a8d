import { audio, tone } from "./tones";

/** A chord a bar, in half tones above the key. */
interface Tune {
  readonly key: number;
  readonly bars: readonly (readonly number[])[];
  /** Order in which the notes of a chord come in a bar. */
  readonly figure: readonly number[];
  readonly noteSeconds: number;
  readonly sound: OscillatorType;
}

/** Stand-ins for the recordings of an instance: the same mood, none of the notes. */
const TUNES: readonly (readonly [RegExp, Tune])[] = [
  [
    /Pop|Queue/,
    {
      key: 261.63,
      bars: [
        [0, 4, 7, 12],
        [7, 11, 14, 19],
        [9, 12, 16, 21],
        [5, 9, 12, 17],
      ],
      figure: [0, 2, 1, 3, 2, 1, 2, 3],
      noteSeconds: 0.3,
      sound: "triangle",
    },
  ],
  [
    /Rock/,
    {
      key: 220,
      bars: [
        [0, 7, 12, 7],
        [0, 7, 12, 7],
        [5, 12, 17, 12],
        [7, 14, 19, 14],
      ],
      figure: [0, 1, 2, 1, 0, 1, 2, 3],
      noteSeconds: 0.24,
      sound: "sawtooth",
    },
  ],
  [
    /./,
    {
      key: 233.08,
      bars: [
        [2, 5, 9, 12],
        [7, 11, 14, 17],
        [0, 4, 7, 11],
        [9, 13, 16, 19],
      ],
      figure: [0, 1, 2, 3, 2, 3, 1, 2],
      noteSeconds: 0.36,
      sound: "sine",
    },
  ],
];

/** Notes are put so far ahead, in seconds: further than a busy page is late. */
const AHEAD = 0.6;

let playing: { readonly name: string; readonly stop: () => void } | undefined;

/** Plays music in place of the recording of that name, until another or none. */
export function playMusic(name: string | undefined): void {
  if (playing?.name === name) return;
  playing?.stop();
  playing = name === undefined ? undefined : { name, stop: start(name) };
}

function start(name: string): () => void {
  const tune = TUNES.find(([pattern]) => pattern.test(name))?.[1];
  if (tune === undefined) return () => undefined;
  const context = audio();
  const volume = new GainNode(context, { gain: 0.0001 });
  // As on a telephone line: nothing shrill, and softly in.
  const line = new BiquadFilterNode(context, { type: "lowpass", frequency: 2200 });
  volume.gain.exponentialRampToValueAtTime(0.5, context.currentTime + 1.2);
  volume.connect(line).connect(context.destination);
  let next = context.currentTime + 0.1;
  let note = 0;
  const schedule = () => {
    while (next < context.currentTime + AHEAD) {
      playNote(tune, note, next, volume);
      next += tune.noteSeconds;
      note += 1;
    }
  };
  schedule();
  const timer = setInterval(schedule, (AHEAD * 1000) / 3);
  return () => {
    clearInterval(timer);
    volume.gain.cancelScheduledValues(context.currentTime);
    volume.gain.setTargetAtTime(0, context.currentTime, 0.08);
    setTimeout(() => {
      line.disconnect();
    }, 800);
  };
}

function playNote(tune: Tune, note: number, at: number, to: AudioNode): void {
  const inBar = note % tune.figure.length;
  const chord = tune.bars[Math.floor(note / tune.figure.length) % tune.bars.length] ?? [];
  const halfTones = chord[tune.figure[inBar] ?? 0] ?? 0;
  const pitch = (steps: number) => tune.key * 2 ** (steps / 12);
  tone(to, pitch(halfTones), at, tune.noteSeconds * 1.6, 0.11, tune.sound);
  if (inBar % (tune.figure.length / 2) === 0) {
    tone(to, pitch((chord[0] ?? 0) - 12), at, tune.noteSeconds * 3.6, 0.13, "sine");
  }
}
