/** What ts-node transpiles with (`tsconfig.json`): esbuild, with a source map for its stack traces. */
const { transform } = require("./esbuild.cjs");

exports.create = () => ({
  transpile(source, { fileName }) {
    const { code, map } = transform(source, fileName, "with map");
    return { outputText: code, sourceMapText: map };
  },
});
