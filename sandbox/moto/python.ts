import { existsSync, rmSync } from "node:fs";
import { join } from "node:path";
import { execa } from "execa";
import { installerEnvironment, machineEnvironment } from "../machine/environment";
import { Missing } from "../machine/errors";
import { FORBIDDEN, mayDownload } from "../machine/may-download";
import { oneAtATime } from "../machine/one-at-a-time";
import { findProgram } from "../machine/program";

/** The one version that the sandbox is proven with. */
export const MOTO_VERSION = "5.2.1";

const PACKAGE = `moto[server]==${MOTO_VERSION}`;

/** Prints moto's version, where all packages are there that make it a server. */
const PROBE = String.raw`
import re
from importlib.metadata import requires, version
for requirement in requires("moto"):
    name, _, marker = requirement.partition(";")
    if "extra" not in marker or re.search("extra == .server.", marker):
        version(re.match(r"[\w.-]+", name).group())
print(version("moto"))
`;

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
 * @throws Missing when there is no Python, or moto cannot be installed.
 */
export async function findPython(options: FindPythonOptions): Promise<string> {
  const { python, hasMoto } = await presentPython(options);
  if (hasMoto) return python;
  if (!mayDownload(options.environment ?? process.env)) {
    throw new Missing(`${PACKAGE} is missing, and ${FORBIDDEN}`, cureFor(python));
  }
  return oneAtATime(venvIn(options), async () => {
    // Another process may have installed it in the meantime.
    const there = await presentPython(options);
    return there.hasMoto ? there.python : install(python, options);
  });
}

/**
 * The Python that is there, and whether it has the pinned moto. Installs nothing.
 *
 * @throws Missing when there is no Python.
 */
export async function presentPython(
  options: FindPythonOptions,
): Promise<{ readonly python: string; readonly hasMoto: boolean }> {
  const environment = options.environment ?? process.env;
  const onPath = findProgram("python3", environment);
  for (const python of [interpreterIn(options), onPath]) {
    if (python !== undefined && (await fits(python, environment))) return { python, hasMoto: true };
  }
  if (onPath !== undefined) return { python: onPath, hasMoto: false };
  throw new Missing(
    "the sandbox needs moto (it plays S3, DynamoDB, IAM, Lambda …), and python3 is not on the PATH",
    "install Python 3.9 or newer from https://www.python.org/downloads",
  );
}

const venvIn = ({ directory }: FindPythonOptions) => join(directory, "moto");

const interpreterIn = (options: FindPythonOptions) => join(venvIn(options), "bin", "python");

const cureFor = (python: string) => `install it yourself (${python} -m pip install '${PACKAGE}')`;

async function install(python: string, options: FindPythonOptions): Promise<string> {
  const venv = venvIn(options);
  options.onNotice?.(`installing ${PACKAGE} into ${venv} (once)`);
  const env = installerEnvironment(options.environment ?? process.env);
  const settings = { env, extendEnv: false, stdin: "ignore" } as const;
  for (const [program, args, cure] of [
    [python, ["-m", "venv", "--clear", venv], "install Python's venv (python3-venv on Debian)"],
    [
      interpreterIn(options),
      ["-m", "pip", "install", "--quiet", PACKAGE],
      "connect to the network, or name an index that has it: PIP_INDEX_URL=…",
    ],
  ] as const) {
    try {
      await execa(program, args, settings);
    } catch (error) {
      rmSync(venv, { recursive: true, force: true });
      const told = error instanceof Error ? error.message.trim().split("\n") : [];
      const words = told.filter((line) => !line.startsWith("WARNING:")).slice(-3);
      throw new Missing(
        `${PACKAGE} cannot be installed`,
        [`${cure}; or ${cureFor(python)}`, ...words].join("\n"),
      );
    }
  }
  return interpreterIn(options);
}

async function fits(python: string, environment: NodeJS.ProcessEnv): Promise<boolean> {
  if (!existsSync(python)) return false;
  const { stdout } = await execa(python, ["-c", PROBE], {
    env: machineEnvironment(environment),
    extendEnv: false,
    reject: false,
    stdin: "ignore",
  });
  return stdout.trim() === MOTO_VERSION;
}
