import { type Block, failed } from "../block";
import { idOf } from "../center";

/** "up to five levels of nesting" @see https://docs.aws.amazon.com/connect/latest/adminguide/contact-flow-modules.html */
const MAX_DEPTH = 5;

/**
 * Invoke module: the flow goes on when the module returns.
 * @see https://docs.aws.amazon.com/connect/latest/devguide/flow-language-actions-invoke-flow-module.html
 */
export const invokeFlowModule: Block = {
  enter: ({ value, call, center }) => {
    const flow = idOf(value("FlowModuleId") ?? "");
    const depth = call.run?.modules.length ?? 0;
    return center.flows.get(flow)?.type === "MODULE" && depth < MAX_DEPTH
      ? { kind: "leave", how: { to: "module", flow } }
      : failed();
  },
};
