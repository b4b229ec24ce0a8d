import type { Block } from "../block";

/**
 * End flow / Resume: what comes next depends on what the flow was running for.
 * @see https://docs.aws.amazon.com/connect/latest/devguide/flow-control-actions-endflowexecution.html
 */
export const endFlowExecution: Block = { enter: () => ({ kind: "leave", how: { to: "end" } }) };
