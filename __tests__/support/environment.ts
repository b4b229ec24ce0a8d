import { terraformEnvironment } from "../../sandbox/environment";

/** What tests themselves read, and what a run against a real instance needs (CONNECT_INSTANCE_ID). */
const OF_TESTS = /^(UPDATE_SNAPSHOTS|CHROMIUM|CONNECT_INSTANCE_ID|NODE_NO_WARNINGS|AWS_SDK_JS_.*)$/;

/** Loaded before any test: what else a developer's shell holds reaches neither tests nor what they start. */
const kept = terraformEnvironment(process.env);
const real = process.env.CONNECT_INSTANCE_ID !== undefined;
for (const name of Object.keys(process.env)) {
  if (kept[name] !== undefined || OF_TESTS.test(name)) continue;
  if (real && name.startsWith("AWS_")) continue;
  Reflect.deleteProperty(process.env, name);
}
