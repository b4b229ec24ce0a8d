import type { Service, ServiceResponse } from "./gateway/http";
import { jsonInput, jsonOperation } from "./gateway/json-input";
import { problem } from "./gateway/problem";

/** A threshold, which also names it: a budget has none twice. */
type Notification = Readonly<Record<string, unknown>>;

interface Subscriber {
  readonly SubscriptionType: string;
  readonly Address: string;
}

type Settings = Readonly<Record<string, unknown>> & { readonly BudgetName?: string };

interface Held {
  budget: Settings;
  notifications: { notification: Notification; subscribers: readonly Subscriber[] }[];
  readonly tags: Map<string, string>;
}

/** By name: an account has one list of them. */
export type Budgets = Map<string, Held>;

interface Input {
  readonly BudgetName?: string;
  readonly Budget?: Settings;
  readonly NewBudget?: Settings;
  readonly Notification?: Notification;
  readonly NewNotification?: Notification;
  readonly Subscribers?: readonly Subscriber[];
  readonly ResourceARN?: string;
  readonly ResourceTags?: readonly { readonly Key: string; readonly Value: string }[];
  readonly ResourceTagKeys?: readonly string[];
}

/** The operations, each with what it must be given beside the budget's name. */
const OPERATIONS: Readonly<Record<string, readonly (keyof Input)[]>> = {
  CreateBudget: ["Budget"],
  DescribeBudget: [],
  DescribeBudgets: [],
  UpdateBudget: ["NewBudget"],
  DeleteBudget: [],
  CreateNotification: ["Notification", "Subscribers"],
  DeleteNotification: ["Notification"],
  DescribeNotificationsForBudget: [],
  DescribeSubscribersForNotification: ["Notification"],
  ListTagsForResource: [],
  TagResource: ["ResourceTags"],
  UntagResource: ["ResourceTagKeys"],
};

/** 2087-06-15, which Budgets takes where nobody says an end. */
const NO_END = 3_706_473_600;
const DAY_SECONDS = 86_400;

/** What a cost budget counts where nobody says it. */
const COST_TYPES = {
  ...{ IncludeCredit: true, IncludeDiscount: true, IncludeOtherSubscription: true },
  ...{ IncludeRecurring: true, IncludeRefund: true, IncludeSubscription: true },
  ...{ IncludeSupport: true, IncludeTax: true, IncludeUpfront: true },
  ...{ UseAmortized: false, UseBlended: false },
};

/**
 * AWS Budgets: budgets with their notifications are kept and told again. Nothing costs anything here, so none
 * is ever exceeded. Moto has budgets, and no subscribers or tags of them.
 *
 * @see https://docs.aws.amazon.com/aws-cost-management/latest/APIReference/API_Operations_AWS_Budgets.html
 */
export function createBudgets(budgets: Budgets = new Map()): Service {
  return (request) => {
    const operation = jsonOperation(request);
    const input = jsonInput<Input>(request);
    return Promise.resolve(answerTo(operation, input, budgets));
  };
}

function answerTo(operation: string, input: Input, budgets: Budgets): ServiceResponse {
  const { Budget, NewBudget, ResourceARN = "" } = input;
  const name =
    input.BudgetName ??
    (Budget ?? NewBudget)?.BudgetName ??
    ResourceARN.slice(ResourceARN.indexOf("/") + 1);
  const required = OPERATIONS[operation];
  if (required === undefined)
    return problem(501, "NotEmulated", `budgets ${operation} is not emulated`);
  const missing = required.find((member) => input[member] === undefined);
  if (missing !== undefined)
    return problem(400, "InvalidParameterException", `${missing} is required`);
  const held = budgets.get(name);
  if (operation === "CreateBudget") {
    if (Budget?.BudgetName === undefined)
      return problem(400, "InvalidParameterException", "Budget.BudgetName is required");
    if (held !== undefined)
      return problem(400, "DuplicateRecordException", `there is a budget ${name}`);
    budgets.set(name, {
      budget: completed(Budget),
      notifications: [],
      tags: new Map(input.ResourceTags?.map(({ Key, Value }) => [Key, Value])),
    });
    return answer({});
  }
  if (operation === "DescribeBudgets") {
    return answer({ Budgets: [...budgets.values()].map((each) => each.budget) });
  }
  if (held === undefined) return problem(404, "NotFoundException", `there is no budget ${name}`);
  const found = held.notifications.find(({ notification }) =>
    same(notification, input.Notification),
  );
  switch (operation) {
    case "DescribeBudget":
      return answer({ Budget: held.budget });
    case "UpdateBudget":
      held.budget = { ...held.budget, ...NewBudget };
      return answer({});
    case "DeleteBudget":
      budgets.delete(name);
      return answer({});
    case "CreateNotification":
      if (found !== undefined)
        return problem(400, "DuplicateRecordException", "it is there already");
      held.notifications.push({
        notification: input.Notification ?? {},
        subscribers: input.Subscribers ?? [],
      });
      return answer({});
    case "DeleteNotification":
      if (found === undefined) return noNotification();
      held.notifications = held.notifications.filter((each) => each !== found);
      return answer({});
    case "DescribeNotificationsForBudget":
      return answer({ Notifications: held.notifications.map(({ notification }) => notification) });
    case "DescribeSubscribersForNotification":
      return found === undefined ? noNotification() : answer({ Subscribers: found.subscribers });
    case "ListTagsForResource":
      return answer({ ResourceTags: [...held.tags].map(([Key, Value]) => ({ Key, Value })) });
    case "TagResource":
      for (const { Key, Value } of input.ResourceTags ?? []) held.tags.set(Key, Value);
      return answer({});
    default:
      for (const key of input.ResourceTagKeys ?? []) held.tags.delete(key);
      return answer({});
  }
}

/** A budget with what Budgets fills in: it begins today, never ends, and counts all costs. */
function completed(budget: Settings): Settings {
  const now = Date.now() / 1000;
  return {
    CostTypes: COST_TYPES,
    ...budget,
    TimePeriod: {
      Start: now - (now % DAY_SECONDS),
      End: NO_END,
      ...(budget.TimePeriod as object | undefined),
    },
  };
}

const NAMING = ["NotificationType", "ComparisonOperator", "Threshold", "ThresholdType"];

function same(one: Notification, other: Notification | undefined): boolean {
  return NAMING.every((member) => one[member] === other?.[member]);
}

const noNotification = () => problem(404, "NotFoundException", "there is no such notification");

function answer(body: object): ServiceResponse {
  return {
    status: 200,
    headers: { "content-type": "application/x-amz-json-1.1" },
    body: JSON.stringify(body),
  };
}
