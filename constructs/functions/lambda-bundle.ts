import { createHash } from "node:crypto";
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { createRequire } from "node:module";
import { basename, dirname, join } from "node:path";

/** The code of a function, bundled. */
export interface LambdaBundle {
  /** A zip file on this machine. */
  readonly path: string;
  /** SHA-256 of the zip, base64, as `source_code_hash` wants it. */
  readonly hash: string;
}

/** What a bundle is made of; paths are relative to the project's root. */
export interface LambdaBundleSource {
  /** A TypeScript file below `lambda-src/`, whose exports are the handlers. */
  readonly entry: string;
  /** Files that the code reads at run time; they are put next to it. */
  readonly assets?: readonly string[];
}

const ROOT = join(__dirname, "..", "..");
/**
 * Zip entries have local times. This date has the same digits in every time zone, so the bytes are the same
 * everywhere.
 */
const LONG_AGO = new Date(1980, 0, 1);

let sources: string | undefined;

/**
 * Bundles a function with all that it imports, including the SDK, so that the tested code is the code that
 * runs. The same sources give the same bytes on every machine. Bundles are cached in `node_modules/.cache`,
 * since bundling takes longer than the rest of a synth.
 */
export function bundleLambda(source: LambdaBundleSource): LambdaBundle {
  sources ??= fingerprint([
    "package-lock.json",
    "constructs/functions/lambda-bundle.ts",
    "lambda-src",
  ]);
  const name = basename(dirname(source.entry));
  const variant = basename(source.entry, ".ts");
  const folder = join(ROOT, "node_modules", ".cache", "lambda-bundles", sources, variant);
  const path = join(folder, `${name}.zip`);
  if (!existsSync(path)) {
    mkdirSync(folder, { recursive: true });
    // Written elsewhere and renamed, since two synths may bundle at the same time.
    const unfinished = `${path}.${process.pid}`;
    writeFileSync(unfinished, zip(source));
    renameSync(unfinished, path);
  }
  return { path, hash: createHash("sha256").update(readFileSync(path)).digest("base64") };
}

/** esbuild and fflate are loaded only where there is something to bundle. */
const load = createRequire(__filename);

function zip({ entry, assets = [] }: LambdaBundleSource): Uint8Array {
  const { buildSync } = load("esbuild") as typeof import("esbuild");
  const { zipSync } = load("fflate") as typeof import("fflate");
  const { outputFiles } = buildSync({
    absWorkingDir: ROOT,
    entryPoints: [entry],
    bundle: true,
    minify: true,
    platform: "node",
    target: "node22",
    format: "cjs",
    mainFields: ["module", "main"],
    outfile: "index.js",
    write: false,
    legalComments: "none",
    // esbuild throws its errors, and by default prints them too.
    logLevel: "silent",
  });
  const files = [
    ...outputFiles.map(({ contents }) => ["index.js", contents] as const),
    ...assets.map((asset) => [basename(asset), readFileSync(join(ROOT, asset))] as const),
  ];
  return zipSync(Object.fromEntries(files), { level: 9, mtime: LONG_AGO });
}

/** A hash of the given files, and of all files in the given folders, with their paths. */
function fingerprint(paths: readonly string[]): string {
  const hash = createHash("sha256");
  const add = (path: string) => {
    if (statSync(join(ROOT, path)).isDirectory()) {
      readdirSync(join(ROOT, path))
        .sort()
        .forEach((name) => {
          add(`${path}/${name}`);
        });
    } else {
      hash.update(`${path}\n`).update(readFileSync(join(ROOT, path)));
    }
  };
  paths.forEach(add);
  return hash.digest("hex").slice(0, 16);
}
