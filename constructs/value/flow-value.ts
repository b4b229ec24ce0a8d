import type { FlowType } from "../../contact-flow/flow";
import type { TemplateValues } from "../../contact-flow/template";

/** A contact flow, made of a template in `flow-templates/`. */
export interface FlowValue {
  /** 1 to 127 characters; unique in the instance. */
  readonly name: string;
  /**
   * 1 to 250 characters.
   * @default - none
   */
  readonly description?: string;
  /** Where Amazon Connect runs the flow; it can't be changed later. */
  readonly type: FlowType;
  /** A file of `flow-templates/`. */
  readonly template: string;
  /** The values for the template's holes, by the names of the holes. */
  readonly values: TemplateValues;
  /**
   * The hours of operation that its prompts tell callers; the synth compares the prompts with them.
   * @default - its prompts tell none
   */
  readonly announces?: string;
  /**
   * Whether the flow is as it was found in an instance. Of what Amazon Connect accepts there, the synth only
   * warns, once for each rule of the lint; in a flow of ours it refuses some of it.
   * @default false
   */
  readonly asFound?: boolean;
}

/**
 * A message that is switched on and off while the center runs: a flow module holds the text, and a schedule
 * holds the time until which it is spoken.
 */
export interface MessageValue {
  /** The name of module and schedule in Amazon Connect, 1 to 127 characters. */
  readonly name: string;
  /** The time zone of the message's end, such as `14:00`: an IANA name. */
  readonly timeZone: string;
}
