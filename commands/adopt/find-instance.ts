import * as connect from "@aws-sdk/client-connect";

import { OperatorError } from "../../sandbox/machine/errors";
import { collect } from "../support/pages";
import { unlessMissing } from "../support/unless-missing";
import type { Clients } from "./live-account";
import { LiveInstance } from "./live-instance";
import { matchByName } from "./match";
import type { WantedResource } from "./wanted";

/** Where an instance is looked for. */
export interface WhereToLook {
  readonly region: string;
  readonly accountId: string;
  /**
   * The instance's id.
   * @default - the instance of the code's alias, if there is one
   */
  readonly instanceId?: string;
}

/**
 * Finds the instance that the code means.
 *
 * @param wanted - The instance of the configuration.
 * @returns undefined where no id was named and none has the alias: an apply makes it.
 * @throws OperatorError where the named one isn't there, isn't ready, or is one that Terraform would
 *   replace.
 */
export async function findInstance(
  clients: Clients,
  wanted: WantedResource,
  where: WhereToLook,
): Promise<LiveInstance | undefined> {
  const id = where.instanceId ?? (await idOfAlias(clients, wanted.text("instance_alias")));
  if (id === undefined) return undefined;
  const instance = await describe(clients, id, where);
  refuseReplacement(instance, wanted);
  if (instance.InstanceStatus !== "ACTIVE") {
    throw new OperatorError(
      `instance ${id} must be ACTIVE, got ${instance.InstanceStatus ?? "no status"}: ${
        instance.InstanceStatus === "CREATION_IN_PROGRESS"
          ? "wait a few minutes and adopt again"
          : `${instance.StatusReason?.Message ?? "its creation failed"}; delete it in the console and let an apply make another`
      }`,
    );
  }
  return new LiveInstance(clients.connect, id);
}

async function idOfAlias(clients: Clients, alias: string): Promise<string | undefined> {
  const instances = await collect(
    connect.paginateListInstances({ client: clients.connect }, {}),
    (page) => page.InstanceSummaryList,
  );
  const things = instances.map(({ Id = "", InstanceAlias = "" }) => ({
    id: Id,
    name: InstanceAlias,
  }));
  return matchByName("instance", alias, things)?.id;
}

async function describe(
  clients: Clients,
  InstanceId: string,
  { region, accountId }: WhereToLook,
): Promise<connect.Instance> {
  const command = new connect.DescribeInstanceCommand({ InstanceId });
  const answer = await unlessMissing(clients.connect.send(command));
  if (answer?.Instance !== undefined) return answer.Instance;
  throw new OperatorError(
    `--instance-id must be an instance of account ${accountId} in ${region}, got ${InstanceId}: aws connect list-instances shows them; the Region comes from kwglobal.ts, the account from your credentials`,
  );
}

/** Alias and identity management can't be changed: with another, Terraform would make another instance. */
function refuseReplacement(live: connect.Instance, wanted: WantedResource): void {
  for (const [attribute, value] of [
    ["instance_alias", live.InstanceAlias],
    ["identity_management_type", live.IdentityManagementType],
  ] as const) {
    const code = wanted.text(attribute);
    if (code !== value) {
      throw new OperatorError(
        `instance ${live.Id ?? ""} has the ${attribute.replaceAll("_", " ")} ${value ?? "none"}, the code ${code}: Connect can't change it, so an apply would make another instance; write ${value ?? "it"} into kwglobal.ts, or name another environment or instance`,
      );
    }
  }
}
