import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { expect } from "chai";
import { strToU8, zipSync } from "fflate";

import { Missing } from "../../sandbox/machine/errors";
import { findPython, MOTO_VERSION, presentPython } from "../../sandbox/moto/python";
import { findProgram } from "../../sandbox/machine/program";
import { localServer } from "../support/releases-server";
import { requires } from "../support/requirements";

/** What pip and Python know of a package: its name, version and what it requires. */
const metadata = (name: string, version: string, requirements: readonly string[] = []) =>
  [
    "Metadata-Version: 2.1",
    `Name: ${name}`,
    `Version: ${version}`,
    ...["server", "ec2"].map((extra) => `Provides-Extra: ${extra}`),
    ...requirements.map((each) => `Requires-Dist: ${each}`),
    "",
  ].join("\n");

/** A package without code, as pip takes it. */
function wheel(name: string, version: string, requirements?: readonly string[]): Uint8Array {
  const info = `${name}-${version}.dist-info`;
  return zipSync({
    [`${info}/METADATA`]: strToU8(metadata(name, version, requirements)),
    [`${info}/WHEEL`]: strToU8("Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n"),
    [`${info}/RECORD`]: strToU8(`${info}/RECORD,,\n`),
  });
}

const REQUIREMENTS = ["boto", 'flask; extra == "server"', 'docker; extra == "ec2"'];

describe("the Python that has moto", function () {
  this.timeout(60_000);
  requires("python");

  let folder: string;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "python-"));
  });

  afterEach(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  /** The machine's Python, as if only the packages given were installed. */
  const pythonWith = (packages: Readonly<Record<string, string>>) => {
    const site = join(folder, "site");
    for (const [name, version] of Object.entries(packages)) {
      const info = join(site, `${name}-${version}.dist-info`);
      mkdirSync(info, { recursive: true });
      writeFileSync(join(info, "METADATA"), metadata(name, version, REQUIREMENTS));
    }
    const bin = join(folder, "bin");
    mkdirSync(bin);
    const real = findProgram("python3", process.env) ?? "";
    const script = `#!/bin/sh\nPYTHONPATH="${site}" exec "${real}" -S "$@"\n`;
    writeFileSync(join(bin, "python3"), script, { mode: 0o755 });
    return { python: join(bin, "python3"), PATH: `${bin}:${process.env.PATH ?? ""}` };
  };

  for (const [what, packages, hasMoto] of [
    ["has it and all that makes it a server", { moto: MOTO_VERSION, flask: "3", boto: "1" }, true],
    ["has another version", { moto: "5.1.0", flask: "3", boto: "1" }, false],
    ["lacks what makes it a server", { moto: MOTO_VERSION, boto: "1" }, false],
    ["lacks what it always needs", { moto: MOTO_VERSION, flask: "3" }, false],
    ["has none", {}, false],
  ] as const) {
    it(`is ${hasMoto ? "the" : "not the"} one on the PATH where that ${what}`, async () => {
      const { python, PATH } = pythonWith(packages);
      const directory = join(folder, ".sandbox");
      expect(await presentPython({ directory, environment: { PATH } })).to.deep.equal({
        python,
        hasMoto,
      });
    });
  }

  it("is one of ours else, into which pip installs the pinned version once", async () => {
    const { PATH } = pythonWith({});
    const files: Readonly<Record<string, Uint8Array>> = {
      moto: wheel("moto", MOTO_VERSION, REQUIREMENTS),
      boto: wheel("boto", "1.0"),
      flask: wheel("flask", "3.0"),
    };
    const { url, stop } = await localServer(({ url: path = "" }, response) => {
      const [, , name = "", file] = path.split("/");
      const version = { moto: MOTO_VERSION, boto: "1.0", flask: "3.0" }[name] ?? "";
      const wheelName = `${name}-${version}-py3-none-any.whl`;
      if (file === wheelName) response.end(files[name]);
      else
        response
          .setHeader("content-type", "text/html")
          .end(`<a href="/simple/${name}/${wheelName}">${wheelName}</a>`);
    });
    const notices: string[] = [];
    const options = {
      directory: join(folder, ".sandbox"),
      environment: { PATH, PIP_INDEX_URL: `${url}/simple`, PIP_CONFIG_FILE: "/dev/null" },
      onNotice: (line: string) => notices.push(line),
    };
    const ours = join(folder, ".sandbox", "moto", "bin", "python");
    try {
      expect(await Promise.all([findPython(options), findPython(options)])).to.deep.equal([
        ours,
        ours,
      ]);
    } finally {
      await stop();
    }
    expect(notices).to.deep.equal([
      `installing moto[server]==${MOTO_VERSION} into ${join(folder, ".sandbox", "moto")} (once)`,
    ]);
    expect(await findPython(options)).to.equal(ours);
  });

  it("is told with the cure where pip finds nothing, and nothing half-done stays", async () => {
    const { PATH } = pythonWith({});
    const { url, stop } = await localServer((_, response) => response.writeHead(404).end());
    const directory = join(folder, ".sandbox");
    const environment = { PATH, PIP_INDEX_URL: url, PIP_CONFIG_FILE: "/dev/null" };
    const error: unknown = await findPython({ directory, environment }).catch(
      (reason: unknown) => reason,
    );
    await stop();
    expect(error).to.be.instanceOf(Missing);
    expect((error as Missing).lacks).to.equal(`moto[server]==${MOTO_VERSION} cannot be installed`);
    expect((error as Missing).cure).to.match(
      /PIP_INDEX_URL=…; or install it yourself .*\n(.*\n)*.*No matching/,
    );
    expect(await presentPython({ directory, environment })).to.include({ hasMoto: false });
  });

  it("is not made where KW_DOWNLOADS=never forbids it", async () => {
    const { PATH } = pythonWith({});
    const environment = { PATH, KW_DOWNLOADS: "never" };
    const error: unknown = await findPython({ directory: folder, environment }).catch(
      (reason: unknown) => reason,
    );
    expect(String(error)).to.match(
      /moto\[server\]==5\.2\.1 is missing, and KW_DOWNLOADS=never lets nothing be fetched: install it yourself \(.*pip install/,
    );
  });
});
