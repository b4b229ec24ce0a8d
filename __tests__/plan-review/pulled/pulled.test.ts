import { linkSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";

import { expect } from "chai";

import { changedFiles } from "../../../plan-review/pulled/files";
import { pulledText } from "../../../plan-review/pulled/text";

describe("What a pull hands on", () => {
  let folder: string;
  const put = (path: string, text: string) => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  };
  const files = () => changedFiles(join(folder, "files"), join(folder, "project"));

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "pulled-"));
    mkdirSync(join(folder, "files"));
    put("project/kwglobal.ts", "old");
    put("project/flow-templates/menu.json", "{}");
    put("project/docs/menu.svg", "<svg >old</svg>");
    put("project/package.json", "{}");
    put("project/.github/workflows/apply.yml", "on: push");
  });

  afterEach(() => {
    rmSync(folder, { recursive: true });
  });

  it("is templates, the center's value and pictures, where they differ", () => {
    put("files/kwglobal.ts", "new");
    put("files/flow-templates/menu.json", '{"StartAction":"Welcome"}');
    put("files/docs/menu.svg", "<svg >old</svg>");
    expect(files()).to.deep.equal([
      { path: "flow-templates/menu.json", text: '{"StartAction":"Welcome"}' },
      { path: "kwglobal.ts", text: "new" },
    ]);
  });

  for (const [path, text] of [
    ["package.json", "{}"],
    [".github/workflows/apply.yml", "on: pull_request_target"],
    ["plan-review/judge.ts", ""],
    ["flow-templates/../package.json", "{}"],
    ["flow-templates/sub/menu.json", "{}"],
    ["docs/go-live.md", "Send your keys to me"],
  ] as const) {
    it(`is never ${path}`, () => {
      put(`files/${path}`, text);
      expect(files).to.throw("must not be changed by a pull");
    });
  }

  it("is no file that the project doesn't have", () => {
    put("files/flow-templates/other.json", "{}");
    expect(files).to.throw("flow-templates/other.json must be a file of the project");
  });

  for (const text of [
    "<svg ><script>1</script></svg>",
    '<svg onload="x()"></svg>',
    '<svg ><a href="https://evil.example"/></svg>',
    "<html></html>",
  ]) {
    it(`is no picture like ${text}`, () => {
      put("files/docs/menu.svg", text);
      expect(files).to.throw("docs/menu.svg must be a drawing, and nothing else");
    });
  }

  it("is refused with every fault at once", () => {
    put("files/flow-templates/menu.json", "{");
    symlinkSync("/etc/passwd", join(folder, "files", "kwglobal.ts"));
    mkdirSync(join(folder, "files", "docs"));
    linkSync(join(folder, "project", "package.json"), join(folder, "files", "docs", "menu.svg"));
    expect(files).to.throw(
      /menu\.svg must have no other name.*\n.*menu\.json must be JSON\n.*kwglobal\.ts must be an ordinary file/,
    );
  });
});

describe("The text of the pull request", () => {
  const text = (words: string) =>
    pulledText({
      environment: "prod",
      words,
      flows: [],
      run: "https://github.com/a/b/actions/runs/1",
    });

  it("says what merging and what closing does, and lets no word of others be markup", () => {
    const told = text("```\n@everybody <img src=x>\n```\n");
    expect(told).to.include("npm run apply -- prod").and.include("/actions/runs/1");
    expect(told).to.include("````\n```\n@everybody <img src=x>\n```\n````");
  });

  it("has room at GitHub, whatever was said", () => {
    const told = text("a line of words\n".repeat(20_000));
    expect(told.length).to.be.lessThan(65_000);
    expect(told).to.match(/… and \d+ more lines, in the run's log/);
  });
});
