import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { expect } from "chai";

import { ProviderSchemas, typesNamedIn } from "../../../sandbox/terraform/provider-schemas";
import { entry, schema } from "../../support/provider-answer";

describe("ProviderSchemas", () => {
  const [PROVIDER, RESOURCES, DATA, CAPABILITIES, FUNCTIONS, EPHEMERAL] = [1, 2, 3, 6, 7, 8];

  it("leaves out the types that aren't wanted, and nothing else", () => {
    const answer = [
      schema(PROVIDER, "the provider's own"),
      entry(RESOURCES, "aws_connect_queue", "a queue"),
      entry(RESOURCES, "aws_vpc", "a network"),
      entry(DATA, "aws_vpc", "a network that is there"),
      entry(DATA, "aws_region", "a Region"),
      schema(CAPABILITIES, "\u0008\u0001"),
      entry(FUNCTIONS, "arn_parse", "a function"),
      entry(EPHEMERAL, "aws_secretsmanager_secret_version", "a secret"),
    ];
    const schemas = new ProviderSchemas(Buffer.concat(answer));
    const kept = answer.filter((_, index) => ![2, 3, 7].includes(index));
    const inOrder = (parts: readonly Uint8Array[]) =>
      parts.map((part) => Buffer.from(part).toString("hex")).sort();
    const only = schemas.only(new Set(["aws_connect_queue", "aws_region", "aws_unknown"]));
    expect(only).to.have.length(kept.reduce((sum, { length }) => sum + length, 0));
    for (const part of inOrder(kept)) expect(only.toString("hex")).to.contain(part);
  });

  it("may be asked for other types later", () => {
    const queue = entry(RESOURCES, "aws_connect_queue", "a queue");
    const network = entry(RESOURCES, "aws_vpc", "a network");
    const schemas = new ProviderSchemas(Buffer.concat([queue, network]));
    expect(schemas.only(new Set(["aws_connect_queue"]))).to.deep.equal(Buffer.from(queue));
    expect(schemas.only(new Set(["aws_vpc"]))).to.deep.equal(Buffer.from(network));
  });
});

describe("typesNamedIn", () => {
  it("finds what a configuration uses in either syntax, its overrides and modules included", () => {
    const folder = mkdtempSync(join(tmpdir(), "types-"));
    try {
      writeFileSync(
        join(folder, "cdk.tf.json"),
        '{"resource":{"aws_connect_queue":{}},"data":{"aws_region":{}}}',
      );
      writeFileSync(join(folder, "more.tf"), 'resource "aws_vpc" "one" {}\nx = aws_subnet.two.id');
      writeFileSync(join(folder, "x_override.tf.json"), '{"resource":{"aws_s3_bucket":{}}}');
      writeFileSync(join(folder, "notes.txt"), "aws_instance");
      for (const [name, type] of [
        ["modules/network", "aws_route"],
        [".terraform", "aws_ami"],
      ] as const) {
        mkdirSync(join(folder, name), { recursive: true });
        writeFileSync(join(folder, name, "main.tf"), `resource "${type}" "one" {}`);
      }
      expect([...typesNamedIn(folder)].sort()).to.deep.equal([
        ...["aws_connect_queue", "aws_region", "aws_route", "aws_s3_bucket", "aws_subnet"],
        "aws_vpc",
      ]);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
