/**
 * Lets Node take `cdktn` wherever `cdktf` is asked for, by the constructs and by the AWS provider's
 * package alike: what the alias in package.json does that docs/how-to/move-to-cdktn.md tells to set.
 */
const Module = require("node:module");

const resolve = Module._resolveFilename;
Module._resolveFilename = (request, ...others) =>
  resolve(request.replace(/^cdktf(?=$|\/)/, "cdktn"), ...others);
