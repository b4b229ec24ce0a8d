import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "chai";

const CONFIGURATION = join(__dirname, "every-connect-resource");
const BINDINGS = join(__dirname, "../../node_modules/@cdktf/provider-aws/lib");

describe("The configuration that every-connect-resource.e2e.test.ts applies", () => {
  it("has each resource and data source of Amazon Connect that the pinned provider has", () => {
    const texts = readdirSync(CONFIGURATION).map((file) =>
      readFileSync(join(CONFIGURATION, file), "utf8"),
    );
    const blocks = texts.join("\n").matchAll(/^(resource|data) "aws_(connect_\w+)"/gm);
    const used = new Set(
      [...blocks].map(([, block, type = ""]) => (block === "data" ? `data-aws-${type}` : type)),
    );
    const known = readdirSync(BINDINGS)
      .filter((name) => /^(data-aws-)?connect-/.test(name))
      .map((name) =>
        name.startsWith("data-aws-") ? `data-aws-${snake(name.slice(9))}` : snake(name),
      );
    expect(known.length).to.be.greaterThan(0);
    expect([...used]).to.have.members(known);
  });
});

const snake = (name: string): string => name.replaceAll("-", "_");
