import { onPage } from "../../facts/source";
import { arnsOf, KINDS } from "../arns";
import type { Rule } from "../rule";

export const rule: Rule = {
  id: "function-arn",
  level: "warning",
  reason: "the ARN of a Lambda function has `function:` before the function's name",
  fix: "write arn:aws:lambda:REGION:ACCOUNT:function:NAME",
  source: onPage("https://docs.aws.amazon.com/lambda/latest/api/API_GetFunction.html"),
  *check(view) {
    for (const { index, path, id, arn, to } of arnsOf(view)) {
      if (to === "lambda" && KINDS.lambda.is.test(arn) && !/:function:[^:]+/.test(arn)) {
        yield { index, path, message: `"${id}" has an ARN that is not that of a function: ${arn}` };
      }
    }
  },
};
