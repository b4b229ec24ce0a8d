import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";

/*
 * Loads what a synth can't do without, and does nothing: cdktf and the provider's modules that the
 * constructs import. The floor that a synth is measured against.
 */
const load = createRequire(__filename);
const CONSTRUCTS = join(__dirname, "..", "constructs");

const sources = readdirSync(CONSTRUCTS, { recursive: true, encoding: "utf8" })
  .filter((file) => file.endsWith(".ts"))
  .map((file) => readFileSync(join(CONSTRUCTS, file), "utf8"));
const modules = sources.flatMap((source) =>
  [...source.matchAll(/from "(@cdktf\/provider-aws\/lib\/[^"]+)"/g)].map(([, module]) => module),
);
for (const module of new Set(["cdktf", ...modules])) {
  // cdktf loads a class when it is first asked for: ask for all that the constructs import.
  Object.values(load(module ?? "") as object);
}
