/** Lets Node run TypeScript without ts-node: a synth starts in a fraction of the time. */
const { readFileSync } = require("node:fs");

const { transform } = require("./esbuild.cjs");

require.extensions[".ts"] = (module, file) => {
  module._compile(transform(readFileSync(file, "utf8"), file).code, file);
};
