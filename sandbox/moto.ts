import { spawn } from "node:child_process";
import type { ChildProcess } from "node:child_process";
import { once } from "node:events";
import { createWriteStream, existsSync, rmSync } from "node:fs";
import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { execa } from "execa";
import { OperatorError, errorCode } from "./errors";
import { findProgram } from "./program";

/** The version that the tests run against; another one found on the PATH is used as it is. */
const MOTO = "moto[server]==5.2.1";

/** The longest that moto may take to start, in milliseconds (0.7 s on an idle machine). */
const START_LIMIT = 60_000;

/**
 * Runs a server whose life hangs on this process: it ends when our end of its standard input closes,
 * which the operating system does even when this process is killed outright.
 */
const GUARDIAN = `
exec 3<&0
"$@" </dev/null 3<&- &
server=$!
{ cat <&3 >/dev/null; kill $server 2>/dev/null; } &
exec 3<&-
wait $server`;

/** A running moto server. */
export interface Moto {
  /** Its base URL, on loopback. */
  readonly endpoint: string;
  /** Ends the server and waits until it is gone. */
  stop(): Promise<void>;
}

/** Where to look for moto, and whom to tell. */
export interface MotoOptions {
  /** Ignored folder of the project: keeps moto.log and, where moto must be installed, its venv. */
  readonly directory: string;
  /** Receives a line when something takes long (the installation). */
  readonly onNotice?: (line: string) => void;
  readonly environment?: NodeJS.ProcessEnv;
}

/**
 * Starts moto, which plays every AWS service but Amazon Connect, on a free loopback port.
 *
 * @param options - See {@link MotoOptions}.
 * @throws OperatorError when moto cannot be found, installed or started.
 * @see https://docs.getmoto.org/en/latest/docs/server_mode.html
 */
export async function startMoto(options: MotoOptions): Promise<Moto> {
  const environment = options.environment ?? process.env;
  const program = await findMoto(options, environment);
  await mkdir(options.directory, { recursive: true });
  const logFile = join(options.directory, "moto.log");
  const server = spawn("sh", ["-c", GUARDIAN, "moto", program, "-H", "127.0.0.1", "-p", "0"], {
    // Its own session: Ctrl-C in the terminal must not end it before Terraform has let go of it.
    detached: true,
    stdio: ["pipe", "pipe", "pipe"],
    // Without the managed policies, attaching AWSLambdaBasicExecutionRole fails.
    env: { ...environment, MOTO_IAM_LOAD_MANAGED_POLICIES: "true", PYTHONUNBUFFERED: "1" },
  });
  const log = createWriteStream(logFile);
  server.stdout.pipe(log, { end: false });
  server.stderr.pipe(log, { end: false });
  const stop = async () => {
    server.stdin.end();
    if (server.exitCode === null && server.signalCode === null) await once(server, "exit");
    log.end();
  };
  try {
    const endpoint = await listening(server, logFile);
    await useInProcessLambda(endpoint);
    return { endpoint, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function findMoto(options: MotoOptions, environment: NodeJS.ProcessEnv): Promise<string> {
  const installed = findProgram("moto_server", environment);
  if (installed) return installed;
  const venv = join(options.directory, "moto");
  const program = join(venv, "bin", "moto_server");
  if (existsSync(program)) return program;
  if (!findProgram("python3", environment)) {
    throw new OperatorError(
      `the sandbox needs moto (it plays S3, DynamoDB, IAM, Lambda …), and neither moto_server nor python3 is on the PATH: install Python 3.9 or newer, or run: pip install '${MOTO}'`,
    );
  }
  options.onNotice?.(`installing ${MOTO} into ${venv} (once)`);
  try {
    await execa("python3", ["-m", "venv", venv], { env: environment, extendEnv: false });
    await execa(join(venv, "bin", "pip"), ["install", "--quiet", MOTO], {
      env: environment,
      extendEnv: false,
    });
  } catch (error) {
    rmSync(venv, { recursive: true, force: true });
    const reason = error instanceof Error ? lastLines(error.message, 3) : String(error);
    throw new OperatorError(
      `${MOTO} cannot be installed by pip: install it yourself (pip install '${MOTO}') so that moto_server is on the PATH\n${reason}`,
    );
  }
  return program;
}

/** Waits for the line in which the server names its address. */
async function listening(server: ChildProcess, logFile: string): Promise<string> {
  let output = "";
  let announce: (url: string) => void;
  const read = (chunk: Buffer) => {
    output += chunk.toString();
    const url = /Running on (http:\/\/127\.0\.0\.1:\d+)/.exec(output)?.[1];
    if (url) announce(url);
  };
  const address = new Promise<string>((resolve, reject) => {
    announce = resolve;
    server.stdout?.on("data", read);
    server.stderr?.on("data", read);
    server.once("error", (error) => {
      reject(
        errorCode(error) === "ENOENT"
          ? new OperatorError(
              "moto is started through a POSIX shell, and there is no sh on the PATH",
            )
          : error,
      );
    });
    server.once("exit", (code) => {
      reject(
        new OperatorError(
          `moto ended while it was starting (exit code ${String(code)}), see ${logFile}:\n${lastLines(output, 5)}`,
        ),
      );
    });
  });
  const abort = new AbortController();
  const late = wait(START_LIMIT, undefined, { signal: abort.signal, ref: false }).then(() => {
    throw new OperatorError(
      `moto does not answer after ${START_LIMIT / 1000} seconds, see ${logFile}`,
    );
  });
  try {
    return await Promise.race([address, late]);
  } finally {
    late.catch(() => undefined);
    abort.abort();
    server.stdout?.off("data", read);
    server.stderr?.off("data", read);
  }
}

/** Must come before any function exists: moto's Lambda without Docker is a backend of its own. */
async function useInProcessLambda(endpoint: string): Promise<void> {
  const answer = await fetch(`${endpoint}/moto-api/config`, {
    method: "POST",
    body: JSON.stringify({ lambda: { use_docker: false } }),
  });
  if (!answer.ok) {
    throw new OperatorError(
      `moto refuses to run Lambda without Docker (${answer.status}): install ${MOTO}`,
    );
  }
}

function lastLines(text: string, count: number): string {
  return text.trim().split("\n").slice(-count).join("\n");
}
