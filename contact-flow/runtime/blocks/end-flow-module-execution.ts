import type { Block } from "../block";
import { texts } from "../maps";

/**
 * Return: back to the flow that invoked the module, on the branch that it names.
 * @see https://docs.aws.amazon.com/connect/latest/devguide/endflowmoduleexecution.html
 */
export const endFlowModuleExecution: Block = {
  enter: (view) => {
    const branch = view.value("Result");
    return {
      kind: "leave",
      how: {
        to: "return",
        data: texts(view.parameters.ResultData, view),
        ...(branch === undefined ? {} : { result: branch }),
      },
    };
  },
};
