import type { Harm } from "../../finding.ts";
import type { FlowChange } from "./changes.ts";

/** What is said of a changed flow, and when. */
export interface Rule extends Harm {
  /** Whether it harms; or by what, which is said at the sentence's end. */
  readonly harms: (flows: FlowChange) => boolean | readonly string[];
}

export const ADMIN_GUIDE = "https://docs.aws.amazon.com/connect/latest/adminguide";
export const LANGUAGE = "https://docs.aws.amazon.com/connect/latest/devguide/flow-language.html";
