import { goldenCenter } from "./run";

/** Mocha calls it when the suite begins: most files wait for one of these, and the others begin meanwhile. */
export function mochaGlobalSetup(): void {
  for (const name of ["prod", "both"] as const) {
    // Who asks for it is told what went wrong.
    goldenCenter(name).catch(() => undefined);
  }
}
