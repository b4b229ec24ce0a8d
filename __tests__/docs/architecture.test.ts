import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

import { expect } from "chai";

const PROJECT = join(__dirname, "..", "..");
const PAGE = readFileSync(join(PROJECT, "ARCHITECTURE.md"), "utf8");

/** The folders that the page's table "in `room/`" names in its first column. */
function told(room: string): string[] {
  const [, table = ""] = PAGE.split(`| in \`${room}/\` `);
  const [rows = ""] = table.split("\n\n");
  return rows
    .split("\n")
    .flatMap((row) => [...(row.split("|")[1] ?? "").matchAll(/`([^`]+)\/`/g)])
    .map(([, folder = ""]) => folder);
}

const foldersIn = (path: string) =>
  readdirSync(join(PROJECT, path), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    // Git knows no empty folders, and leaves them behind when it moves the last file out.
    .filter((name) => readdirSync(join(PROJECT, path, name)).length > 0);

describe("ARCHITECTURE.md", () => {
  it("names every folder in constructs/", () => {
    expect(told("constructs")).to.have.members(foldersIn("constructs"));
  });

  it("names every folder in sandbox/, and those of Amazon Connect", () => {
    const connect = foldersIn("sandbox/connect").map((name) => `connect/${name}`);
    const others = foldersIn("sandbox").filter((name) => name !== "connect");
    expect(told("sandbox")).to.have.members([...others, ...connect]);
  });
});
