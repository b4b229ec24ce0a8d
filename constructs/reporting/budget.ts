import { BudgetsBudget } from "@cdktf/provider-aws/lib/budgets-budget";
import { Construct } from "constructs";

import type { ContactCenterValue } from "../contact-center-value";
import type { NotificationTopic } from "./notification-topic";

/** What a day may cost; nothing where nobody would be told. */
export function budgetOf(
  { reporting }: Pick<ContactCenterValue, "reporting">,
  emails: readonly string[],
): number | undefined {
  return emails.length === 0 ? undefined : reporting.dollarsADay;
}

/** Properties of a {@link Budget}. */
export interface BudgetProps {
  readonly name: string;
  /** Whole dollars that the account may cost in a day. */
  readonly dollarsADay: number;
  readonly topic: NotificationTopic;
}

/**
 * Tells on the day itself, when AWS has counted it, that the account has cost more than a day may: 8 to 12
 * hours later, since costs are counted up to three times a day. It counts the whole account, since telephone
 * minutes are billed under another service's name than Amazon Connect, and stops nothing.
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
