import { sep } from "node:path";

/** What Node has loaded: the project's modules, as the paths of their files. */
export class Modules {
  private readonly importers = new Map<string, Set<string>>();

  /** Remembers who imports whom at this moment. */
  public constructor() {
    for (const { id, children } of modules()) {
      for (const child of children) {
        const known = this.importers.get(child.id) ?? new Set();
        this.importers.set(child.id, known.add(id));
      }
    }
  }

  /** The file, and all that imports it, directly or not. */
  public thatNeed(file: string): Set<string> {
    const found = new Set([file]);
    // What is added while it goes round is looked at, too.
    for (const each of found) {
      for (const importer of this.importers.get(each) ?? []) found.add(importer);
    }
    return found;
  }
}

/** Those in the working directory, without packages. */
const modules = (): NodeJS.Module[] =>
  Object.values(require.cache).filter(
    (module): module is NodeJS.Module =>
      // Some loaders keep entries without one.
      typeof module?.id === "string" &&
      module.id.startsWith(process.cwd() + sep) &&
      !module.id.includes("node_modules"),
  );

/** Lets Node load these files again, and nothing else: what a test has built first may take seconds. */
export function forget(files: ReadonlySet<string>): void {
  for (const file of files) Reflect.deleteProperty(require.cache, file);
  for (const module of Object.values(require.cache)) {
    // Else they would stay in memory.
    if (Array.isArray(module?.children))
      module.children = module.children.filter(({ id }) => !files.has(id));
  }
}
