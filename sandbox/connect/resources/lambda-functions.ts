import { ConnectError } from "../protocol/errors";
import { findInstance, invalidParameter } from "../store/lookup";
import type { Operations } from "../store/operation";

/** Lambda functions that an instance's flows may invoke. */
const QUOTA = 50;

const FUNCTION_ARN = /^arn:aws[\w-]*:lambda:([\w-]+):\d{12}:function:[\w-]+(:[\w$-]+)?$/;

/** The Lambda functions that the flows of an instance may invoke. */
export const lambdaFunctionOperations: Operations = {
  /** Connect gives itself the right to invoke the function, so that there must be one. */
  async AssociateLambdaFunction(input, account) {
    const { Id, lambdaFunctions } = findInstance(account, input.InstanceId);
    const [, region] = FUNCTION_ARN.exec(input.FunctionArn) ?? [];
    if (region !== account.region)
      throw invalidParameter(
        `FunctionArn must be the ARN of a Lambda function in ${account.region}, got ${input.FunctionArn}`,
      );
    if ((await account.others?.hasFunction(input.FunctionArn)) === false)
      throw new ConnectError(
        "ResourceNotFoundException",
        `there is no function ${input.FunctionArn}`,
      );
    if (lambdaFunctions.includes(input.FunctionArn))
      throw new ConnectError(
        "ResourceConflictException",
        `instance ${Id} has the function ${input.FunctionArn} already`,
      );
    if (lambdaFunctions.length >= QUOTA)
      throw new ConnectError(
        "ServiceQuotaExceededException",
        `an instance has at most ${QUOTA} Lambda functions; this quota cannot be raised`,
      );
    lambdaFunctions.push(input.FunctionArn);
    return {};
  },

  ListLambdaFunctions: (input, account) => ({
    LambdaFunctions: findInstance(account, input.InstanceId).lambdaFunctions,
  }),

  DisassociateLambdaFunction(input, account) {
    const { Id, lambdaFunctions } = findInstance(account, input.InstanceId);
    const index = lambdaFunctions.indexOf(input.FunctionArn);
    if (index === -1)
      throw new ConnectError(
        "ResourceNotFoundException",
        `instance ${Id} has no function ${input.FunctionArn}`,
      );
    lambdaFunctions.splice(index, 1);
    return {};
  },
};
