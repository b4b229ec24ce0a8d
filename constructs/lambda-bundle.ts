import { createHash } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, dirname, join } from "node:path";

import { buildSync } from "esbuild";
import { zipSync } from "fflate";

/** The code of a function, bundled. */
export interface LambdaBundle {
  /** A zip file on this machine. */
  readonly path: string;
  /** SHA-256 of the zip, base64, as `source_code_hash` wants it. */
  readonly hash: string;
  /** Bytes of the zip. */
  readonly size: number;
}

/** What a bundle is made of. */
export interface LambdaBundleSource {
  /** A TypeScript file below `lambda-src/`, whose exports are the handlers. */
  readonly entry: string;
  /** Files that the code reads at run time, put beside it. */
  readonly assets?: readonly string[];
}

const ROOT = join(__dirname, "..");
/** Zip has no time zones: this is the same moment's digits everywhere, so the bytes are, too. */
const LONG_AGO = new Date(1980, 0, 1);

const bundles = new Map<string, LambdaBundle>();
let folder: string | undefined;

/**
 * Bundles a function with all that it imports, the SDK too, so that what was tested is what runs.
 * The same sources give the same bytes on every machine. One process bundles each entry once.
 */
export function bundleLambda({ entry, assets = [] }: LambdaBundleSource): LambdaBundle {
  const known = bundles.get(entry);
  if (known !== undefined) {
    return known;
  }
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
  });
  const files = [
    ...outputFiles.map(({ contents }) => ["index.js", contents] as const),
    ...assets.map((asset) => [basename(asset), readFileSync(join(ROOT, asset))] as const),
  ];
  const zip = zipSync(Object.fromEntries(files), { level: 9, mtime: LONG_AGO });
  const path = join(temporaryFolder(), `${basename(dirname(entry))}.zip`);
  writeFileSync(path, zip);
  const bundle = {
    path,
    hash: createHash("sha256").update(zip).digest("base64"),
    size: zip.byteLength,
  };
  bundles.set(entry, bundle);
  return bundle;
}

/** The zips are copied into the stack's assets at synth; afterwards they aren't needed. */
function temporaryFolder(): string {
  if (folder === undefined) {
    const made = mkdtempSync(join(tmpdir(), "lambda-bundles-"));
    process.once("exit", () => {
      rmSync(made, { recursive: true, force: true });
    });
    folder = made;
  }
  return folder;
}
