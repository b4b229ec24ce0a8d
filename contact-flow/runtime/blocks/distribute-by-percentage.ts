import { question, result } from "../block";

/**
 * Distribute by percentage: the world draws a whole number from 1 to 100.
 * @see https://docs.aws.amazon.com/connect/latest/devguide/flow-control-actions-distributebypercentage.html
 */
export const distributeByPercentage = question(
  (_, id) => ({ type: "drawPercentage", id }),
  (event) => (event.type === "percentage" ? result(String(event.value)) : undefined),
);
