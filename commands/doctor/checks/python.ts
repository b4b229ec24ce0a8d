import { findPython, MOTO_VERSION, presentPython } from "../../../sandbox/moto/python";
import type { FindPythonOptions } from "../../../sandbox/moto/python";
import { mayDownload } from "../../../sandbox/machine/may-download";
import { SANDBOX_DIRECTORY } from "../../../sandbox/sandbox";
import type { Check } from "../finding";

const NAME = "Python, moto";

/** Python, and moto in it. Installs nothing. */
export const python = (options: FindPythonOptions = { directory: SANDBOX_DIRECTORY }): Check => ({
  name: NAME,
  look: async () => {
    const { python: path, hasMoto } = await presentPython(options);
    if (hasMoto) return `moto ${MOTO_VERSION} of ${path}`;
    // Where it is forbidden, this tells what a start would.
    if (!mayDownload(options.environment ?? process.env)) await findPython(options);
    return `${path}; pip installs moto ${MOTO_VERSION} when it is first needed`;
  },
});

/** The same, and installs moto where it is missing. */
export const gettingPython = (onNotice: (line: string) => void): Check => ({
  name: NAME,
  look: () => findPython({ directory: SANDBOX_DIRECTORY, onNotice }),
});
