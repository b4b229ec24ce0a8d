/**
 * How mocha runs the tests that start processes: several files at a time, since they wait more than they
 * compute, and the slowest first, so that none is left alone at the end.
 */
const { readdirSync } = require("node:fs");
const { join } = require("node:path");

const base = require("../../.mocharc.json");

/** Those that take more than a minute, the slowest first; what applies a center itself before what copies one. */
const SLOWEST = [
  "docs/go-live",
  "commands/plan-and-apply",
  "commands/drill",
  "commands/adopt",
  "sandbox/contact-center/changes",
  "github/workflows-apply",
  "commands/commands",
  "commands/start/watch",
  "commands/bootstrap/bootstrap",
  "sandbox/contact-center/faults",
  "plan-review/real-plans",
  "move-to-cdktn",
  "constructs/bootstrap/calls",
  "github/workflows-drift",
  "github/workflows-destruction",
  "docs/recover",
  "sandbox/contact-center/reporting",
  "sandbox/contact-center/saml",
  "sandbox/deploy",
  "sandbox/golden-center",
  "sandbox/contact-center/passwords",
  "sandbox/telephone/phone-page",
  "sandbox/telephone/deployment-page",
  "commands/erase/erase",
  "sandbox/every-connect-resource",
].map((name) => join("__tests__", `${name}.e2e.test.ts`));

const tests = join(__dirname, "..");
const all = readdirSync(tests, { recursive: true })
  .filter((file) => file.endsWith(".e2e.test.ts"))
  .map((file) => join("__tests__", file));

module.exports = {
  ...base,
  require: [...base.require, "__tests__/support/golden/first.ts"],
  parallel: true,
  jobs: 5,
  timeout: 900_000,
  spec: [...SLOWEST, ...all.filter((file) => !SLOWEST.includes(file))],
};
