import { readFileSync } from "node:fs";
import { join } from "node:path";

import { expect } from "chai";

import { DEFAULT_SECURITY_PROFILES } from "../../sandbox/connect/fresh-instance/default-security-profiles";

const PAGE = readFileSync(join(__dirname, "..", "..", "docs", "security.md"), "utf8");

describe("docs/security.md", () => {
  it("says which built-in security profiles may listen to recordings and calls", () => {
    const [, chapter = ""] = PAGE.split("## Who may listen to whom?\n");
    const [text = ""] = chapter.split("\n## ", 1);
    const rows = [...text.matchAll(/^\| `(\w+)` +\| (yes|no) +\| (yes|no) +\|$/gm)];
    const may = (permissions: readonly string[], permission: string) =>
      permissions.includes(permission) ? "yes" : "no";
    expect(rows.map(([, ...cells]) => cells)).to.deep.equal(
      DEFAULT_SECURITY_PROFILES.map(({ name, permissions }) => [
        name,
        may(permissions, "ListenCallRecordings"),
        may(permissions, "ManagerListenIn"),
      ]),
    );
  });
});
