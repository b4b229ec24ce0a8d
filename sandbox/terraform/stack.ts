import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { OperatorError, errorCode } from "../machine/errors";

/** The configuration file that cdktf synthesizes, and that goes to AWS as it is. */
export const STACK_FILE = "cdk.tf.json";

/** A JSON object of the configuration. */
export type Block = Readonly<Record<string, unknown>>;

/** A synthesized stack, as far as the sandbox looks into it. */
export interface Stack {
  readonly terraform?: {
    readonly backend?: Readonly<Record<string, Block>>;
  };
  readonly provider?: { readonly aws?: readonly Block[] };
  readonly resource?: Readonly<Record<string, Readonly<Record<string, Block>>>>;
}

/**
 * Reads a synthesized stack.
 *
 * @param directory - Its folder: `cdktf.out/stacks/<stack>`.
 * @throws OperatorError when there is none.
 */
export async function readStack(directory: string): Promise<Stack> {
  const file = join(directory, STACK_FILE);
  try {
    return JSON.parse(await readFile(file, "utf8")) as Stack;
  } catch (error) {
    if (errorCode(error) === "ENOENT") {
      throw new OperatorError(`${file} is not there: synthesize first (npm run synth)`);
    }
    if (error instanceof SyntaxError) {
      throw new OperatorError(`${file} must be JSON: ${error.message}`);
    }
    throw error;
  }
}

/** The region of a stack's AWS provider. */
export function regionOf(stack: Stack): string {
  const region = stack.provider?.aws?.find(({ alias }) => alias === undefined)?.region;
  if (typeof region === "string") return region;
  throw new OperatorError("the stack's aws provider must name its region");
}
