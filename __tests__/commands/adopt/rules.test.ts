import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

import { expect } from "chai";

import { IMPORT_RULES } from "../../../commands/adopt/rules";

const CONSTRUCTS = join(__dirname, "..", "..", "..", "constructs");

/** The types that the constructs make, whatever the value switches on; bootstrap's stack is no center. */
function typesOfConstructs(): string[] {
  const files = readdirSync(CONSTRUCTS, { recursive: true, encoding: "utf8" }).filter(
    (file) => file.endsWith(".ts") && !file.startsWith("bootstrap"),
  );
  const imported = files.flatMap((file) =>
    [
      ...readFileSync(join(CONSTRUCTS, file), "utf8").matchAll(
        /"@cdktf\/provider-aws\/lib\/(.+)"/g,
      ),
    ].map(([, name = ""]) => name),
  );
  return [...new Set(imported)]
    .filter((name) => name !== "provider" && !name.startsWith("data-aws-"))
    .map((name) => `aws_${name.replaceAll("-", "_")}`)
    .sort();
}

describe("The import rules", () => {
  it("know every type of resource that a center can have: how it is found, or why it is made anew", () => {
    const types = typesOfConstructs();
    expect(types).to.include.members(["aws_connect_instance", "aws_sfn_state_machine"]);
    expect(types.filter((type) => IMPORT_RULES[type] === undefined)).to.deep.equal([]);
  });

  it("know no type that no center has", () => {
    const types = typesOfConstructs();
    expect(Object.keys(IMPORT_RULES).filter((type) => !types.includes(type))).to.deep.equal([]);
  });

  it("give a reason where a type is made anew", () => {
    for (const rule of Object.values(IMPORT_RULES)) {
      if (typeof rule !== "function") expect(rule.recreated).to.match(/\w+ \w+/);
    }
  });
});
