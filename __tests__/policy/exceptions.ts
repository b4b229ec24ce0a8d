import { terraformName } from "../../constructs/terraform/terraform-name";
import { KWGLOBAL } from "../../kwglobal";

/** A rule that some resources don't follow, on purpose. */
export interface Exception {
  readonly rule: string;
  /** Addresses, as the rule's findings name them. */
  readonly at: readonly string[];
  /** @default - every stack that has the address */
  readonly stacks?: readonly string[];
  readonly reason: string;
  /** What is done in the rule's place. */
  readonly instead: string;
}

/**
 * Everything that is not as the rules want it. There is no other place to say so: what isn't listed
 * fails the build, and so does what is listed and no longer true.
 */
export const EXCEPTIONS: readonly Exception[] = [
  {
    rule: "GLOB-02",
    at: [
      "aws_lambda_invocation.agent_statuses",
      "aws_lambda_invocation.contact_lens_rules",
      "aws_lambda_invocation.evaluation_forms",
      "aws_lambda_invocation.holidays",
      "aws_lambda_invocation.phone_number_flow",
      "aws_lambda_invocation.queue_quick_connects",
      "data.aws_lambda_invocation.agent_statuses_observed",
      "data.aws_lambda_invocation.contact_lens_rules_observed",
      "data.aws_lambda_invocation.evaluation_forms_observed",
      "data.aws_lambda_invocation.holidays_observed",
      "data.aws_lambda_invocation.phone_number_flow_observed",
      "data.aws_lambda_invocation.queue_quick_connects_observed",
    ],
    reason:
      "Provider 5.100.0 has no resource for agent statuses, holidays, evaluation forms, Contact Lens rules, nor for a number's flow, and two queues that list each other's quick connects are a cycle.",
    instead:
      "What is called is this repository's code, at an address of this stack. A plan calls only the observer, whose role can change nothing; IAM-04 lists what each role may do.",
  },
  {
    rule: "CONN-QUEUE-02",
    at: KWGLOBAL.queues.map(({ name }) => `aws_connect_queue.${terraformName(name)}`),
    reason:
      "The client wants no limit (specification, section 3), and Amazon Connect refuses one above the account's quota of concurrent calls.",
    instead:
      "That quota is the limit, and its alarm rings; a queue's `maxContacts` sets a lower one, and the flow says what callers hear then.",
  },
  {
    rule: "S3-02",
    at: ["aws_s3_bucket.access_logs"],
    reason: "S3 delivers access logs only to a bucket that it encrypts with its own key (SSE-S3).",
    instead: "It is encrypted so. The logs name objects, not what is in them.",
  },
  {
    rule: "S3-09",
    at: ["aws_s3_bucket.access_logs"],
    reason: "A bucket that logs its own requests logs the logs, without an end.",
    instead: "It is private, and its objects expire with the other logs.",
  },
  {
    rule: "S3-09",
    at: ["aws_s3_bucket.states_bucket"],
    reason: "It would need one more bucket that must be there before all others.",
    instead:
      "Its policy names who reads and writes each state; an account's CloudTrail shows who did, once data events of this bucket are recorded.",
  },
  {
    rule: "DDB-05",
    at: ["aws_dynamodb_table.vanity_numbers_table"],
    reason:
      "A row is a client's vanity number, not a trace of a call: it is wanted as long as the client is one, and nothing tells when that ends.",
    instead: "A row is deleted by its key, the phone; the table has the project's key.",
  },
  {
    rule: "LAM-03",
    at: [
      "aws_lambda_function.connect_associations_observer",
      "aws_lambda_function.connect_associations_reconciler",
    ],
    reason:
      "Terraform waits for them, no caller: 50 queues at Amazon Connect's 2 requests a second take a minute, more when others ask too.",
    instead: "They end after 600 s, and say what they could not do.",
  },
  {
    rule: "LAM-03",
    at: ["aws_lambda_function.bulk_vanity_numbers_function"],
    reason: "Step Functions waits for it, no caller: a batch has 100 rows.",
    instead: "It ends after 60 s; what fails is tried again, then written to the results.",
  },
  {
    rule: "LAM-12",
    at: [
      "aws_lambda_function.bulk_vanity_numbers_function",
      "aws_lambda_function.connect_associations_observer",
      "aws_lambda_function.connect_associations_reconciler",
      "aws_lambda_function.vanity_numbers_function",
    ],
    reason:
      "A new account has ten executions at once, of which none can be reserved: the apply would fail.",
    instead:
      "Callers are no more than the instance's concurrent calls; lists are held back by `maxConcurrency`.",
  },
  {
    rule: "LOG-02",
    at: [
      "aws_cloudwatch_log_group.connect_associations_observer_logs",
      "aws_cloudwatch_log_group.connect_associations_reconciler_logs",
      "aws_cloudwatch_log_group.contact_records_logs",
      "aws_cloudwatch_log_group.instance_flow_logs",
      "aws_cloudwatch_log_group.vanity_numbers_function_logs",
    ],
    stacks: ["kwglobal-dev"],
    reason: "Flow logs hold callers' numbers: dev keeps them no longer than a fault is looked for.",
    instead: "30 days in dev, 365 in production (`logRetentionDays`).",
  },
];

/** Rules that have nothing to judge in any stack, and why. */
export const NOT_APPLICABLE: Readonly<Record<string, string>> = {
  "FLOW-09":
    "No flow calls an outside number; managers are reached by a quick connect (CONN-QC-01).",
};
