import { readFileSync } from "node:fs";
import { join } from "node:path";

import { expect } from "chai";

import { terraformEnvironment, installerEnvironment } from "../../sandbox/machine/environment";
import { MOTO_VERSION } from "../../sandbox/moto/python";
import { pinnedReleases } from "../../sandbox/terraform/terraform-release";
import { cdktfCliRuns } from "../support/cdktf-cli";
import { readWorkflow } from "../support/github/workflow";

const PROJECT = join(__dirname, "..", "..");
const read = (...path: string[]) => readFileSync(join(PROJECT, ...path), "utf8");

/** A text in which line breaks don't matter. */
const flowing = (text: string) => text.replaceAll(/\s+/g, " ");

describe("What the README says of a fresh machine", () => {
  const readme = flowing(read("README.md"));
  const { engines, scripts } = JSON.parse(read("package.json")) as {
    readonly engines: { readonly node: string };
    readonly scripts: Readonly<Record<string, string>>;
  };

  it("names the Node.js that is asked for, without which npm installs nothing", () => {
    const [, ...versions] =
      /You need Node (\d+) \(from (\d+\.\d+)\), (\d+) \(from (\d+\.\d+)\) or (\d+), which are tested/.exec(
        readme,
      ) ?? [];
    const [first, oldestFirst, second, oldestSecond, third] = versions;
    expect(engines.node).to.equal(`^${oldestFirst}.0 || ^${oldestSecond}.0 || >=${third}.0.0`);
    expect(read(".npmrc").split("\n")).to.include("engine-strict=true");
    const { jobs } = readWorkflow(join(PROJECT, ".github", "workflows", "pull-request.yml"));
    const { strategy } = jobs.checks as { strategy?: { matrix?: { node?: readonly number[] } } };
    expect(strategy?.matrix?.node?.map(String)).to.deep.equal([first, second, third]);
    const page = flowing(read("docs", "pull-requests.md"));
    for (const version of [first, second, third]) {
      expect(page).to.include(`\`checks (${version})\``);
    }
  });

  it("says on which of them cdktf's own command line runs", () => {
    expect(readme).to.include("they need `terraform` on the PATH, and Node 20 or 22.");
    // https://nodejs.org/download/releases: the binary interfaces of 20, 22 and 24.
    expect(["115", "127", "137"].map((it) => cdktfCliRuns(it))).to.deep.equal([true, true, false]);
  });

  it("names what is fetched, in the versions that are pinned", () => {
    const releases = pinnedReleases();
    expect(readme).to.include(`**Terraform ${releases[0]?.version}** from HashiCorp`);
    expect(readme).to.include(`**moto ${MOTO_VERSION}** by pip`);
    const systems = new Set(releases.map(({ archive }) => archive.split("_")[2]));
    expect([...systems].sort()).to.deep.equal(["darwin", "linux"]);
    expect(readme).to.include("On Linux and macOS; elsewhere [install it]");
  });

  it("names a command, and variables that reach what they are for", () => {
    expect(scripts).to.have.property("doctor");
    const page = read("docs", "sandbox.md");
    const [, table = ""] = /## Where do programs come from\?\n\n([\s\S]*?)\n\n/.exec(page) ?? [];
    const names = [...table.matchAll(/^\| `(\w+)/gm)].map(([, name = ""]) => name);
    expect(names).to.include.members(["KW_DOWNLOADS", "KW_TERRAFORM_RELEASES", "PIP_INDEX_URL"]);
    const variables = Object.fromEntries(names.map((name) => [name, "x"]));
    expect({ ...terraformEnvironment(variables), ...installerEnvironment(variables) }).to.have.keys(
      names,
    );
  });
});
