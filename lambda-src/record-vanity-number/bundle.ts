import path from "node:path";
import { wordsFile } from "../vanity-engine/words-file";

/** How a function's code is put into one file: what its construct hands to esbuild. */
export interface FunctionBundle {
  /** The file that exports `handler`. */
  readonly entry: string;
  /** Files that must lie beside the bundle. */
  readonly assets: readonly string[];
  /** Packages that stay out of it. */
  readonly external: readonly string[];
  readonly format: "cjs";
  readonly target: "node22";
}

/**
 * The bundles of `recordVanityNumber`. CommonJS, because `__dirname` finds `words.bin` beside the bundle; the SDK goes in, so that the
 * pinned version runs and the runtime's own never has to be searched for.
 */
function bundleOf(file: string): FunctionBundle {
  return {
    entry: path.join(__dirname, file),
    assets: [wordsFile],
    external: [],
    format: "cjs",
    target: "node22",
  };
}

/** The function that flows and people invoke. */
export const recordVanityNumberBundle = bundleOf("handler.ts");

/** The function that a Step Functions Distributed Map invokes for batches of a long list. */
export const recordVanityNumberBatchBundle = bundleOf("batch-handler.ts");
