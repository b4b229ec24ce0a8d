import { type Block, result } from "../block";
import { isUnknownHere } from "../read";

/**
 * Check contact attributes. What only a service knows that isn't here, such as Lex, is asked for by exit
 * where the center lets it; else it has no value.
 * @see https://docs.aws.amazon.com/connect/latest/devguide/flow-control-actions-compare.html
 */
export const compare: Block = {
  enter: ({ value, parameters: { ComparisonValue: path }, center }) =>
    center.asksForExits && typeof path === "string" && isUnknownHere(path)
      ? { kind: "unable", why: `needs ${path}` }
      : result(value("ComparisonValue")),
};
