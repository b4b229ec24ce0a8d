import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "chai";
import { findProviderSource } from "../../../sandbox/terraform/terraform-mirror";

describe("the source of Terraform's providers", () => {
  const folder = () => mkdtempSync(join(tmpdir(), "mirror-"));

  const mirrorIn = (root: string, ...names: string[]) => {
    const mirror = join(root, ...names);
    mkdirSync(join(mirror, "registry.terraform.io", "hashicorp", "aws", "5.100.0"), {
      recursive: true,
    });
    return mirror;
  };

  /** A machine without anything. */
  const bare = () => ({ environment: {}, home: folder(), pluginFolders: [], software: folder() });

  it("is the registry where there is nothing else", async () => {
    expect(await findProviderSource(folder(), bare())).to.deep.equal({
      mirror: undefined,
      cliConfigFile: undefined,
    });
  });

  it("is the person's own configuration, left alone", async () => {
    const own = join(folder(), "terraform.rc");
    writeFileSync(own, "");
    const search = { ...bare(), environment: { TF_CLI_CONFIG_FILE: own }, software: folder() };
    mirrorIn(search.software);
    expect((await findProviderSource(folder(), search)).cliConfigFile).to.equal(own);
  });

  it("ignores a TF_CLI_CONFIG_FILE that is not there", async () => {
    const environment = { TF_CLI_CONFIG_FILE: "/nowhere/terraform.rc" };
    const found = await findProviderSource(folder(), { ...bare(), environment });
    expect(found.cliConfigFile).to.equal(undefined);
  });

  it("is the mirror that KW_TERRAFORM_MIRROR names, for what that mirror has", async () => {
    const work = folder();
    const mirror = mirrorIn(folder());
    const environment = { KW_TERRAFORM_MIRROR: mirror };
    const found = await findProviderSource(work, { ...bare(), environment });
    expect(found).to.deep.equal({ mirror, cliConfigFile: join(work, "terraform.rc") });
    expect(readFileSync(join(work, "terraform.rc"), "utf8")).to.equal(`provider_installation {
  filesystem_mirror {
    path    = "${mirror}"
    include = ["registry.terraform.io/hashicorp/aws"]
  }
  direct {
    exclude = ["registry.terraform.io/hashicorp/aws"]
  }
}
`);
  });

  it("refuses a KW_TERRAFORM_MIRROR that is no mirror", async () => {
    const environment = { KW_TERRAFORM_MIRROR: folder() };
    const found = findProviderSource(folder(), { ...bare(), environment });
    const error: unknown = await found.catch((reason: unknown) => reason);
    expect(String(error)).to.contain("KW_TERRAFORM_MIRROR must name a folder with");
  });

  it("is a plugin folder that Terraform searches by itself, without any configuration", async () => {
    const mirror = mirrorIn(folder());
    const found = await findProviderSource(folder(), { ...bare(), pluginFolders: [mirror] });
    expect(found).to.deep.equal({ mirror, cliConfigFile: undefined });
  });

  for (const depth of [["plugins"], ["terraform", "plugins"]]) {
    it(`is a mirror among installed software, ${depth.length} deep`, async () => {
      const search = bare();
      const mirror = mirrorIn(search.software, ...depth);
      expect((await findProviderSource(folder(), search)).mirror).to.equal(mirror);
    });
  }
});
