import { availableParallelism } from "node:os";
import { join } from "node:path";
import { Worker } from "node:worker_threads";
import { buildSync } from "esbuild";
import type { Block } from "./blocks";
import { makeBlock, type MadeBlock, type Making } from "./made-block";

/** Smaller lists are made here: threads take longer to begin than the list. */
const WORTH_THREADS = 256 * 1024;

/** Blocks that a thread has waiting: enough that it never waits itself, few enough that memory stays. */
const BLOCKS_A_THREAD = 2;

const ROOT = join(__dirname, "..", "..");

/**
 * The threads' script as one bundle, as the engine is deployed: loaded file by file it takes twice as long for each row, and each thread a
 * second to begin.
 */
function script(): string {
  const { outputFiles } = buildSync({
    absWorkingDir: ROOT,
    entryPoints: [join(__dirname, "thread.ts")],
    bundle: true,
    write: false,
    platform: "node",
    target: "node20",
    mainFields: ["module", "main"],
    // Where the words lie: a script without a file has no folder.
    define: { __dirname: JSON.stringify(join(ROOT, "lambda-src", "vanity-engine")) },
  });
  return outputFiles[0]?.text ?? "";
}

/** What a thread answers to a block, in order. */
export type Answer = { readonly made: MadeBlock } | { readonly thrown: Error };

/** A thread that makes blocks one after the other. */
class Thread {
  private readonly waiting: PromiseWithResolvers<MadeBlock>[] = [];
  private readonly worker: Worker;

  public constructor(script: string, making: Making) {
    this.worker = new Worker(script, { eval: true, workerData: making, execArgv: [] });
    this.worker.on("message", (answer: Answer) => {
      const first = this.waiting.shift();
      if ("made" in answer) first?.resolve(answer.made);
      else first?.reject(answer.thrown);
    });
    this.worker.on("error", (error) => {
      this.fail(error);
    });
    this.worker.on("exit", () => {
      this.fail(new Error("a thread of the list has ended"));
    });
  }

  public make(block: Block): Promise<MadeBlock> {
    const made = withResolvers<MadeBlock>();
    this.waiting.push(made);
    const bytes = new Uint8Array(block.bytes);
    this.worker.postMessage({ ...block, bytes }, [bytes.buffer]);
    return made.promise;
  }

  public async stop(): Promise<void> {
    await this.worker.terminate();
  }

  private fail(error: Error): void {
    for (const each of this.waiting.splice(0)) each.reject(error);
  }
}

interface PromiseWithResolvers<Value> {
  readonly promise: Promise<Value>;
  readonly resolve: (value: Value) => void;
  readonly reject: (reason: unknown) => void;
}

/** As `Promise.withResolvers`, which Node 20 lacks. */
function withResolvers<Value>(): PromiseWithResolvers<Value> {
  let resolve!: (value: Value) => void;
  let reject!: (reason: unknown) => void;
  const promise = new Promise<Value>((res, rej) => {
    resolve = res;
    reject = rej;
  });
  // Whoever awaits it hears of it; until then it is no unhandled rejection.
  promise.catch(() => undefined);
  return { promise, resolve, reject };
}

/**
 * Makes blocks on all of the machine's cores, and gives them in their order.
 * @param blocks with whatever belongs to each
 * @param making the list's own
 * @param size of the list in bytes
 */
export async function* makeBlocks<Item extends { readonly block: Block }>(
  blocks: AsyncIterable<Item>,
  making: Making,
  size: number,
): AsyncGenerator<{ item: Item; made: MadeBlock }> {
  if (size < WORTH_THREADS) {
    for await (const item of blocks) yield { item, made: await makeBlock(item.block, making) };
    return;
  }
  const bundle = script();
  const threads = Array.from({ length: availableParallelism() }, () => new Thread(bundle, making));
  const most = BLOCKS_A_THREAD * threads.length;
  const underWay: { item: Item; made: Promise<MadeBlock> }[] = [];
  let next = 0;
  try {
    for await (const item of blocks) {
      const thread = threads[next++ % threads.length];
      if (thread !== undefined) underWay.push({ item, made: thread.make(item.block) });
      const first = underWay.length < most ? undefined : underWay.shift();
      if (first !== undefined) yield { item: first.item, made: await first.made };
    }
    for (const { item, made } of underWay) yield { item, made: await made };
  } finally {
    await Promise.all(threads.map((thread) => thread.stop()));
  }
}
