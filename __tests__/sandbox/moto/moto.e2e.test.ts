import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { expect } from "chai";

import { startMoto } from "../../../sandbox/moto/moto";
import type { Moto } from "../../../sandbox/moto/moto";
import { requires } from "../../support/requirements";

describe("moto on its Unix socket", () => {
  requires("moto_server");

  let directory: string;
  let moto: Moto;

  before(async () => {
    directory = mkdtempSync(join(tmpdir(), "moto-"));
    moto = await startMoto(["sts"], { directory });
  });

  after(async () => {
    await moto.stop();
    rmSync(directory, { recursive: true, force: true });
  });

  it("lets a client finish writing that has the answer already: else Node would lose the answer", async () => {
    const path = moto.upstream.address.slice("unix:".length);
    const client = connect({ path, allowHalfOpen: true });
    let answer = "";
    client.on("data", (chunk) => (answer += chunk.toString()));
    client.write("GET / HTTP/1.1\r\nHost: localhost\r\n\r\n");
    await once(client, "end");
    expect(answer).to.match(/^HTTP\/1\.1 \d{3} /);
    const failure = await new Promise((resolve) => client.write(" ", resolve));
    expect(failure ?? undefined).to.equal(undefined);
    client.destroy();
  });
});
