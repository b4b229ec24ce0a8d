import { folders } from "./checks/folder";
import { node } from "./checks/node";
import { freePort } from "./checks/port";
import { gettingPython } from "./checks/python";
import { gettingTerraform } from "./checks/terraform";
import { requireAll } from "./finding";

/**
 * Gets what a start needs of this machine, and tells all that can't be had at once.
 *
 * @param port - Of the sandbox.
 * @param onNotice - Receives a line before something is fetched.
 * @throws OperatorError
 */
export async function requireToStart(
  port: number,
  onNotice: (line: string) => void,
): Promise<void> {
  const otherEmulator = process.env.SANDBOX_AWS_ENDPOINT ?? "";
  // Else nothing can be got.
  await requireAll([folders()]);
  await requireAll([
    node(),
    gettingTerraform(onNotice),
    ...(otherEmulator === "" ? [gettingPython(onNotice)] : []),
    freePort(port),
  ]);
}
