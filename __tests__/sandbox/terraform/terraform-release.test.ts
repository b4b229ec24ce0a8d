import { createHash } from "node:crypto";
import { connect } from "node:net";

import { expect } from "chai";

import { OperatorError } from "../../../sandbox/machine/errors";
import {
  fetchRelease,
  pinnedReleases,
  releaseFor,
  releasesServer,
} from "../../../sandbox/terraform/terraform-release";
import { localServer, releaseOf, releases } from "../../support/releases-server";

type Local = Awaited<ReturnType<typeof localServer>>;

describe("the pinned release of Terraform", () => {
  const release = releaseOf(Buffer.from("the program"));
  const stops: (() => Promise<void>)[] = [];

  afterEach(async () => {
    for (const stop of stops.splice(0)) await stop();
  });

  const serve = async (...listener: Parameters<typeof localServer>): Promise<Local> => {
    const local = await localServer(...listener);
    stops.push(local.stop);
    return local;
  };

  const failureOf = async (environment: NodeJS.ProcessEnv, of = release) => {
    const error: unknown = await fetchRelease(of, environment).then(
      () => undefined,
      (reason: unknown) => reason,
    );
    expect(error).to.be.instanceOf(OperatorError);
    return (error as OperatorError).message;
  };

  it("is one version for all platforms, each with its own checksum", () => {
    const all = pinnedReleases();
    expect(new Set(all.map(({ version }) => version)).size).to.equal(1);
    expect(new Set(all.map(({ sha256 }) => sha256)).size).to.equal(all.length);
    for (const [platform, architecture, ending] of [
      ["darwin", "x64", "darwin_amd64"],
      ["darwin", "arm64", "darwin_arm64"],
      ["linux", "x64", "linux_amd64"],
      ["linux", "arm64", "linux_arm64"],
    ] as const) {
      const { version = "", archive = "" } = releaseFor(all, platform, architecture) ?? {};
      expect(archive).to.equal(`terraform_${version}_${ending}.zip`);
    }
    expect(releaseFor(all, "win32", "x64")).to.equal(undefined);
    expect(releaseFor(all, "linux", "riscv64")).to.equal(undefined);
  });

  it("is refused where a line of the pin is not a checksum and a name", () => {
    for (const line of [
      `${"a".repeat(63)}  terraform_1.11.4_linux_amd64.zip`,
      `${"a".repeat(64)}  terraform_1.11.4_linux_amd64.zip/../evil`,
      `${"a".repeat(64)} terraform_1.11.4_linux_amd64.zip`,
    ]) {
      expect(() => pinnedReleases(`${line}\n`)).to.throw(OperatorError, `got "${line}"`);
    }
  });

  it("comes from HashiCorp, or from the server that KW_TERRAFORM_RELEASES names", () => {
    expect(releasesServer({})).to.equal("https://releases.hashicorp.com");
    const KW_TERRAFORM_RELEASES = "https://mirror.example/hashicorp/";
    expect(releasesServer({ KW_TERRAFORM_RELEASES })).to.equal("https://mirror.example/hashicorp");
    for (const wrong of ["mirror.example", "file:///etc"]) {
      expect(() => releasesServer({ KW_TERRAFORM_RELEASES: wrong })).to.throw(
        OperatorError,
        `KW_TERRAFORM_RELEASES must be the address of a server`,
      );
    }
  });

  it("is the program in the archive of its name", async () => {
    const asked: string[] = [];
    const { url } = await serve(releases(release, asked));
    const program = await fetchRelease(release, { KW_TERRAFORM_RELEASES: url });
    expect(Buffer.from(program).toString()).to.equal("the program");
    expect(asked).to.deep.equal(["/terraform/1.11.4/terraform_1.11.4_linux_amd64.zip"]);
  });

  it("is not taken with another checksum", async () => {
    const evil = releaseOf(Buffer.from("evil"));
    const { url } = await serve(releases(evil));
    expect(await failureOf({ KW_TERRAFORM_RELEASES: url })).to.equal(
      `what came from ${url}/terraform/1.11.4/${release.archive} is not that release (its SHA-256 must be ${release.sha256}, got ${evil.sha256}), and was thrown away`,
    );
  });

  it("is not taken from an archive without the program", async () => {
    const other = releaseOf(Buffer.from("x"));
    const bytes = Buffer.from(other.bytes);
    bytes.write("terrafarm", bytes.lastIndexOf("terraform"));
    const sha256 = createHash("sha256").update(bytes).digest("hex");
    const { url } = await serve(releases({ ...other, bytes }));
    expect(await failureOf({ KW_TERRAFORM_RELEASES: url }, { ...other, bytes, sha256 })).to.equal(
      `there is no terraform in ${release.archive}`,
    );
  });

  it("is not taken when only a part of it arrives", async () => {
    const { url } = await serve((_, response) => {
      response.writeHead(200, { "content-length": release.bytes.length });
      response.write(release.bytes.subarray(0, 20));
      setTimeout(() => response.destroy(), 20);
    });
    expect(await failureOf({ KW_TERRAFORM_RELEASES: url })).to.match(
      /^http.*\.zip could not be fetched \((other side closed|terminated)/,
    );
    // Without a length only the checksum can tell.
    const cut = await serve((_, response) => response.end(release.bytes.subarray(0, 20)));
    expect(await failureOf({ KW_TERRAFORM_RELEASES: cut.url })).to.include("is not that release");
  });

  it("is told with the server's answer where that is no file", async () => {
    const { url } = await serve((_, response) => response.writeHead(403).end("no"));
    expect(await failureOf({ KW_TERRAFORM_RELEASES: url })).to.match(
      /\(the server answered 403\)$/,
    );
  });

  it("is told with the reason where nobody answers", async () => {
    const { url, stop } = await localServer(() => undefined);
    await stop();
    expect(await failureOf({ KW_TERRAFORM_RELEASES: url })).to.match(/ECONNREFUSED/);
  });

  describe("through a proxy", () => {
    /** A proxy that tunnels (CONNECT) to the local server whatever host it is asked for. */
    const proxyTo = async (port: number, status = 200) => {
      const asked: string[] = [];
      const local = await serve((_, response) => response.writeHead(500).end());
      local.server.on("connect", (request, client) => {
        asked.push(request.url ?? "");
        if (status !== 200) {
          client.end(`HTTP/1.1 ${status} No\r\n\r\n`);
          return;
        }
        const upstream = connect(port, "127.0.0.1", () => {
          client.write("HTTP/1.1 200 OK\r\n\r\n");
          upstream.pipe(client).pipe(upstream);
        });
      });
      return { proxy: local.url, asked };
    };

    it("comes the same way, which NO_PROXY leaves out", async () => {
      const served: string[] = [];
      const { url, server } = await serve(releases(release, served));
      const { port } = server.address() as { port: number };
      const { proxy, asked } = await proxyTo(port);
      const KW_TERRAFORM_RELEASES = "http://releases.example";
      await fetchRelease(release, { KW_TERRAFORM_RELEASES, HTTP_PROXY: proxy });
      expect(asked).to.deep.equal(["releases.example:80"]);
      const NO_PROXY = "127.0.0.1";
      await fetchRelease(release, { KW_TERRAFORM_RELEASES: url, http_proxy: proxy, NO_PROXY });
      expect([asked.length, served.length]).to.deep.equal([1, 2]);
    });

    it("is told with the proxy, but not its password, where that refuses", async () => {
      const { proxy } = await proxyTo(0, 407);
      const HTTP_PROXY = proxy.replace("//", "//me:secret@");
      const told = await failureOf({ HTTP_PROXY, KW_TERRAFORM_RELEASES: "http://a.example" });
      expect(told)
        .to.include(`through the proxy ${proxy.replace("//", "//…@")} (`)
        .and.include("407")
        .and.not.include("secret");
    });

    it("is told where the proxy is none, or isn't there", async () => {
      const told = await failureOf({ HTTPS_PROXY: "http://127.0.0.1:9" });
      expect(told).to.match(/through the proxy http:\/\/127\.0\.0\.1:9 \(.*ECONNREFUSED/);
      expect(await failureOf({ HTTPS_PROXY: "not an address" })).to.match(
        /through the proxy not an address \(Invalid URL\)/,
      );
    });
  });
});
