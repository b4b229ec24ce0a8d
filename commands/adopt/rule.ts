import type { Live } from "./live-account";
import type { WantedResource } from "./wanted";

/** Finds the id by which the provider imports a resource, or undefined where none is live. */
export type ImportRule = (wanted: WantedResource, live: Live) => Promise<string | undefined>;

/** Why resources of a type aren't imported: what an apply does to them instead. */
export interface Recreated {
  readonly recreated: string;
}
