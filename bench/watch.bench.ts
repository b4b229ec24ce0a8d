import { WatchedClone } from "./watch/watched-clone";

/**
 * How long a person waits: from `npm start` to a call that is answered, and from a save to the call that
 * hears it, in a copy of the project with real Terraform. The limits are what an author puts up with.
 */
const ROUNDS = 5;
const LIMITS = { start: 35, save: 8 };

const GREETING = "Welcome to KWGlobal";

async function seconds(work: () => Promise<void>): Promise<number> {
  const began = performance.now();
  await work();
  return (performance.now() - began) / 1000;
}

function report(what: string, time: number, limit: number): void {
  const ratio = (time / limit).toFixed(2);
  console.log(`${time.toFixed(1).padStart(8)} s  ${ratio} × the limit of ${limit} s  ${what}`);
}

const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN;

async function main(): Promise<void> {
  const clone = await WatchedClone.start();
  try {
    report(
      "from npm start to a call that is answered",
      await seconds(() => clone.hears(GREETING)),
      LIMITS.start,
    );
    await clone.printed(/It stays up until Ctrl-C/);
    const saves: number[] = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      const greeting = `Good day, number ${round}`;
      const before = round === 0 ? GREETING : `Good day, number ${round - 1}`;
      clone.save("flow-templates/main-menu.json", (text) => text.replace(before, greeting));
      saves.push(await seconds(() => clone.hears(greeting)));
    }
    report(
      `from a save of a prompt to a call that hears it, median of ${ROUNDS}`,
      median(saves),
      LIMITS.save,
    );
  } finally {
    await clone.remove();
  }
}

void main();
