import { findInstance } from "../store/lookup";
import type { Operations } from "../store/operation";

/**
 * AWS's own views, by name: each instance has them, and nobody can change them. Their ids are those of the
 * ARNs by which flows show them.
 *
 * @see https://docs.aws.amazon.com/connect/latest/adminguide/view-resources-managed-view.html
 */
const AWS_MANAGED: Readonly<Record<string, string>> = {
  "After Contact Work": "after-contact-work",
  Cards: "cards",
  Confirmation: "confirmation",
  Detail: "detail",
  Form: "form",
  List: "list",
};

/** Views of step-by-step guides: AWS's own are listed, and nobody can make others here. */
export const viewOperations: Operations = {
  ListViews(input, account) {
    findInstance(account, input.InstanceId);
    if (input.Type === "CUSTOMER_MANAGED") return { ViewsSummaryList: [] };
    return {
      ViewsSummaryList: Object.entries(AWS_MANAGED).map(([Name, Id]) => ({
        Id,
        Arn: `arn:aws:connect:${account.region}:aws:view/${Id}`,
        Name,
        Type: "AWS_MANAGED" as const,
        Status: "PUBLISHED" as const,
      })),
    };
  },
};
