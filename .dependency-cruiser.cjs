/**
 * Which way imports run, types' too (ARCHITECTURE.md, Where is what?). What a top-level folder may import
 * at all stands in eslint.config.mjs, ROOMS, where an editor shows it.
 *
 * @see https://github.com/sverweij/dependency-cruiser/blob/main/doc/rules-reference.md
 */
module.exports = {
  forbidden: [
    {
      name: "no-circle",
      comment:
        "Two files that import one another are one thing: join them, or put what both need below them.",
      severity: "error",
      from: {},
      to: { circular: true },
    },
    {
      name: "no-circle-of-folders",
      comment:
        "A folder that imports one that imports it has no inside: move the file that both need.",
      severity: "error",
      scope: "folder",
      from: { path: "^(constructs|sandbox|contact-flow|plan-review|lambda-src|commands)/" },
      to: { circular: true },
    },
    {
      name: "face-above-rooms",
      comment:
        "The files directly in a folder put its rooms together: a room below doesn't know them.",
      severity: "error",
      from: { path: "^(constructs|sandbox)/[^/]+/" },
      to: { path: "^$1/[^/]+\\.ts$" },
    },
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    includeOnly:
      "^(main|kwglobal|constructs|contact-flow|lambda-src|sandbox|plan-review|commands|bench)",
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
  },
};
