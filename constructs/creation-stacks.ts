import { createRequire } from "node:module";

const stackTrace = createRequire(__filename)("cdktf/lib/tokens/private/stack-trace") as object;

/**
 * cdktf notes for each token the whole stack that made it, for messages of its own that nobody reads.
 * That is a good part of a synth's time, the more so where ts-node translates each line of it.
 */
Object.assign(stackTrace, { captureStackTrace: () => [] });
