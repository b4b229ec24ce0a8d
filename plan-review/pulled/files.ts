import { readdirSync } from "node:fs";
import { join } from "node:path";
import { readArtifact } from "../artifact.ts";

/** A file of the project, as a pull leaves it. */
export interface ChangedFile {
  /** Below the project, with `/`. */
  readonly path: string;
  readonly text: string;
}

/** What a pull changes: templates, the center's value, and the flows' pictures. */
const MAY_CHANGE = /^(flow-templates\/[\w-]+\.json|kwglobal\.ts|docs\/[\w-]+\.svg)$/;

/** Bytes of one. */
const LIMIT = 2_000_000;

/** What GitHub or a browser could take for more than a drawing. */
const ACTIVE = /<\s*(script|foreignObject|iframe|image|use|a)\b|\son\w+\s*=|href|<!/i;

/**
 * Reads the files that a pull has changed. The job that pulled has run packages of npm: only files that
 * the project has, and that a pull changes, are taken.
 *
 * @param folder - With their paths below it.
 * @param project - The project's folder, as it was.
 * @throws Error that names every file that may not be changed, or isn't what it should be.
 */
export function changedFiles(folder: string, project: string): readonly ChangedFile[] {
  const faults: string[] = [];
  const files = filesBelow(folder, "").flatMap((path): ChangedFile[] => {
    try {
      if (!MAY_CHANGE.test(path)) throw new Error(`${path} must not be changed by a pull`);
      const text = readArtifact(folder, path, LIMIT) ?? "";
      const before = readArtifact(project, path, LIMIT);
      if (before === undefined) throw new Error(`${path} must be a file of the project`);
      checkContent(path, text);
      return text === before ? [] : [{ path, text }];
    } catch (error) {
      faults.push((error as Error).message);
      return [];
    }
  });
  if (faults.length > 0) throw new Error(faults.join("\n"));
  return files;
}

function checkContent(path: string, text: string): void {
  if (path.endsWith(".svg") && (!text.startsWith("<svg ") || ACTIVE.test(text))) {
    throw new Error(`${path} must be a drawing, and nothing else`);
  }
  if (!path.endsWith(".json")) return;
  try {
    JSON.parse(text);
  } catch {
    throw new Error(`${path} must be JSON`);
  }
}

/** Whatever isn't a folder, links too: a reader refuses those. */
function filesBelow(folder: string, under: string): string[] {
  return readdirSync(join(folder, under), { withFileTypes: true })
    .flatMap((entry) => {
      const path = under === "" ? entry.name : `${under}/${entry.name}`;
      return entry.isDirectory() ? filesBelow(folder, path) : [path];
    })
    .sort();
}
