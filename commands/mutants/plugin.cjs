// Stryker loads a plugin by import(), which knows no TypeScript; require() does, once a loader is there.
exports.strykerPlugins = require("./mocha-runner").strykerPlugins;
