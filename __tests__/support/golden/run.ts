import { mkdtempSync, rmSync } from "node:fs";
import { createServer, get, type Server } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { leftInTemporaryFolder } from "../environment";
import type { applyGolden, besideOf, GoldenCenter, GoldenName } from "./centers";

/**
 * Golden centers belong to the process that starts the tests. Its workers ask it for them at a socket,
 * which this variable names.
 */
const SOCKET = "KW_GOLDEN_CENTERS";

interface Centers {
  readonly applyGolden: typeof applyGolden;
  readonly besideOf: typeof besideOf;
}

let server: Server | undefined;
let folder = "";
const applied = new Map<string, ReturnType<typeof applyGolden>>();

/** Mocha calls it once, in the process that starts the workers. */
export async function mochaGlobalSetup(): Promise<void> {
  folder = mkdtempSync(join(tmpdir(), "golden-"));
  const socket = join(folder, "socket");
  process.env[SOCKET] = socket;
  server = createServer((request, response) => {
    apply((request.url ?? "").slice(1) as GoldenName).then(
      ({ golden: { snapshot, outdir } }) => {
        const state = Buffer.from(snapshot.state).toString("base64");
        response.end(JSON.stringify({ ...snapshot, state, outdir }));
      },
      (error: unknown) => {
        response.writeHead(500).end(String(error));
      },
    );
  });
  // It waits for tests, and must not keep the process alive for itself.
  server.unref();
  await new Promise<void>((resolve) => server?.listen(socket, resolve));
}

/** Mocha calls it when all tests have ended. */
export async function mochaGlobalTeardown(): Promise<void> {
  server?.close();
  for (const each of applied.values()) {
    // One that could not be applied has failed the tests that asked for it.
    await each.then(
      ({ sandbox }) => sandbox.stop(),
      () => undefined,
    );
  }
  rmSync(folder, { recursive: true, force: true });
  const left = leftInTemporaryFolder();
  if (left.length > 0) throw new Error(`the tests left behind: ${left.join(", ")}`);
}

/** Applies a center when it is first asked for. */
function apply(name: GoldenName): ReturnType<typeof applyGolden> {
  const each = applied.get(name) ?? loaded().then((centers) => applyBeside(centers, name));
  applied.set(name, each);
  return each;
}

async function applyBeside(centers: Centers, name: GoldenName): ReturnType<typeof applyGolden> {
  const beside = centers.besideOf(name);
  if (beside === undefined) return centers.applyGolden(name, folder);
  const { golden } = await apply(beside);
  return centers.applyGolden(name, folder, golden.snapshot);
}

/** Loaded when it is needed, since cdktf takes a second that most runs need not wait. */
async function loaded(): Promise<Centers> {
  return (await import(join(__dirname, "centers"))) as Centers;
}

/** The applied center of a name; whoever asks first waits until it is applied. */
export async function goldenCenter(name: GoldenName): Promise<GoldenCenter> {
  const text = await new Promise<string>((resolve, reject) => {
    get({ socketPath: process.env[SOCKET] ?? "", path: `/${name}` }, (response) => {
      let body = "";
      response.on("data", (chunk: Buffer) => (body += chunk.toString()));
      response.on("end", () => {
        if (response.statusCode === 200) resolve(body);
        else reject(new Error(`the golden center could not be applied: ${body}`));
      });
    }).on("error", reject);
  });
  const { control, state, outdir } = JSON.parse(text) as {
    readonly control: string;
    readonly state: string;
    readonly outdir: string;
  };
  return { snapshot: { control, state: Buffer.from(state, "base64") }, outdir };
}
