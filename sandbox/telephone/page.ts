import { readFile } from "node:fs/promises";
import { join } from "node:path";

import type { ServiceResponse } from "../http";

const FOLDER = join(__dirname, "page");

/** Nothing is loaded from anywhere else, and nothing runs but the page's own script. */
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

let script: Promise<string> | undefined;

/** The page's script, made of its modules once: when a page first asks for it. */
function bundle(): Promise<string> {
  script ??= import("esbuild").then(async ({ build }) => {
    const { outputFiles } = await build({
      entryPoints: [join(FOLDER, "main.ts")],
      bundle: true,
      format: "esm",
      target: "es2022",
      sourcemap: "inline",
      write: false,
    });
    return outputFiles[0]?.text ?? "";
  });
  return script;
}

const FILES: Readonly<Record<string, { readonly type: string; text(): Promise<string> }>> = {
  "": {
    type: "text/html; charset=utf-8",
    text: () => readFile(join(FOLDER, "phone.html"), "utf8"),
  },
  "phone.css": {
    type: "text/css; charset=utf-8",
    text: () => readFile(join(FOLDER, "phone.css"), "utf8"),
  },
  "phone.js": { type: "text/javascript; charset=utf-8", text: bundle },
};

/** A file of the page. @returns undefined if it has no such file */
export async function pageFile(name: string): Promise<ServiceResponse | undefined> {
  const file = Object.hasOwn(FILES, name) ? FILES[name] : undefined;
  if (file === undefined) return undefined;
  return {
    status: 200,
    headers: { ...HEADERS, "content-type": file.type },
    body: await file.text(),
  };
}
