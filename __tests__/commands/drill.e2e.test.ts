import { randomInt } from "node:crypto";
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "chai";

import { drill } from "../../commands/drill/drill";
import { synthesize } from "../../commands/support/stacks";
import { requires } from "../support/requirements";

const CUTS = 3;

describe("An apply that is killed at a random moment, under faults", function () {
  this.timeout(900_000);
  requires("terraform", "moto_server", "provider");

  it("is recovered: the center is complete, and nothing is there twice but unused keys, which it counts", async () => {
    const directory = mkdtempSync(join(tmpdir(), "drill-"));
    const output = join(directory, "cdktf.out");
    await synthesize(output);
    const result = await drill({
      cuts: CUTS,
      seed: randomInt(1, 2 ** 31),
      parallel: CUTS,
      directory,
      stackDirectory: join(output, "stacks", "kwglobal-prod"),
      onLine: (line) => {
        console.log(`      ${line}`);
      },
    });
    expect(result).to.include({ cuts: CUTS, healed: CUTS });
  });
});
