import { spawn } from "node:child_process";
import type { ChildProcessWithoutNullStreams } from "node:child_process";
import { once } from "node:events";
import { createWriteStream } from "node:fs";
import { mkdir } from "node:fs/promises";
import { connect } from "node:net";
import { join } from "node:path";
import type { Readable } from "node:stream";
import { machineEnvironment } from "../machine/environment";
import { OperatorError } from "../machine/errors";
import type { Upstream } from "../gateway/forward";
import { findPython, type FindPythonOptions } from "./python";

/** The longest that moto may take to start, in milliseconds (0.7 s on an idle machine). */
const START_LIMIT = 60_000;

/** Serves moto where no web page reaches it: see there. */
const SERVER = join(__dirname, "server.py");

/** A running moto, or a copy of one. */
export interface Moto {
  readonly upstream: Upstream;
  /** From where {@link copyMoto} copies it; undefined where processes can't be copied (Windows). */
  readonly control: string | undefined;
  /** Ends it and waits until it is gone. */
  stop(): Promise<void>;
}

/** What the server writes when it is ready: see `server.py`. */
type Addresses =
  | { readonly socket: string; readonly control: string }
  | { readonly port: number; readonly secret: string };

/**
 * Starts moto for some services.
 *
 * @param backends - moto's own names of the services; nothing else is there.
 * @param options - Where to look for it, and whom to tell.
 * @throws OperatorError when moto cannot be found, installed or started.
 */
export async function startMoto(
  backends: readonly string[],
  options: FindPythonOptions,
): Promise<Moto> {
  const python = await findPython(options);
  await mkdir(options.directory, { recursive: true });
  const logFile = join(options.directory, "moto.log");
  const server = spawn(python, ["-u", SERVER, ...backends], {
    // Its own session: Ctrl-C in the terminal must not end it before Terraform has let go of it.
    detached: true,
    stdio: ["pipe", "pipe", "pipe"],
    env: machineEnvironment(options.environment ?? process.env),
  });
  const log = createWriteStream(logFile);
  server.stderr.pipe(log, { end: false });
  const stop = async () => {
    server.stdin.end();
    if (server.exitCode === null && server.signalCode === null) await once(server, "exit");
    log.end();
  };
  try {
    const line = await Promise.race([firstLine(server.stdout), failure(server, logFile)]);
    return { ...reached(JSON.parse(line) as Addresses), stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/**
 * Copies a running moto with all that it holds. The copy takes some hundredths of a second, goes its own
 * way, and ends with this process at the latest.
 *
 * @param control - The original's.
 */
export async function copyMoto(control: string): Promise<Moto> {
  const owned = connect(control);
  const closed = new Promise<void>((resolve) => {
    owned.once("close", () => {
      resolve();
    });
  });
  // It is followed by the close.
  owned.on("error", () => undefined);
  const line = await Promise.race([
    firstLine(owned),
    closed.then(() => {
      throw new OperatorError(
        "the sandbox that is to be copied has ended: copy while the original runs",
      );
    }),
  ]);
  return {
    ...reached(JSON.parse(line) as Addresses),
    stop: async () => {
      owned.end();
      await closed;
    },
  };
}

function reached(addresses: Addresses): Pick<Moto, "upstream" | "control"> {
  if ("socket" in addresses) {
    return { upstream: { address: `unix:${addresses.socket}` }, control: addresses.control };
  }
  const { port, secret } = addresses;
  return {
    upstream: { address: `http://127.0.0.1:${port}`, headers: { "x-sandbox-secret": secret } },
    control: undefined,
  };
}

async function firstLine(stream: Readable): Promise<string> {
  let text = "";
  return new Promise((resolve) => {
    stream.on("data", (chunk: Buffer) => {
      text += chunk.toString();
      if (text.includes("\n")) resolve(text);
    });
  });
}

/** Rejects when the server ends or takes too long. */
async function failure(server: ChildProcessWithoutNullStreams, logFile: string): Promise<never> {
  let output = "";
  server.stderr.on("data", (chunk: Buffer) => (output = (output + chunk.toString()).slice(-2000)));
  return new Promise((_, reject) => {
    server.once("error", reject);
    server.once("exit", (code) => {
      const words = output.trim().split("\n").slice(-5).join("\n");
      reject(
        new OperatorError(
          `moto ended while it was starting (exit code ${String(code)}), see ${logFile}:\n${words}`,
        ),
      );
    });
    setTimeout(() => {
      reject(
        new OperatorError(
          `moto does not answer after ${START_LIMIT / 1000} seconds, see ${logFile}`,
        ),
      );
    }, START_LIMIT).unref();
  });
}
