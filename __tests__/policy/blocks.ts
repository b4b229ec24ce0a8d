import type { Attributes, Synthesized } from "../support/synthesized";

/** A resource or data source with its address, such as `data.aws_connect_prompt.music`. */
export interface Block {
  readonly address: string;
  readonly type: string;
  readonly attributes: Attributes;
}

export function resourcesOf(stack: Synthesized, type: string): Block[] {
  return blocksOf(stack, type, "resource");
}

/** Every resource and data source. */
export function allBlocks(stack: Synthesized): Block[] {
  return (["resource", "data"] as const).flatMap((section) =>
    Object.keys(stack.json[section] ?? {}).flatMap((type) => blocksOf(stack, type, section)),
  );
}

/** Whether a value holds a reference to a resource: `${aws_kms_key.key.arn}` or within more text. */
export function refersTo(value: unknown, address: string): boolean {
  const name = address.replaceAll(".", "\\.");
  return new RegExp(`(?<!data\\.)\\b${name}\\b(?!-)`).test(JSON.stringify([value]));
}

function blocksOf(stack: Synthesized, type: string, section: "resource" | "data"): Block[] {
  const prefix = section === "data" ? "data." : "";
  return Object.entries(stack.resources(type, section)).map(([name, attributes]) => ({
    address: `${prefix}${type}.${name}`,
    type,
    attributes,
  }));
}
