import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";

import { expect } from "chai";

import { OperatorError } from "../../../sandbox/machine/errors";
import { findTerraform, presentTerraform } from "../../../sandbox/terraform/terraform-program";
import { localServer, releaseOf, releases } from "../../support/releases-server";

/** Stands in for Terraform, as far as it is asked here. */
const saying = (version: string) => `#!/bin/sh\necho '{"terraform_version":"${version}"}'\n`;

describe("Terraform where it is missing", () => {
  const release = releaseOf(Buffer.from(saying("1.11.4")));
  let folder: string;
  let url: string;
  let asked: string[];
  let notices: string[];
  let stop: () => Promise<void>;

  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), "terraform-"));
    asked = [];
    notices = [];
    ({ url, stop } = await localServer(releases(release, asked)));
  });

  afterEach(async () => {
    rmSync(folder, { recursive: true, force: true });
    await stop();
  });

  const directory = () => join(folder, ".sandbox");
  const fetched = () => join(directory(), "terraform", "1.11.4", "terraform");

  /** A machine of Linux on x86 without Terraform, or with the stand-in given. */
  const machine = (script?: string, environment: NodeJS.ProcessEnv = {}) => {
    const bin = join(folder, "bin");
    mkdirSync(bin, { recursive: true });
    if (script !== undefined) writeFileSync(join(bin, "terraform"), script, { mode: 0o755 });
    return {
      directory: directory(),
      environment: { PATH: bin, KW_TERRAFORM_RELEASES: url, ...environment },
      onNotice: (line: string) => notices.push(line),
      releases: [release],
      platform: "linux",
      architecture: "x64",
    };
  };

  const failureOf = async (options: ReturnType<typeof machine>) => {
    const error: unknown = await findTerraform(options).then(
      () => undefined,
      (reason: unknown) => reason,
    );
    expect(error).to.be.instanceOf(OperatorError);
    return (error as OperatorError).message;
  };

  const CURE =
    ": install Terraform 1.11.0 or newer from https://developer.hashicorp.com/terraform/install";

  it("is fetched once, with a line that says so, and found there afterwards", async () => {
    expect(await findTerraform(machine())).to.deep.equal({ path: fetched(), version: "1.11.4" });
    expect(notices).to.deep.equal([
      `terraform is not on the PATH: fetching 1.11.4 from ${url} into ${dirname(dirname(fetched()))} (once)`,
    ]);
    await stop();
    expect(await findTerraform(machine())).to.deep.equal({ path: fetched(), version: "1.11.4" });
    expect(notices).to.have.length(1);
    ({ url, stop } = await localServer(releases(release, asked)));
  });

  it("is fetched by one of several that miss it at the same time", async () => {
    const found = await Promise.all([1, 2, 3].map(() => findTerraform(machine())));
    expect(found.map(({ path }) => path)).to.deep.equal([fetched(), fetched(), fetched()]);
    expect([asked.length, notices.length]).to.deep.equal([1, 1]);
    expect(readdirSync(dirname(fetched()))).to.deep.equal(["terraform"]);
  });

  it("is the one on the PATH where that fits", async () => {
    const path = join(folder, "bin", "terraform");
    for (const version of ["1.11.0", "1.14.2", "2.0.0"]) {
      expect(await findTerraform(machine(saying(version)))).to.deep.equal({ path, version });
    }
    expect([asked, existsSync(directory())]).to.deep.equal([[], false]);
  });

  for (const [what, script, lacks] of [
    ["is too old", saying("1.5.7"), /^terraform must be 1\.11\.0 or newer .*, got 1\.5\.7 at .*/],
    ["doesn't run", "#!/bin/sh\necho no version is set\nexit 126\n", /bin\/terraform does not say/],
  ] as const) {
    it(`is fetched where the one on the PATH ${what}`, async () => {
      expect((await findTerraform(machine(script))).path).to.equal(fetched());
      expect(notices.join()).to.match(lacks);
    });
  }

  it("is not fetched where KW_DOWNLOADS=never forbids it: what to install", async () => {
    expect(await failureOf(machine(undefined, { KW_DOWNLOADS: "never" }))).to.equal(
      `terraform is not on the PATH, and KW_DOWNLOADS=never lets nothing be fetched${CURE}`,
    );
    expect([asked, notices, existsSync(directory())]).to.deep.equal([[], [], false]);
  });

  it("takes no other word than never", async () => {
    expect(await failureOf(machine(undefined, { KW_DOWNLOADS: "no" }))).to.include(
      'KW_DOWNLOADS must be "never", which lets nothing be fetched, or not be set, got "no"',
    );
  });

  it("is not fetched where nobody answers: what to install", async () => {
    await stop();
    expect(await failureOf(machine())).to.match(
      /^terraform is not on the PATH, and http.*could not be fetched \(.*ECONNREFUSED/,
    );
    expect(await failureOf(machine())).to.include(CURE);
    ({ url, stop } = await localServer(releases(release)));
  });

  it("is not fetched for a platform without a checksum", async () => {
    const other = { ...machine(), platform: "win32" };
    expect(await failureOf(other)).to.equal(
      `terraform is not on the PATH, and none is fetched for win32 x64${CURE}`,
    );
    expect(asked).to.deep.equal([]);
  });

  it("is not kept with another checksum, and the next run fetches it again", async () => {
    const wrong = [{ ...release, sha256: "0".repeat(64) }];
    expect(await failureOf({ ...machine(), releases: wrong })).to.include("is not that release");
    expect(existsSync(fetched())).to.equal(false);
    expect((await findTerraform(machine())).path).to.equal(fetched());
  });

  it("is fetched again where what lies there doesn't run", async () => {
    mkdirSync(dirname(fetched()), { recursive: true });
    writeFileSync(fetched(), "#!/bin/sh\nexit 1\n", { mode: 0o755 });
    expect((await findTerraform(machine())).version).to.equal("1.11.4");
    expect(asked).to.have.length(1);
  });

  it("is told with its own words where the one fetched doesn't run", async () => {
    const broken = releaseOf(Buffer.from("#!/bin/sh\necho wrong libc >&2\nexit 1\n"));
    await stop();
    ({ url, stop } = await localServer(releases(broken)));
    expect(await failureOf({ ...machine(), releases: [broken] })).to.match(
      /terraform, fetched just now, does not run \(wrong libc\): /,
    );
  });

  it("is fetched by nobody who only looks", async () => {
    expect(await presentTerraform(machine())).to.deep.equal({
      lacks: "terraform is not on the PATH",
    });
    expect([asked, existsSync(directory())]).to.deep.equal([[], false]);
  });
});
