import { find, findInstance } from "./lookup";
import type { Input, OperationName, Output } from "./model";
import type { Account, Operation, Operations } from "./operation";

type InInstance = {
  [N in OperationName]: Input<N> extends { InstanceId: string } ? N : never;
}[OperationName];

/** Answers a list without entries, of an instance that is there. */
const emptyList =
  <N extends InInstance>(output: Output<N>): Operation<N> =>
  (input: Input<N>, account: Account) => {
    findInstance(account, (input as { InstanceId: string }).InstanceId);
    return output;
  };

/**
 * Lists of what nobody can make here: there is none in any instance. Tools that copy or check an instance
 * call them first. AWS's own views and predefined attributes are missing.
 */
export const nothingYetOperations: Operations = {
  ListBots: emptyList<"ListBots">({ LexBots: [] }),
  ListLexBots: emptyList<"ListLexBots">({ LexBots: [] }),
  ListDefaultVocabularies: emptyList<"ListDefaultVocabularies">({ DefaultVocabularyList: [] }),
  ListEvaluationForms: emptyList<"ListEvaluationForms">({ EvaluationFormSummaryList: [] }),
  ListIntegrationAssociations: emptyList<"ListIntegrationAssociations">({
    IntegrationAssociationSummaryList: [],
  }),
  ListPredefinedAttributes: emptyList<"ListPredefinedAttributes">({
    PredefinedAttributeSummaryList: [],
  }),
  ListRules: emptyList<"ListRules">({ RuleSummaryList: [] }),
  ListSecurityKeys: emptyList<"ListSecurityKeys">({ SecurityKeys: [] }),
  ListTaskTemplates: emptyList<"ListTaskTemplates">({ TaskTemplates: [] }),
  ListViews: emptyList<"ListViews">({ ViewsSummaryList: [] }),
  ListTrafficDistributionGroups: () => ({ TrafficDistributionGroupSummaryList: [] }),
  ListUserProficiencies(input, account) {
    find(findInstance(account, input.InstanceId), "users", input.UserId);
    return { UserProficiencyList: [] };
  },
};
