/**
 * Turns TypeScript into JavaScript by esbuild, and keeps the result below `node_modules/.cache`, so
 * that only a file that has changed is transformed again. Types are checked apart (`npm run check`).
 */
const { createHash } = require("node:crypto");
const { mkdirSync, readFileSync, renameSync, writeFileSync } = require("node:fs");
const { join, relative } = require("node:path");
const { threadId } = require("node:worker_threads");

const { version } = require("esbuild/package.json");

const CACHE = join(__dirname, "..", "..", "node_modules", ".cache", "typescript", version);

const OPTIONS = {
  loader: "ts",
  format: "cjs",
  target: "node20",
  // As TypeScript does for CommonJS: what is imported late is TypeScript, too, which only `require` loads.
  supported: { "dynamic-import": false },
};

/**
 * The JavaScript of a file.
 *
 * @param {string} source - The file's text.
 * @param {string} file - Its path, for messages.
 * @param {"with map" | "without map"} kind - Whether a source map comes along; it is twice the size.
 * @returns {{ code: string, map: string }} The map is empty where none was asked for.
 */
exports.transform = (source, file, kind = "without map") => {
  const hash = createHash("sha256").update(JSON.stringify(OPTIONS)).update(source).digest("hex");
  const cached = join(CACHE, kind === "with map" ? `${hash}.map.json` : `${hash}.js`);
  const text = read(cached);
  if (text !== undefined) return kind === "with map" ? JSON.parse(text) : { code: text, map: "" };
  // One esbuild for all files of the run, in a thread, rather than one process for each.
  process.env.ESBUILD_WORKER_THREADS = "1";
  const { transformSync } = require("esbuild");
  const { code, map } = transformSync(source, {
    ...OPTIONS,
    sourcefile: relative(process.cwd(), file),
    ...(kind === "with map" && { sourcemap: "external", sourcesContent: false }),
  });
  keep(kind === "with map" ? JSON.stringify({ code, map }) : code, cached);
  return { code, map };
};

function read(cached) {
  try {
    return readFileSync(cached, "utf8");
  } catch (error) {
    if (error.code === "ENOENT") return undefined;
    throw error;
  }
}

function keep(text, cached) {
  try {
    mkdirSync(CACHE, { recursive: true });
    // Renamed into place, since another run or thread may read it at the same time.
    const unfinished = `${cached}.${process.pid}.${threadId}`;
    writeFileSync(unfinished, text);
    renameSync(unfinished, cached);
  } catch (error) {
    // A checkout of somebody else, or a full disk: it is only slower.
    if (!["EACCES", "EPERM", "EROFS", "ENOSPC"].includes(error.code)) throw error;
  }
}
