import { actionsLike } from "./action-data";
import { anyOf } from "./arn-pattern";

/** An action on each type of resource that policies refer to: its data has the type's ARN. */
const ARNS: Readonly<Record<string, string>> = {
  aws_cloudwatch_log_group: "logs:PutRetentionPolicy",
  aws_cloudwatch_log_stream: "logs:PutLogEvents",
  aws_connect_instance: "connect:DescribeInstance",
  aws_connect_phone_number: "connect:DescribePhoneNumber",
  aws_dynamodb_table: "dynamodb:DescribeTable",
  aws_kms_key: "kms:DescribeKey",
  aws_lambda_function: "lambda:GetFunction",
  aws_s3_bucket: "s3:GetBucketVersioning",
  aws_sns_topic: "sns:Publish",
};

/** A resource as a policy names it, with an ARN in the place of what Terraform will know. */
export function resolved(resource: string): string {
  return resource
    .replaceAll("${data.aws_caller_identity.current.account_id}", "111122223333")
    .replaceAll(/(?<!\$)\$\{aws_s3_bucket\.\w+\.(id|bucket)\}/g, "x")
    .replaceAll(/(?<!\$)\$\{(aws_\w+)\.\w+\.arn\}/g, (reference, type: string) => {
      const [action] = actionsLike(ARNS[type] ?? "");
      const [resourceType] = action?.resourceTypes ?? [];
      return resourceType === undefined ? reference : anyOf(resourceType.arn);
    })
    .replaceAll("$${", "${");
}
