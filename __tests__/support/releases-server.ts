import { createHash } from "node:crypto";
import { once } from "node:events";
import { createServer, type RequestListener, type Server } from "node:http";
import type { AddressInfo } from "node:net";

import { zipSync } from "fflate";

import type { TerraformRelease } from "../../sandbox/terraform/terraform-release";

/** Starts a server on a free port of this machine. */
export async function localServer(
  listener: RequestListener,
): Promise<{ readonly url: string; readonly server: Server; readonly stop: () => Promise<void> }> {
  const server = createServer(listener);
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    server,
    stop: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
}

/** An archive as HashiCorp's are, and what a pin says of it. */
export function releaseOf(
  program: Uint8Array,
  ending = "linux_amd64",
): TerraformRelease & { readonly bytes: Uint8Array } {
  const bytes = zipSync({ "LICENSE.txt": Buffer.from("BUSL"), terraform: program }, { level: 1 });
  return {
    version: "1.11.4",
    archive: `terraform_1.11.4_${ending}.zip`,
    sha256: createHash("sha256").update(bytes).digest("hex"),
    bytes,
  };
}

/** Answers as releases.hashicorp.com does for one archive, and notes what it was asked for. */
export function releases(
  { version, archive, bytes }: ReturnType<typeof releaseOf>,
  asked: string[] = [],
): RequestListener {
  return (request, response) => {
    asked.push(request.url ?? "");
    if (request.url === `/terraform/${version}/${archive}`) response.end(bytes);
    else response.writeHead(404).end("not found");
  };
}
