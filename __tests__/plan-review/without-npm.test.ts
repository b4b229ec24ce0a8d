import { readFileSync } from "node:fs";
import { builtinModules } from "node:module";
import { join } from "node:path";

import { expect } from "chai";
import ts from "typescript";

const ROOM = join(__dirname, "..", "..", "plan-review");

/** Syntax that isn't only types, and types that are imported or exported as values. */
const NOT_ERASABLE = [1294, 1484, 1485, 1205, 1448];

/** Node runs these files as they stand, beside credentials, where nothing from npm is installed. */
describe("the room plan-review", function () {
  this.timeout(60_000);

  const files = ts.sys.readDirectory(ROOM, [".ts"]);

  it("holds only what Node can strip the types of", () => {
    const program = ts.createProgram(files, {
      target: ts.ScriptTarget.ES2022,
      module: ts.ModuleKind.ESNext,
      moduleResolution: ts.ModuleResolutionKind.Bundler,
      allowImportingTsExtensions: true,
      noEmit: true,
      // Whether types fit is the compiler's matter (npm run check); without libraries it is quick.
      noLib: true,
      types: [],
      erasableSyntaxOnly: true,
      verbatimModuleSyntax: true,
    });
    const faults = files.flatMap((file) =>
      program
        .getSemanticDiagnostics(program.getSourceFile(file))
        .filter(({ code }) => NOT_ERASABLE.includes(code))
        .map(({ messageText }) => `${file}: ${ts.flattenDiagnosticMessageText(messageText, " ")}`),
    );
    expect(faults).to.deep.equal([]);
  });

  it("imports nothing but Node's own modules and itself, by the files' full names", () => {
    const imports = files.flatMap((file) =>
      ts.preProcessFile(readFileSync(file, "utf8")).importedFiles.map(({ fileName }) => fileName),
    );
    expect(imports).to.have.length.above(0);
    for (const name of imports) {
      const own = name.startsWith("node:") && builtinModules.includes(name.slice(5));
      expect(own || /^\.{1,2}\/[\w./-]+\.ts$/.test(name), name).to.equal(true);
    }
  });
});
