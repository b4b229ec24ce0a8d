import { chmodSync, mkdtempSync, realpathSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";

import { expect } from "chai";
import { execa } from "execa";

import { forwardTo, type Upstream } from "../../sandbox/gateway/forward";
import { copyMoto, type Moto, startMoto } from "../../sandbox/moto/moto";
import { requires } from "../support/requirements";

/** A request as an AWS client signs it, for moto itself. */
const ask = async (upstream: Upstream, service: string, method: string, url: string) => {
  const { status, body } = await forwardTo(upstream)({
    method,
    url,
    headers: {
      host: "localhost",
      authorization: `AWS4-HMAC-SHA256 Credential=x/20261126/us-east-1/${service}/aws4_request`,
    },
    body: Buffer.alloc(0),
  });
  return { status, text: String(body) };
};

describe("moto, as the sandbox runs it", function () {
  this.timeout(60_000);
  requires("moto_server");

  const directory = mkdtempSync(join(tmpdir(), "moto-"));
  let moto: Moto;

  before(async () => {
    moto = await startMoto(["s3"], { directory });
  });

  after(async () => {
    await moto.stop();
    rmSync(directory, { recursive: true, force: true });
  });

  const socketOf = ({ upstream }: Moto) => upstream.address.replace(/^unix:/, "");

  it("listens on a socket that only its owner reaches", () => {
    expect(statSync(dirname(socketOf(moto))).mode & 0o777).to.equal(0o700);
    expect(statSync(socketOf(moto)).isSocket()).to.equal(true);
  });

  it("has what was asked for, and neither its own administration nor another service", async () => {
    expect((await ask(moto.upstream, "s3", "PUT", "/first")).status).to.equal(200);
    for (const [service, url] of [
      ["s3", "/moto-api/"],
      ["s3", "/moto-api/data.json"],
      ["cloudformation", "/?Action=ListStacks"],
      ["sqs", "/?Action=ListQueues"],
    ] as const) {
      const { status, text } = await ask(moto.upstream, service, "GET", url);
      expect([status, text], url).to.deep.equal([
        404,
        `${service === "s3" ? "moto_api" : service} is not served\n`,
      ]);
    }
  });

  describe("copied", () => {
    let copy: Moto;

    before(async () => {
      copy = await copyMoto(moto.control ?? "");
    });

    const buckets = async ({ upstream }: Moto) => {
      const { text } = await ask(upstream, "s3", "GET", "/");
      return [...text.matchAll(/<Name>(.+?)<\/Name>/g)].map(([, name]) => name);
    };

    it("holds what the original held, and each goes its own way", async () => {
      await ask(moto.upstream, "s3", "PUT", "/of-the-original");
      await ask(copy.upstream, "s3", "PUT", "/of-the-copy");
      expect(await buckets(moto)).to.deep.equal(["first", "of-the-original"]);
      expect(await buckets(copy)).to.deep.equal(["first", "of-the-copy"]);
    });

    it("can be copied in turn", async () => {
      const second = await copyMoto(copy.control ?? "");
      expect(await buckets(second)).to.deep.equal(["first", "of-the-copy"]);
      await second.stop();
    });

    it("is gone when it is stopped, and the original goes on", async () => {
      const folder = dirname(socketOf(copy));
      await copy.stop();
      expect(statSync(folder, { throwIfNoEntry: false })).to.equal(undefined);
      expect(await buckets(moto)).to.contain("first");
    });

    it("is made while the original answers", async () => {
      let asking = true;
      const others = Array.from({ length: 4 }, async () => {
        for (let n = 0; asking; n += 1) await ask(moto.upstream, "s3", "GET", "/");
      });
      for (let n = 0; n < 5; n += 1) {
        const each = await copyMoto(moto.control ?? "");
        expect(await buckets(each)).to.contain("first");
        await each.stop();
      }
      asking = false;
      await Promise.all(others);
    });
  });

  it("says so when there is nothing to copy any more", async () => {
    const gone = await startMoto([], { directory });
    const control = gone.control ?? "";
    await gone.stop();
    const error: unknown = await copyMoto(control).catch((reason: unknown) => reason);
    expect(String(error)).to.contain("copied has ended");
  });

  it("demands a secret where Python has no Unix sockets, and can't be copied there", async () => {
    const { stdout } = await execa("python3", ["-c", "import sys; print(sys.executable)"]);
    const lacking = `import socket, sys, runpy; del socket.AF_UNIX; sys.argv = sys.argv[2:]; runpy.run_path(sys.argv[0], run_name="__main__")`;
    const bin = join(directory, "bin");
    await execa("mkdir", ["-p", bin]);
    writeFileSync(
      join(bin, "python3"),
      `#!/bin/sh\n[ "$1" = -c ] && exec ${realpathSync(stdout)} "$@"\nexec ${realpathSync(stdout)} -c '${lacking}' "$@"\n`,
    );
    chmodSync(join(bin, "python3"), 0o755);
    const guarded = await startMoto(["s3"], { directory, environment: { PATH: bin } });
    try {
      const { address } = guarded.upstream;
      expect(address).to.match(/^http:\/\/127\.0\.0\.1:\d+$/);
      expect((await ask({ address }, "s3", "PUT", "/none")).status).to.equal(403);
      const wrong = { address, headers: { "x-sandbox-secret": "0".repeat(64) } };
      expect((await ask(wrong, "s3", "PUT", "/none")).status).to.equal(403);
      expect((await ask(guarded.upstream, "s3", "PUT", "/some")).status).to.equal(200);
      expect(guarded.control).to.equal(undefined);
    } finally {
      await guarded.stop();
    }
  });
});
