import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join, normalize } from "node:path";

import { expect } from "chai";

import packageJson from "../../package.json";

const PROJECT = join(__dirname, "..", "..");

const PAGES = [
  "README.md",
  "ARCHITECTURE.md",
  ".github/CONTRIBUTING.md",
  ...readdirSync(join(PROJECT, "docs"), { recursive: true, encoding: "utf8" })
    // Names tests without their endings: `tests.test.ts` looks for them.
    .filter((file) => file.endsWith(".md") && file !== "tests.md")
    .map((file) => `docs/${file}`),
];

/** Paths from the top of the project, but patterns (`*`, `<…>`) and what a command writes (`docs/*.html`). */
const PATH =
  /^(?:\.github|__tests__|bench|commands|constructs|contact-flow|docs|flow-templates|lambda-src|plan-review|sandbox)\/[\w./-]*$/;

const textOf = (page: string) => readFileSync(join(PROJECT, page), "utf8");
const matches = (page: string, pattern: RegExp) =>
  [...textOf(page).matchAll(pattern)].map(([, found = ""]) => found);
const missing = (paths: readonly string[]) =>
  paths.filter((path) => !existsSync(join(PROJECT, path)));

describe("What a page names is there:", () => {
  for (const page of PAGES) {
    it(page, () => {
      const paths = matches(page, /`([^`\n]+)`/g).filter(
        (text) => PATH.test(text) && !/^docs\/.*\.html$/.test(text),
      );
      const links = matches(page, /\]\((?!https?:|#|mailto:)([^)#\s]+)/g).map((link) =>
        normalize(join(dirname(page), link)),
      );
      const scripts = matches(page, /`npm run ([\w:-]+)/g).filter(
        (script) => !(script in packageJson.scripts),
      );
      expect({ paths: missing(paths), links: missing(links), scripts }).to.deep.equal({
        paths: [],
        links: [],
        scripts: [],
      });
    });
  }
});
