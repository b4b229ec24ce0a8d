import { existsSync, rmSync } from "node:fs";
import { join } from "node:path";
import { execa } from "execa";
import { installerEnvironment, machineEnvironment } from "../environment";
import { OperatorError } from "../errors";
import { findProgram } from "../program";

/** The one version that the sandbox is proven with. */
const VERSION = "5.2.1";

const PACKAGE = `moto[server]==${VERSION}`;

/** Prints moto's version, where what makes it a server is there as well. */
const PROBE =
  "from importlib.metadata import version as v; [v(n) for n in ('flask', 'flask-cors')]; print(v('moto'))";

/** Where to look for moto, and whom to tell. */
export interface FindPythonOptions {
  /** Ignored folder of the project: keeps moto.log and, where moto must be installed, its venv. */
  readonly directory: string;
  /** Receives a line when something takes long (the installation). */
  readonly onNotice?: (line: string) => void;
  /** By default the process's own. */
  readonly environment?: NodeJS.ProcessEnv;
}

/**
 * Finds a Python that has the pinned moto: the one on the PATH, or one of a virtual environment of ours,
 * into which moto is installed where it is missing.
 *
 * @returns The interpreter's path.
 * @throws OperatorError when there is no Python, or moto cannot be installed.
 */
export async function findPython(options: FindPythonOptions): Promise<string> {
  const environment = options.environment ?? process.env;
  const ours = join(options.directory, "moto");
  const installed = join(ours, "bin", "python");
  const onPath = findProgram("python3", environment);
  for (const python of [installed, onPath]) {
    if (python !== undefined && (await fits(python, environment))) return python;
  }
  if (onPath === undefined) {
    throw new OperatorError(
      `the sandbox needs moto (it plays S3, DynamoDB, IAM, Lambda …), and python3 is not on the PATH: install Python 3.9 or newer`,
    );
  }
  options.onNotice?.(`installing ${PACKAGE} into ${ours} (once)`);
  const settings = { env: installerEnvironment(environment), extendEnv: false };
  try {
    await execa(onPath, ["-m", "venv", "--clear", ours], settings);
    await execa(installed, ["-m", "pip", "install", "--quiet", PACKAGE], settings);
  } catch (error) {
    rmSync(ours, { recursive: true, force: true });
    const reason = error instanceof Error ? error.message.trim().split("\n").slice(-3) : [];
    throw new OperatorError(
      `${PACKAGE} cannot be installed by pip: install it yourself for ${onPath} (pip install '${PACKAGE}')\n${reason.join("\n")}`,
    );
  }
  return installed;
}

async function fits(python: string, environment: NodeJS.ProcessEnv): Promise<boolean> {
  if (!existsSync(python)) return false;
  const { stdout } = await execa(python, ["-c", PROBE], {
    env: machineEnvironment(environment),
    extendEnv: false,
    reject: false,
  });
  return stdout.trim() === VERSION;
}
