import { readFileSync } from "node:fs";
import { join } from "node:path";

import { expect } from "chai";

import { placeholders } from "../../../commands/doctor/checks/placeholders";
import { examine } from "../../../commands/doctor/finding";
import { placeholdersIn } from "../../../constructs/validation/warnings/placeholders";
import { HARBOR_TRAVEL } from "../../support/harbor-travel";
import { ACCOUNTS, ENVIRONMENTS, KWGLOBAL } from "../../../kwglobal";

const DECIDED = {
  center: {
    ...HARBOR_TRAVEL,
    quickConnects: [
      { name: "Management", type: "PHONE_NUMBER", phoneNumber: "+13025550123" },
      { name: "Desk", type: "PHONE_NUMBER", phoneNumber: "+13026550123" },
    ] as const,
  },
  accounts: ACCOUNTS.map((account) => ({ ...account, id: "123412341234" })),
  environments: ENVIRONMENTS.map((each) => ({ ...each, alarmEmails: ["a@kwglobal.com"] })),
};

describe("the placeholders in kwglobal.ts", () => {
  it("are values that nobody can have", () => {
    expect(placeholdersIn(DECIDED).map(({ value }) => value)).to.deep.equal(["+13025550123"]);
    const emails = ["x@kwglobal.example", "x@example.com", "x@a.test", "x@test.com"];
    const environments = ENVIRONMENTS.slice(0, 1).map((each) => ({ ...each, alarmEmails: emails }));
    const accounts = ACCOUNTS.slice(0, 1).map((each) => ({ ...each, id: "333333333333" }));
    const found = placeholdersIn({
      center: { ...HARBOR_TRAVEL, quickConnects: [] },
      accounts,
      environments,
    });
    expect(found.map(({ value }) => value)).to.deep.equal(["333333333333", ...emails.slice(0, 3)]);
  });

  it("are told all at once, each with its line and what belongs there", async () => {
    const text = 'const a = 1;\nconst DEV = { id: "111111111111" };\n';
    const [told] = await examine([
      placeholders(
        {
          center: DECIDED.center,
          accounts: ACCOUNTS.slice(0, 1).map((each) => ({ ...each, id: "111111111111" })),
          environments: [],
        },
        text,
      ),
    ]);
    expect(told?.found.split("\n")).to.deep.equal([
      'kwglobal.ts:2 has 111111111111 for the id of the AWS account "dev"',
      'kwglobal.ts has +13025550123 for the number of the quick connect "Management"',
    ]);
    expect(told?.cure).to.include("docs/go-live.md");
  });

  it("are among what the comments in kwglobal.ts call so, and the page says to decide", () => {
    const project = join(__dirname, "..", "..", "..");
    const page = readFileSync(join(project, "docs", "go-live.md"), "utf8");
    expect(page).to.include("npm run doctor");
    for (const word of ["account ids", "alarms", "managers' own number"]) {
      expect(page).to.include(word);
    }
    // Each is found on a line of the file, whatever it is by then.
    const value = { center: KWGLOBAL, accounts: ACCOUNTS, environments: ENVIRONMENTS };
    const file = readFileSync(join(project, "kwglobal.ts"), "utf8");
    for (const { value: left } of placeholdersIn(value)) expect(file).to.include(`"${left}"`);
  });
});
