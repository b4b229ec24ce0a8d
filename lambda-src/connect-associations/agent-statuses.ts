import {
  type AgentStatusSummary,
  type ConnectClient,
  CreateAgentStatusCommand,
  DescribeAgentStatusCommand,
  DuplicateResourceException,
  paginateListAgentStatuses,
  UpdateAgentStatusCommand,
} from "@aws-sdk/client-connect";

import type { AgentStatuses, Association } from "./desired-state";

type Wanted = AgentStatuses["agentStatuses"][number];

/**
 * Agent statuses can't be deleted, only disabled ("Agent status ARNs cannot be deleted but can be
 * renamed or disabled"): to remove one is to disable it, to make one that was there is to enable it.
 * Owned are their names.
 * @see https://docs.aws.amazon.com/connect/latest/APIReference/agent-status-api.html
 */
export class AgentStatusAssociation implements Association<AgentStatuses> {
  public constructor(private readonly connect: ConnectClient) {}

  public ownedBy({ agentStatuses }: AgentStatuses): string[] {
    return agentStatuses.map(({ name }) => name);
  }

  public async observe(desired: AgentStatuses, owned: readonly string[]): Promise<string[]> {
    const { instanceId, agentStatuses } = desired;
    const existing = await this.list(instanceId);
    const drift = [];
    for (const { name, description } of agentStatuses) {
      const id = existing.get(name);
      const status = id === undefined ? undefined : await this.describe(instanceId, id);
      if (status === undefined) {
        drift.push(`agent status "${name}" is missing`);
      } else if (status.State !== "ENABLED") {
        drift.push(`agent status "${name}" is disabled`);
      } else if (status.Description !== description) {
        drift.push(`agent status "${name}" is described as "${status.Description ?? ""}"`);
      }
    }
    for (const [name, id] of this.dropped(desired, owned, existing)) {
      if ((await this.describe(instanceId, id))?.State === "ENABLED") {
        drift.push(`agent status "${name}" is still enabled`);
      }
    }
    return drift;
  }

  public async reconcile(desired: AgentStatuses, owned: readonly string[]): Promise<void> {
    const { instanceId, agentStatuses } = desired;
    const existing = await this.list(instanceId);
    for (const [, AgentStatusId] of this.dropped(desired, owned, existing)) {
      await this.connect.send(
        new UpdateAgentStatusCommand({ InstanceId: instanceId, AgentStatusId, State: "DISABLED" }),
      );
    }
    for (const status of agentStatuses) {
      const id = existing.get(status.name);
      await (id === undefined
        ? this.create(instanceId, status)
        : this.update(instanceId, id, status));
    }
  }

  public async remove(instanceId: string, owned: readonly string[]): Promise<void> {
    await this.reconcile({ kind: "agentStatuses", instanceId, agentStatuses: [] }, owned);
  }

  private dropped(
    desired: AgentStatuses,
    owned: readonly string[],
    existing: ReadonlyMap<string, string>,
  ): [name: string, id: string][] {
    const wanted = this.ownedBy(desired);
    return [...existing].filter(([name]) => owned.includes(name) && !wanted.includes(name));
  }

  private async create(InstanceId: string, status: Wanted): Promise<void> {
    const { name: Name, description: Description } = status;
    try {
      await this.connect.send(
        new CreateAgentStatusCommand({ InstanceId, Name, Description, State: "ENABLED" }),
      );
    } catch (error) {
      // A create whose answer was lost has been done, and the SDK's next try is told so.
      const isThere = error instanceof DuplicateResourceException;
      const id = isThere ? (await this.list(InstanceId)).get(Name) : undefined;
      if (id === undefined) {
        throw error;
      }
      await this.update(InstanceId, id, status);
    }
  }

  private async update(
    InstanceId: string,
    AgentStatusId: string,
    { description: Description }: Wanted,
  ): Promise<void> {
    const status = await this.describe(InstanceId, AgentStatusId);
    if (status?.State !== "ENABLED" || status.Description !== Description) {
      await this.connect.send(
        new UpdateAgentStatusCommand({ InstanceId, AgentStatusId, Description, State: "ENABLED" }),
      );
    }
  }

  private async describe(InstanceId: string, AgentStatusId: string) {
    const answer = await this.connect.send(
      new DescribeAgentStatusCommand({ InstanceId, AgentStatusId }),
    );
    return answer.AgentStatus;
  }

  private async list(InstanceId: string): Promise<ReadonlyMap<string, string>> {
    const summaries: AgentStatusSummary[] = [];
    for await (const page of paginateListAgentStatuses({ client: this.connect }, { InstanceId })) {
      summaries.push(...(page.AgentStatusSummaryList ?? []));
    }
    return new Map(summaries.map(({ Name = "", Id = "" }) => [Name, Id]));
  }
}
