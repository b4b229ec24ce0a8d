/** What a function's bundle is made of; paths are relative to the project's root. */
export interface FunctionBundle {
  /** The file that exports `handler`. */
  readonly entry: string;
  /** Files that the code reads at run time: they must lie beside the bundle. */
  readonly assets: readonly string[];
}

/**
 * The words lie beside the bundle, where `__dirname` finds them (so the bundle must be CommonJS): inside it, as text, they would make
 * each cold start slower by 8 ms.
 */
const assets = ["lambda-src/vanity-engine/words.bin"];

/** The function that flows and people invoke. */
export const recordVanityNumberBundle: FunctionBundle = {
  entry: "lambda-src/record-vanity-number/handler.ts",
  assets,
};

/** The function that a Step Functions Distributed Map invokes with batches of a long list. */
export const recordVanityNumberBatchBundle: FunctionBundle = {
  entry: "lambda-src/record-vanity-number/batch-handler.ts",
  assets,
};
