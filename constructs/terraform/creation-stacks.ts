import { createRequire } from "node:module";

const stackTrace = createRequire(__filename)("cdktf/lib/tokens/private/stack-trace") as object;

/**
 * cdktf records the whole stack trace of each token's creation, for its own messages, which nobody reads
 * here. That takes much of a synth's time, and more with ts-node, which maps each line of the trace.
 */
Object.assign(stackTrace, { captureStackTrace: () => [] });
