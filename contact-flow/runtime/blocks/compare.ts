import { type Block, result } from "../block";

/**
 * Check contact attributes.
 * @see https://docs.aws.amazon.com/connect/latest/devguide/flow-control-actions-compare.html
 */
export const compare: Block = { enter: ({ value }) => result(value("ComparisonValue")) };
