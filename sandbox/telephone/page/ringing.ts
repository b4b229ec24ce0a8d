import { audio, tone } from "./tones";

/** Who rings: the caller's telephone or an agent's. */
export type Bell = "telephone" | "agent";

const timers = new Map<Bell, ReturnType<typeof setInterval>>();

/** A ring of the caller's telephone takes two seconds of six, as in the US; an agent's chimes. */
const RINGS: Readonly<Record<Bell, { readonly every: number; readonly ring: () => void }>> = {
  telephone: {
    every: 4000,
    ring: () => {
      const { currentTime: at, destination } = audio();
      for (const frequency of [440, 480]) tone(destination, frequency, at, 1.8, 0.06);
    },
  },
  agent: {
    every: 2500,
    ring: () => {
      const { currentTime: at, destination } = audio();
      [659, 784, 988].forEach((frequency, index) => {
        tone(destination, frequency, at + index * 0.14, 0.5, 0.05);
      });
    },
  },
};

/** Lets a bell ring, or stops it. */
export function setBell(bell: Bell, rings: boolean): void {
  const timer = timers.get(bell);
  if (rings === (timer !== undefined)) return;
  if (timer !== undefined) {
    clearInterval(timer);
    timers.delete(bell);
    return;
  }
  RINGS[bell].ring();
  timers.set(bell, setInterval(RINGS[bell].ring, RINGS[bell].every));
}
