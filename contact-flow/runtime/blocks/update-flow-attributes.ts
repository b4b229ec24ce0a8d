import type { Json } from "../../json";
import { type Block, done } from "../block";
import { texts } from "../maps";

/**
 * Set contact attributes, for this flow only.
 * @see https://docs.aws.amazon.com/connect/latest/devguide/flow-control-actions-updateflowattributes.html
 */
export const updateFlowAttributes: Block = {
  enter: (view) => {
    const given = view.parameters.FlowAttributes as Readonly<Record<string, { Value?: Json }>>;
    const values = Object.entries(given).map(([key, { Value = "" }]) => [key, Value] as const);
    return done({ flowAttributes: texts(Object.fromEntries(values), view) });
  },
};
