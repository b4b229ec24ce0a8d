import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";

import { expect } from "chai";

/**
 * Compares a value with the JSON file that reviewers read. `UPDATE_SNAPSHOTS=1 npm run test:fast`
 * writes the files anew; a file that is missing fails, so that none is made unseen.
 */
export function expectSnapshot(value: unknown, file: string): void {
  const text = `${JSON.stringify(sorted(value), null, 2)}\n`;
  if (process.env.UPDATE_SNAPSHOTS === "1") {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
  expect(
    existsSync(file),
    `${file} is missing: run with UPDATE_SNAPSHOTS=1 and review it`,
  ).to.equal(true);
  expect(JSON.parse(text)).to.deep.equal(JSON.parse(readFileSync(file, "utf8")));
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) {
    return value.map(sorted);
  }
  if (typeof value === "object" && value !== null) {
    const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
    return Object.fromEntries(entries.map(([key, each]) => [key, sorted(each)]));
  }
  return value;
}
