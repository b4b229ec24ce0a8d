import type { Html } from "../../support/html";

/** A chapter of the document. */
export interface Section {
  /** Its anchor. */
  readonly id: string;
  readonly title: string;
  readonly body: Html;
}
