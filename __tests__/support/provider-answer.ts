import { BinaryWriter, WireType } from "@bufbuild/protobuf/wire";

/** A field of a provider's answer about its schemas. */
export function schema(field: number, text: string): Uint8Array {
  return new BinaryWriter().tag(field, WireType.LengthDelimited).string(text).finish();
}

/** An entry of a map of such an answer. */
export function entry(field: number, key: string, text: string): Uint8Array {
  const pair = Buffer.concat([schema(1, key), schema(2, text)]);
  return new BinaryWriter().tag(field, WireType.LengthDelimited).bytes(pair).finish();
}
