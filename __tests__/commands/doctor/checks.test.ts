import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { expect } from "chai";

import { folders } from "../../../commands/doctor/checks/folder";
import { node } from "../../../commands/doctor/checks/node";
import { freePort } from "../../../commands/doctor/checks/port";
import { provider } from "../../../commands/doctor/checks/provider";
import { python } from "../../../commands/doctor/checks/python";
import { terraform } from "../../../commands/doctor/checks/terraform";
import { type Check, examine } from "../../../commands/doctor/finding";
import { localServer, releaseOf, releases } from "../../support/releases-server";

const found = async (check: Check) => (await examine([check]))[0];

describe("a check of this machine", () => {
  let folder: string;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "doctor-"));
  });

  afterEach(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  it("of Node.js wants what package.json wants", async () => {
    expect(await found(node("20.19.0"))).to.deep.equal({
      name: "Node.js",
      ok: true,
      found: "20.19.0",
    });
    // 21 and the first of 22 load no package that is an ES module.
    for (const version of ["20.18.3", "18.20.8", "21.7.3", "22.11.0", "23.5.0"]) {
      expect(await found(node(version))).to.deep.include({
        ok: false,
        found: `Node.js must be ^20.19.0 or ^22.13.0 or >=24.0.0, got ${version}`,
      });
    }
    for (const version of ["20.20.2", "22.13.0", "24.0.0", "26.1.0"]) {
      expect(await found(node(version))).to.include({ ok: true });
    }
  });

  it("of a port tells how to take another", async () => {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const { port } = server.address() as AddressInfo;
    expect(await found(freePort(port))).to.deep.equal({
      name: "Port",
      ok: false,
      found: `port ${port} is already in use`,
      cure: "choose another one with --port 4566",
    });
    await new Promise((resolve) => server.close(resolve));
    expect(await found(freePort(port))).to.include({ ok: true, found: `${port} is free` });
  });

  describe("of the AWS provider", () => {
    const machine = () => ({ environment: {}, home: folder, pluginFolders: [], software: folder });
    const aws = () => join(folder, "mirror", "registry.terraform.io", "hashicorp", "aws");
    const platform = `${process.platform}_${process.arch === "x64" ? "amd64" : process.arch}`;

    it("finds the version of the lock file in a mirror, unpacked or not", async () => {
      mkdirSync(join(aws(), "5.100.0", platform), { recursive: true });
      const right = { ok: true, found: `5.100.0 in ${join(folder, "mirror")}` };
      expect(await found(provider(machine()))).to.include(right);
      rmSync(join(aws(), "5.100.0"), { recursive: true });
      writeFileSync(join(aws(), `terraform-provider-aws_5.100.0_${platform}.zip`), "");
      expect(await found(provider(machine()))).to.include(right);
    });

    it("tells of a mirror that lacks it", async () => {
      mkdirSync(join(aws(), "5.99.0", platform), { recursive: true });
      const told = await found(provider(machine()));
      expect(told?.found).to.equal(
        `${join(folder, "mirror")} has no AWS provider 5.100.0 for ${platform}`,
      );
      expect(told?.cure).to.include("KW_TERRAFORM_MIRROR");
    });

    it("leaves it to the person's own configuration", async () => {
      const file = join(folder, ".terraformrc");
      writeFileSync(file, "");
      expect(await found(provider(machine()))).to.include({ ok: true, found: `as ${file} says` });
    });

    it("asks the registry where there is no mirror", async () => {
      const { url, stop } = await localServer((_, response) => response.end("{}"));
      expect(await found(provider(machine(), url))).to.include({
        ok: true,
        found: "5.100.0, which Terraform gets from the registry",
      });
      await stop();
      const told = await found(provider(machine(), url));
      expect(told?.found).to.match(/could not be fetched \(.*ECONNREFUSED/);
      expect(told?.cure).to.match(/^connect to the network, or name a folder/);
    });
  });

  describe("of Terraform", () => {
    const release = releaseOf(Buffer.from("#!/bin/sh\n"));
    const machine = (environment: NodeJS.ProcessEnv) => ({
      directory: folder,
      environment: { PATH: folder, ...environment },
      releases: [release],
      platform: "linux",
      architecture: "x64",
    });

    it("tells where a missing one will come from, without fetching it", async () => {
      const { url, stop } = await localServer(releases(release));
      expect(await found(terraform(machine({ KW_TERRAFORM_RELEASES: url })))).to.deep.equal({
        name: "Terraform",
        ok: true,
        found: `terraform is not on the PATH; 1.11.4 is fetched when it is first needed, from ${url}`,
      });
      await stop();
      const offline = await found(terraform(machine({ KW_TERRAFORM_RELEASES: url })));
      expect(offline?.found).to.match(/^terraform is not on the PATH, and .* could not be fetched/);
      expect(offline?.cure).to.match(/^install Terraform 1\.11\.0 or newer/);
    });

    it("tells what to install where it must not be fetched", async () => {
      expect(await found(terraform(machine({ KW_DOWNLOADS: "never" })))).to.include({
        ok: false,
        found: "terraform is not on the PATH, and KW_DOWNLOADS=never lets nothing be fetched",
      });
    });
  });

  it("of the folders tells which can't be written, of those that are there or can be made", async () => {
    expect(await found(folders([folder, join(folder, "new", "one")]))).to.include({ ok: true });
    // Root, who may run this test, can write everywhere.
    const asked: string[] = [];
    const paths = [folder, join(folder, "new", "one"), "/new/two"];
    const told = await found(folders(paths, (path) => asked.push(path) < 2));
    expect(asked).to.deep.equal([folder, folder, "/"]);
    expect(told).to.include({
      ok: false,
      found: `this user can't write into ${join(folder, "new", "one")}, /new/two`,
    });
  });

  it("of Python tells that there is none", async () => {
    const told = await found(python({ directory: folder, environment: { PATH: folder } }));
    expect(told?.found).to.match(/python3 is not on the PATH$/);
    expect(told?.cure).to.match(/^install Python 3\.9 or newer/);
  });
});
