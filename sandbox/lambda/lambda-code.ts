import { existsSync } from "node:fs";
import { mkdir, mkdtemp, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join, resolve, sep } from "node:path";
import { unzipSync } from "fflate";
import { errorMessage, OperatorError } from "../machine/errors";

/** Lambda's limit on the unzipped code, in bytes. */
const UNZIPPED_LIMIT = 262_144_000;

/** What the Node.js runtimes bring along: bundles may leave these out. */
const RUNTIME_PACKAGES = ["@aws-sdk", "@smithy"];

/**
 * Unzips function code, once per zip, outside the project: what a bundle forgot must be missing here
 * as it will be missing in AWS. Only the AWS SDK is there, as in the Node.js runtimes.
 *
 * @see https://docs.aws.amazon.com/lambda/latest/dg/lambda-nodejs.html
 */
export class LambdaCode {
  private root: Promise<string> | undefined;
  private readonly folders = new Map<string, Promise<string>>();

  /**
   * The folder with the unzipped code.
   *
   * @param sha256 - The zip's own hash, by which it is unzipped only once.
   * @param zip - Its bytes.
   * @throws OperatorError when the zip is broken, too large, or leaves its folder.
   */
  public async folder(sha256: string, zip: Uint8Array): Promise<string> {
    const known = this.folders.get(sha256);
    if (known) return known;
    const folder = this.unzip(`task-${this.folders.size + 1}`, zip);
    this.folders.set(sha256, folder);
    return folder;
  }

  /** Removes everything unzipped. */
  public async remove(): Promise<void> {
    if (this.root) await rm(await this.root, { recursive: true, force: true });
  }

  private async unzip(name: string, zip: Uint8Array): Promise<string> {
    const folder = join(await (this.root ??= createRoot()), name);
    for (const [path, content] of Object.entries(readZip(zip))) {
      const file = resolve(folder, path);
      if (!file.startsWith(folder + sep) || path.includes("\\")) {
        throw new OperatorError(
          `paths in a function's zip must stay inside it, got ${JSON.stringify(path)}`,
        );
      }
      if (path.endsWith("/")) continue;
      await mkdir(dirname(file), { recursive: true });
      await writeFile(file, content);
    }
    return folder;
  }
}

function readZip(zip: Uint8Array): Record<string, Uint8Array> {
  let size = 0;
  try {
    return unzipSync(zip, {
      filter: ({ originalSize }) => {
        size += originalSize;
        if (size <= UNZIPPED_LIMIT) return true;
        throw new OperatorError(
          `a function's unzipped code must be at most ${UNZIPPED_LIMIT} bytes long`,
        );
      },
    });
  } catch (error) {
    if (error instanceof OperatorError) throw error;
    const reason = errorMessage(error);
    throw new OperatorError(`a function's code must be a zip file: ${reason}`);
  }
}

async function createRoot(): Promise<string> {
  const root = await mkdtemp(join(tmpdir(), "sandbox-functions-"));
  await mkdir(join(root, "node_modules"));
  for (const name of RUNTIME_PACKAGES) {
    const source = join(__dirname, "..", "..", "node_modules", name);
    if (existsSync(source)) await symlink(source, join(root, "node_modules", name), "junction");
  }
  return root;
}
