import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

import { BinaryReader, WireType } from "@bufbuild/protobuf/wire";

/**
 * The maps of the provider's answer whose keys are types: resources, data sources, ephemeral resources.
 * A type isn't among its functions, and all else is the provider's own.
 *
 * @see https://github.com/hashicorp/terraform/blob/v1.11.4/docs/plugin-protocol/tfplugin5.8.proto `GetProviderSchema.Response`
 */
const MAPS_OF_TYPES: ReadonlySet<number> = new Set([2, 3, 8]);

/** The answer of a provider to the question for its schemas, cut by type. */
export class ProviderSchemas {
  private readonly general: Uint8Array[] = [];
  private readonly byType: (readonly [type: string, entry: Uint8Array])[] = [];

  /** @param message - `GetProviderSchema.Response`, as protobuf. */
  public constructor(message: Uint8Array) {
    const reader = new BinaryReader(message);
    while (reader.pos < reader.len) {
      const from = reader.pos;
      const [field, wireType] = reader.tag();
      const value = reader.skip(wireType, field);
      const entry = message.subarray(from, reader.pos);
      if (wireType === WireType.LengthDelimited && MAPS_OF_TYPES.has(field)) {
        this.byType.push([keyOf(new BinaryReader(value).bytes()), entry]);
      } else {
        this.general.push(entry);
      }
    }
  }

  /** The answer of a provider that has only those types. */
  public only(types: ReadonlySet<string>): Buffer {
    const wanted = this.byType.filter(([type]) => types.has(type)).map(([, entry]) => entry);
    return Buffer.concat([...this.general, ...wanted]);
  }
}

/** The key of a map's entry, which is its first field. */
function keyOf(entry: Uint8Array): string {
  const reader = new BinaryReader(entry);
  reader.tag();
  return reader.string();
}

/** All that could be a type of the AWS provider in the configuration of a folder and its modules. */
export function typesNamedIn(directory: string): Set<string> {
  const texts = filesBelow(directory)
    .filter((name) => /\.tf(\.json)?$/.test(name))
    .map((name) => readFileSync(name, "utf8"));
  return new Set(texts.join("\n").match(/\baws_[a-z0-9_]+/g) ?? []);
}

/** Without `.terraform`, where Terraform keeps its own. */
function filesBelow(directory: string): string[] {
  return readdirSync(directory, { withFileTypes: true }).flatMap((entry) => {
    const path = join(directory, entry.name);
    if (entry.isDirectory()) return entry.name === ".terraform" ? [] : filesBelow(path);
    return [path];
  });
}
