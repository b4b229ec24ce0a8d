import { copyFileSync, mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { buildSync, type Metafile } from "esbuild";
import { recordVanityNumberBundle } from "../../lambda-src/record-vanity-number/bundle";

const ROOT = join(__dirname, "../..");

/** A bundle on this machine, with its assets beside it. */
export interface Built {
  readonly file: string;
  readonly metafile: Metafile;
}

/**
 * Bundles a file as a function is deployed.
 * @param entry from the project's root
 */
export function build(entry: string): Built {
  const folder = mkdtempSync(join(tmpdir(), "vanity-bench-"));
  const file = join(folder, "index.js");
  const { metafile } = buildSync({
    absWorkingDir: ROOT,
    entryPoints: [entry],
    bundle: true,
    minify: true,
    platform: "node",
    target: "node20",
    format: "cjs",
    mainFields: ["module", "main"],
    outfile: file,
    metafile: true,
    logLevel: "error",
  });
  for (const asset of recordVanityNumberBundle.assets)
    copyFileSync(join(ROOT, asset), join(folder, basename(asset)));
  return { file, metafile };
}

/**
 * How many bytes of a bundle come from where: each package, and the project itself.
 * @param metafile of a build
 */
export function contents(metafile: Metafile): [string, number][] {
  const bytes = new Map<string, number>();
  for (const { inputs } of Object.values(metafile.outputs))
    for (const [input, { bytesInOutput }] of Object.entries(inputs)) {
      const from = /.*node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(input)?.[1] ?? "the project's own";
      bytes.set(from, (bytes.get(from) ?? 0) + bytesInOutput);
    }
  return [...bytes].sort(([, a], [, b]) => b - a);
}
