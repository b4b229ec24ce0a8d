import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { expect } from "chai";
import { execa } from "execa";

import { classOf } from "../../../plan-review/gate/changes";
import { CLASSIFICATION } from "../../../plan-review/gate/classification";
import { Terraform } from "../../../sandbox/terraform";
import { requires } from "../../support/requirements";
import { synthesize } from "../../support/synthesized";

/** As much of a provider's schema as the test looks at. */
interface Block {
  readonly attributes?: Readonly<Record<string, { computed?: boolean; optional?: boolean }>>;
  readonly block_types?: Readonly<Record<string, { block: Block }>>;
}

/** Each attribute of a block and of what is in it: `phone_config.auto_accept`. */
function attributesOf({ attributes = {}, block_types: blocks = {} }: Block, at = ""): string[] {
  return [
    ...Object.keys(attributes).map((name) => at + name),
    ...Object.entries(blocks).flatMap(([name, { block }]) => attributesOf(block, `${at}${name}.`)),
  ];
}

describe("the table of what may change, and the provider's own schema", function () {
  this.timeout(300_000);
  requires("terraform", "provider");

  let directory: string;
  let schemas: Readonly<Record<string, { readonly block: Block }>>;

  before(async () => {
    directory = mkdtempSync(join(tmpdir(), "schema-"));
    const { required_providers } = synthesize().json.terraform as Record<string, unknown>;
    const configuration = { terraform: { required_providers } };
    writeFileSync(join(directory, "cdk.tf.json"), JSON.stringify(configuration));
    const terraform = await Terraform.find({
      directory,
      workDirectory: directory,
      environment: process.env,
    });
    await terraform.init();
    const options = { cwd: directory, env: { CHECKPOINT_DISABLE: "1" } };
    const { stdout } = await execa("terraform", ["providers", "schema", "-json"], options);
    const { provider_schemas: all } = JSON.parse(stdout) as {
      provider_schemas: Record<string, { resource_schemas: typeof schemas }>;
    };
    schemas = Object.values(all)[0]?.resource_schemas ?? {};
  });

  after(() => {
    rmSync(directory, { recursive: true, force: true });
  });

  for (const [type, rules] of Object.entries(CLASSIFICATION)) {
    it(`agree on ${type}`, () => {
      const { block = {} } = schemas[type] ?? {};
      const there = attributesOf(block);
      expect(there).to.have.length.above(0);
      const { reason: unclassified } = classOf("nobody knows this", rules);
      const missing = there.filter((path) => classOf(path, rules).reason === unclassified);
      expect(missing, "say what may happen with these").to.deep.equal([]);

      const { free, judged, named, unused, computed } = rules;
      const listed = [free, named].flatMap((reasons) => Object.values(reasons).flat());
      const all = [...listed, ...Object.keys(judged), ...unused, ...computed];
      const gone = all.filter(
        (path) => !there.some((each) => each === path || each.startsWith(`${path}.`)),
      );
      expect(gone, "the provider has no such attribute").to.deep.equal([]);

      // What the configuration can set follows from nothing; the first two can't really be set.
      const settable = computed.filter(
        (name) =>
          !["id", "tags_all"].includes(name) &&
          (block.attributes?.[name]?.computed !== true || block.attributes[name].optional === true),
      );
      expect(settable, "the configuration can set these").to.deep.equal([]);
    });
  }
});
