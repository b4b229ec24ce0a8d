import type { Json } from "../json";
import type { BlockView } from "./block";
import { evaluate } from "./read";

/** A map of texts with its JSONPaths filled in; what leads nowhere becomes empty. */
export function texts(json: Json | undefined, { call, center }: BlockView): Record<string, string> {
  const entries = typeof json === "object" && json !== null ? Object.entries(json) : [];
  return Object.fromEntries(
    entries.map(([key, value]) => [key, evaluate(value, call, center) ?? ""]),
  );
}
