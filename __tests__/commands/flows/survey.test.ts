import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { expect } from "chai";

import { survey } from "../../../commands/flows/survey";
import { action, flowOf } from "../../contact-flow/flows";

describe("npm run flows -- survey", () => {
  let folder: string;
  const repository = (name: string) => join(folder, name);

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "survey-"));
    mkdirSync(repository("somebody+flows"));
    mkdirSync(repository("nobody+nothing"));
  });
  afterEach(() => {
    rmSync(folder, { recursive: true });
  });

  it("lints, calls and draws each flow of each repository, and counts", async () => {
    const menu = join(__dirname, "..", "mutants", "fixtures", "menu.json");
    cpSync(menu, join(repository("somebody+flows"), "menu.json"));
    const bad = JSON.stringify(flowOf(action("Play", "PlayPrompt")));
    writeFileSync(join(repository("somebody+flows"), "bad.json"), bad);
    const told: string[] = [];
    expect(await survey(folder, {}, (text) => told.push(text))).to.equal(0);
    const text = told.join("\n");
    expect(text).to.match(/somebody\/flows +│ 2 +│ 0 +│ 1 +│ 0 /);
    expect(text).to.include("somebody+flows/bad.json: error action-type: Invalid Action type");
    expect(text).to.not.include("nobody");
  });

  it("refuses a folder without a flow", async () => {
    const failed = await survey(folder, {}, () => undefined).catch((error: unknown) => error);
    expect(String(failed)).to.include("no folder below");
  });
});
