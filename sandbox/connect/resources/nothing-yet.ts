import { find, findInstance } from "../store/lookup";
import type { Input, OperationName, Output } from "../protocol/model";
import type { Account, Operation, Operations } from "../store/operation";

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
 * call them first.
 */
export const nothingYetOperations: Operations = {
  ListSecurityKeys: emptyList<"ListSecurityKeys">({ SecurityKeys: [] }),
  ListTaskTemplates: emptyList<"ListTaskTemplates">({ TaskTemplates: [] }),
  ListTrafficDistributionGroups: () => ({ TrafficDistributionGroupSummaryList: [] }),
  ListUserProficiencies(input, account) {
    find(findInstance(account, input.InstanceId), "users", input.UserId);
    return { UserProficiencyList: [] };
  },
};
