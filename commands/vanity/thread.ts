import { parentPort, workerData } from "node:worker_threads";
import type { Block } from "./blocks";
import { makeBlock, type Making } from "./made-block";
import type { Answer } from "./pool";

/** A thread of `pool.ts`: makes each block that it is sent, in order. */

const making = workerData as Making;
let before = Promise.resolve();

async function answer(block: Block): Promise<void> {
  let made: Answer;
  try {
    // A buffer comes as plain bytes.
    made = { made: await makeBlock({ ...block, bytes: Buffer.from(block.bytes) }, making) };
  } catch (error) {
    made = { thrown: error instanceof Error ? error : new Error(String(error)) };
  }
  parentPort?.postMessage(made);
}

parentPort?.on("message", (block: Block) => {
  before = before.then(() => answer(block));
});
