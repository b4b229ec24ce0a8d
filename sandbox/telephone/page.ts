import { readFile } from "node:fs/promises";
import { join } from "node:path";

import type { ServiceResponse } from "../gateway/http";

const FOLDER = join(__dirname, "page");

/** Nothing is loaded from anywhere else, and nothing runs but a page's own script. */
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "connect-src 'self'",
  "img-src 'self' data:",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join("; ");

const HEADERS = {
  "content-security-policy": POLICY,
  "x-content-type-options": "nosniff",
  "referrer-policy": "no-referrer",
  "cache-control": "no-store",
};

const scripts = new Map<string, Promise<string>>();

/** A page's script, made of its modules once: when a page first asks for it. */
function bundle(entry: string): Promise<string> {
  const script = scripts.get(entry) ?? built(entry);
  scripts.set(entry, script);
  return script;
}

const built = (entry: string): Promise<string> =>
  import("esbuild").then(async ({ build }) => {
    const { outputFiles } = await build({
      entryPoints: [join(FOLDER, entry)],
      bundle: true,
      format: "esm",
      target: "es2022",
      sourcemap: "inline",
      write: false,
    });
    return outputFiles[0]?.text ?? "";
  });

interface PageFile {
  readonly type: string;
  text(): Promise<string>;
}

const file = (name: string, type: string): PageFile => ({
  type: `${type}; charset=utf-8`,
  text: () => readFile(join(FOLDER, name), "utf8"),
});
const styles = (...names: readonly string[]): Readonly<Record<string, PageFile>> =>
  Object.fromEntries(names.map((name) => [`${name}.css`, file(`${name}.css`, "text/css")]));
const script = (entry: string): PageFile => ({
  type: "text/javascript; charset=utf-8",
  text: () => bundle(entry),
});

const FILES: Readonly<Record<string, PageFile>> = {
  "": file("phone.html", "text/html"),
  wallboard: file("wallboard.html", "text/html"),
  ...styles(
    "ground",
    "bar",
    "phone",
    "device",
    "panels",
    "agents",
    "overlays",
    "wallboard",
    "evaluation",
  ),
  "phone.js": script("main.ts"),
  "wallboard.js": script("wallboard.ts"),
};

/** A file of the pages. @returns undefined if they have no such file */
export async function pageFile(name: string): Promise<ServiceResponse | undefined> {
  const found = Object.hasOwn(FILES, name) ? FILES[name] : undefined;
  if (found === undefined) return undefined;
  return {
    status: 200,
    headers: { ...HEADERS, "content-type": found.type },
    body: await found.text(),
  };
}
