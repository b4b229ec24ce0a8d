import { CLASSIFICATION } from "./classification.ts";

/**
 * The types of resources that the constructs make. Any other type is a mistake, or an attempt to make the
 * apply role create it: an access key, a peering, an instance.
 */
export const RESOURCE_TYPES: readonly string[] = Object.keys(CLASSIFICATION).sort();

/** The types of data sources that the constructs read. */
export const DATA_SOURCE_TYPES: readonly string[] = [
  "aws_caller_identity",
  "aws_connect_contact_flow",
  "aws_connect_hours_of_operation",
  "aws_connect_prompt",
  "aws_connect_queue",
  "aws_connect_routing_profile",
  "aws_connect_security_profile",
  "aws_lambda_invocation",
];
