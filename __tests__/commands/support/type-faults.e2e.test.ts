import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "chai";
import { PROJECT } from "../../../commands/support/stacks";
import { typeFaults } from "../../../commands/support/type-faults";

describe("the type check of a value", function () {
  this.timeout(20_000);

  const faultsIn = (queue: string) => {
    const file = join(mkdtempSync(join(tmpdir(), "value-")), "queue.ts");
    const type = join(PROJECT, "constructs", "value", "contact-center-value");
    writeFileSync(
      file,
      `import type { QueueValue } from ${JSON.stringify(type)};
       const given = { name: "A", hoursOfOperation: "H", outboundCallerIdName: "K" };
       export const value: QueueValue = { ...given, outboundWhisperFlow: "W", ${queue} };`,
    );
    return typeFaults(file);
  };

  it("finds a misspelt field, though it is optional, and names the right one", async () => {
    expect(await faultsIn(`quickConnects: [], maxContact: 5`))
      .to.match(/queue\.ts:3:\d+: /)
      .and.contain("Did you mean to write 'maxContacts'?");
  });

  it("finds a field of the wrong kind", async () => {
    expect(await faultsIn(`quickConnects: "Management"`)).to.contain("not assignable to type");
  });
});
