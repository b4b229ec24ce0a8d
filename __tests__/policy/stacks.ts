import { KWGLOBAL } from "../../kwglobal";
import { DEV, PROD, synthesize, type Synthesized } from "../support/synthesized";

/** A stack as Terraform gets it. */
export interface JudgedStack {
  readonly name: string;
  /** Ends the names in this environment; rules write it `{suffix}`. */
  readonly suffix: string;
  readonly stack: Synthesized;
}

/** Production with everything that the value can switch on. */
export const EVERYTHING: JudgedStack = {
  name: "kwglobal-prod with every switch on",
  suffix: PROD.suffix,
  stack: synthesize({
    flows: [
      ...KWGLOBAL.flows,
      {
        name: "KWGlobal vanity number",
        type: "CONTACT_FLOW",
        template: "vanity-number.json",
        values: { flowLogging: "Enabled", action: "record", companyName: KWGLOBAL.company },
      },
    ],
    vanityNumbers: {
      ...KWGLOBAL.vanityNumbers,
      bulk: { folder: "vanity-numbers", maxConcurrency: 10 },
    },
  }),
};

/** Every stack that may be applied. */
export const STACKS: readonly JudgedStack[] = [
  { name: "kwglobal-dev", suffix: DEV.suffix, stack: synthesize({}, DEV) },
  { name: "kwglobal-prod", suffix: PROD.suffix, stack: synthesize() },
  EVERYTHING,
];
