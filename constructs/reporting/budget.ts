import { BudgetsBudget } from "@cdktf/provider-aws/lib/budgets-budget";
import { Construct } from "constructs";

import type { ContactCenterValue } from "../value/contact-center-value";
import type { NotificationTopic } from "./notification-topic";

/** What a day may cost; undefined if nobody would be notified. */
export function budgetOf(
  { reporting }: Pick<ContactCenterValue, "reporting">,
  emails: readonly string[],
): number | undefined {
  return emails.length === 0 ? undefined : reporting.dollarsADay;
}

/** Properties of a {@link Budget}. */
export interface BudgetProps {
  /** 1 to 100 characters; unique in the account. */
  readonly name: string;
  /** Whole dollars that the account may cost in a day. */
  readonly dollarsADay: number;
  /** The SNS topic that is notified. */
  readonly topic: NotificationTopic;
}

/**
 * Notifies the topic when the account has cost more than a day may. AWS counts costs up to three times a day,
 * so the notification comes 8 to 12 hours later. The budget counts the whole account, since telephone minutes
 * are billed under another service's name than Amazon Connect. It stops nothing.
 * @see https://docs.aws.amazon.com/cost-management/latest/userguide/budgets-best-practices.html
 */
export class Budget extends Construct {
  public constructor(scope: Construct, id: string, { name, dollarsADay, topic }: BudgetProps) {
    super(scope, id);
    new BudgetsBudget(this, "Resource", {
      name,
      budgetType: "COST",
      timeUnit: "DAILY",
      limitAmount: String(dollarsADay),
      limitUnit: "USD",
      notification: [
        {
          notificationType: "ACTUAL",
          comparisonOperator: "GREATER_THAN",
          threshold: 100,
          thresholdType: "PERCENTAGE",
          subscriberSnsTopicArns: [topic.arn],
        },
      ],
    });
  }
}
