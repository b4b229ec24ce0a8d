import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { expect } from "chai";
import { execa } from "execa";

import {
  BOOTSTRAP_RESOURCES,
  CENTER_RESOURCES,
  PROVIDER_VERSION,
} from "../../../plan-review/configuration/allowed";
import { DATA_SOURCES } from "../../../plan-review/configuration/data-sources";
import { ATTRIBUTES } from "../../../plan-review/configuration/references";
import { plain, text } from "../../../plan-review/configuration/rules";
import type { Block, Shape } from "../../../plan-review/configuration/shape";
import { findProviderSource } from "../../../sandbox/terraform/terraform-mirror";
import { requires } from "../../support/requirements";

/** As much of a provider's schema as is looked at. */
interface Schema {
  readonly attributes?: Readonly<Record<string, { readonly sensitive?: boolean }>>;
  readonly block_types?: Readonly<Record<string, { readonly block: Schema }>>;
}
type Schemas = Readonly<Record<string, { readonly block: Schema }>>;

/** Where a plan shows "(sensitive value)", whatever an apply would write. */
describe("what the provider calls sensitive", function () {
  requires("terraform", "provider");
  this.timeout(180_000);

  let resources: Schemas;
  let dataSources: Schemas;

  before(async () => {
    const cwd = mkdtempSync(join(tmpdir(), "schema-"));
    const aws = { source: "aws", version: PROVIDER_VERSION };
    writeFileSync(
      join(cwd, "main.tf.json"),
      JSON.stringify({ terraform: { required_providers: { aws } } }),
    );
    const { cliConfigFile } = await findProviderSource(cwd);
    const env = cliConfigFile === undefined ? {} : { TF_CLI_CONFIG_FILE: cliConfigFile };
    await execa("terraform", ["init", "-input=false"], { cwd, env });
    const { stdout } = await execa("terraform", ["providers", "schema", "-json"], { cwd, env });
    const { provider_schemas: providers } = JSON.parse(stdout) as {
      provider_schemas: Record<string, { resource_schemas: Schemas; data_source_schemas: Schemas }>;
    };
    const schema = providers["registry.terraform.io/hashicorp/aws"];
    resources = schema?.resource_schemas ?? {};
    dataSources = schema?.data_source_schemas ?? {};
  });

  /** The sensitive arguments of a shape whose text anybody may choose. */
  const open = (place: string, shape: Shape, schema: Schema | undefined): string[] => {
    const [block = shape] = Array.isArray(shape) ? (shape as readonly Shape[]) : [shape];
    if (typeof block === "function") return [];
    return Object.entries(block as Block).flatMap(([key, each]) => {
      const name = key.replace("?", "");
      const sensitive = schema?.attributes?.[name]?.sensitive === true;
      return [
        ...(sensitive && [plain, text].includes(each as typeof text) ? [`${place}.${name}`] : []),
        ...open(`${place}.${name}`, each, schema?.block_types?.[name]?.block),
      ];
    });
  };

  it("is no argument whose value is free", () => {
    const types = { ...CENTER_RESOURCES, ...BOOTSTRAP_RESOURCES };
    expect(
      Object.entries(types).flatMap(([type, shape]) => open(type, shape, resources[type]?.block)),
    ).to.deep.equal([]);
    expect(
      Object.entries(DATA_SOURCES).flatMap(([type, shape]) =>
        open(type, shape, dataSources[type]?.block),
      ),
    ).to.deep.equal([]);
    // That it would be found: the first password is sensitive.
    const spoiled = { ...CENTER_RESOURCES.aws_connect_user, "password?": text };
    expect(open("aws_connect_user", spoiled, resources.aws_connect_user?.block)).to.deep.equal([
      "aws_connect_user.password",
    ]);
  });

  it("is no attribute that texts may refer to", () => {
    const sensitive = Object.entries(ATTRIBUTES).flatMap(([type, attributes]) => {
      const schema = type.startsWith("data.")
        ? dataSources[type.slice("data.".length)]
        : resources[type];
      return attributes
        .filter((attribute) => schema?.block.attributes?.[attribute]?.sensitive !== undefined)
        .map((attribute) => `${type}.${attribute}`);
    });
    expect(sensitive).to.deep.equal([]);
    const unknown = Object.entries(ATTRIBUTES).flatMap(([type, attributes]) =>
      attributes.filter((attribute) => {
        const [name = ""] = type.split(".").slice(-1);
        const schema = type.startsWith("data.") ? dataSources[name] : resources[name];
        return schema?.block.attributes?.[attribute] === undefined;
      }),
    );
    expect(unknown).to.deep.equal([]);
  });
});
