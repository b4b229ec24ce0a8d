import { answers } from "./gateway/answers";
import { OperatorError } from "./machine/errors";
import type { Upstream } from "./gateway/forward";
import { MOTO_BACKENDS } from "./moto/backends";
import { copyMoto, startMoto, type Moto } from "./moto/moto";
import type { FindPythonOptions } from "./moto/python";

/** What plays the services that the sandbox doesn't play itself. */
export interface Emulator {
  readonly name: string;
  readonly upstream: Upstream;
  /** The services that it is asked for; undefined asks it for any. */
  readonly services: readonly string[] | undefined;
  /** From where it can be copied; undefined where it can't be. */
  readonly control: string | undefined;
  stop(): Promise<void>;
}

/**
 * Starts moto, or finds the emulator that SANDBOX_AWS_ENDPOINT names.
 *
 * @throws OperatorError when it is not there, or moto cannot be had.
 */
export async function startEmulator(options: FindPythonOptions): Promise<Emulator> {
  const other = (options.environment ?? process.env).SANDBOX_AWS_ENDPOINT ?? "";
  if (other === "") return asEmulator(await startMoto(Object.values(MOTO_BACKENDS), options));
  if (!URL.canParse(other) || !/^https?:/.test(other)) {
    throw new OperatorError(
      `SANDBOX_AWS_ENDPOINT must be an http address like http://127.0.0.1:4566, got ${JSON.stringify(other)}`,
    );
  }
  if (!(await answers(other))) {
    throw new OperatorError(
      `nothing answers at ${other}, which SANDBOX_AWS_ENDPOINT names: start the emulator there, or unset it to use moto`,
    );
  }
  return {
    name: `emulator at ${other}`,
    upstream: { address: other },
    services: undefined,
    control: undefined,
    stop: () => Promise.resolve(),
  };
}

/** Copies an emulator with all that it holds. @param control - The original's. */
export async function copyEmulator(control: string): Promise<Emulator> {
  return asEmulator(await copyMoto(control));
}

function asEmulator(moto: Moto): Emulator {
  return { ...moto, name: "moto", services: Object.keys(MOTO_BACKENDS) };
}
