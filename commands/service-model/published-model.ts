import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { execa } from "execa";
import { unzipSync } from "fflate";

import { installerEnvironment } from "../../sandbox/machine/environment";
import { Missing } from "../../sandbox/machine/errors";
import { FORBIDDEN, mayDownload } from "../../sandbox/machine/may-download";
import type { PublishedModel } from "./compact";

const FILE = "botocore/data/connect/2017-08-08/service-2.json.gz";

/**
 * Amazon Connect's service model out of one version of botocore, which pip fetches.
 *
 * @throws Missing when it can't be fetched.
 */
export async function publishedModel(version: string): Promise<PublishedModel> {
  const cure = "connect to the network, or name an index that has it: PIP_INDEX_URL=…";
  if (!mayDownload(process.env)) throw new Missing(`botocore is missing, and ${FORBIDDEN}`, cure);
  const folder = mkdtempSync(join(tmpdir(), "botocore-"));
  try {
    const options = ["--quiet", "--no-deps", "--only-binary", ":all:", "--dest", folder];
    const { failed, stderr } = await execa(
      "python3",
      ["-m", "pip", "download", ...options, `botocore==${version}`],
      { env: installerEnvironment(process.env), extendEnv: false, stdin: "ignore", reject: false },
    );
    const wheel = readdirSync(folder).find((name) => name.endsWith(".whl"));
    if (failed || wheel === undefined)
      throw new Missing(`botocore ${version} cannot be fetched: ${stderr.trim()}`, cure);
    const files = unzipSync(readFileSync(join(folder, wheel)), {
      filter: ({ name }) => name === FILE,
    });
    const packed = files[FILE];
    if (packed === undefined)
      throw new Missing(`botocore ${version} has no ${FILE}`, "take another version: --botocore");
    return JSON.parse(gunzipSync(packed).toString("utf8")) as PublishedModel;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
