import { join } from "node:path";
import ts from "typescript";

import type { Mutant } from "./mutant";

/** The settings and the files of the project's tsconfig.json. */
function configuration(root: string): ts.ParsedCommandLine {
  const file = join(root, "tsconfig.json");
  const { config } = ts.readConfigFile(file, (path) => ts.sys.readFile(path)) as {
    config: unknown;
  };
  return ts.parseJsonConfigFileContent(config, ts.sys, root);
}

/**
 * Asks the compiler about the mutants that no test has noticed: what doesn't compile can't land, since
 * `npm test` begins with types. Only the changed file itself is looked at.
 */
export function refusedByCompiler(mutants: readonly Mutant[], root: string): Set<Mutant> {
  const { options } = configuration(root);
  const changed = new Map<string, { version: number; text: string | undefined }>();
  const textOf = (path: string) => changed.get(path)?.text ?? ts.sys.readFile(path);
  const service = ts.createLanguageService(
    {
      getCompilationSettings: () => options,
      getCurrentDirectory: () => root,
      getDefaultLibFileName: ts.getDefaultLibFilePath,
      getScriptFileNames: () => [...new Set(mutants.map(({ file }) => join(root, file)))],
      getScriptVersion: (path) => String(changed.get(path)?.version ?? 0),
      getScriptSnapshot: (path) => {
        const text = textOf(path);
        return text === undefined ? undefined : ts.ScriptSnapshot.fromString(text);
      },
      fileExists: (path) => ts.sys.fileExists(path),
      readFile: textOf,
      readDirectory: (...given) => ts.sys.readDirectory(...given),
    },
    ts.createDocumentRegistry(),
  );
  return new Set(
    mutants.filter((mutant) => {
      const path = join(root, mutant.file);
      const version = (changed.get(path)?.version ?? 0) + 1;
      changed.set(path, { version, text: mutant.changed });
      const faults =
        service.getSyntacticDiagnostics(path).length + service.getSemanticDiagnostics(path).length;
      changed.set(path, { version: version + 1, text: undefined });
      return faults > 0;
    }),
  );
}
