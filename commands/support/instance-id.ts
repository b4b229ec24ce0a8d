import { type ConnectClient, paginateListInstances } from "@aws-sdk/client-connect";

import { OperatorError } from "../../sandbox/machine/errors";

/**
 * The id of the instance of an alias.
 * @throws OperatorError where there is none.
 */
export async function instanceIdOf(client: ConnectClient, alias: string): Promise<string> {
  for await (const { InstanceSummaryList = [] } of paginateListInstances({ client }, {})) {
    const found = InstanceSummaryList.find(({ InstanceAlias }) => InstanceAlias === alias);
    if (found?.Id !== undefined) return found.Id;
  }
  throw new OperatorError(
    `there is no instance ${alias} for these credentials: name another environment, or choose another profile`,
  );
}
