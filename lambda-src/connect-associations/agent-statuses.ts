import {
  type AgentStatusSummary,
  type ConnectClient,
  CreateAgentStatusCommand,
  type CreateAgentStatusCommandInput,
  DescribeAgentStatusCommand,
  DuplicateResourceException,
  paginateListAgentStatuses,
  UpdateAgentStatusCommand,
} from "@aws-sdk/client-connect";

import type { AgentStatuses, Association } from "./desired-state";

/**
 * Agent statuses can't be deleted, only disabled ("Agent status ARNs cannot be deleted but can be
 * renamed or disabled"): to remove one is to disable it, to make one that was there is to enable it.
 * @see https://docs.aws.amazon.com/connect/latest/APIReference/agent-status-api.html
 */
export class AgentStatusAssociation implements Association<AgentStatuses> {
  public constructor(private readonly connect: ConnectClient) {}

  public async observe({ instanceId, agentStatuses }: AgentStatuses): Promise<string[]> {
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
    return drift;
  }

  public async reconcile(desired: AgentStatuses, previous?: AgentStatuses): Promise<void> {
    const existing = await this.list(desired.instanceId);
    for (const { name, description } of desired.agentStatuses) {
      await this.bringAbout(desired.instanceId, existing.get(name), name, description);
    }
    const wanted = new Set(desired.agentStatuses.map(({ name }) => name));
    const dropped = previous?.agentStatuses.filter(({ name }) => !wanted.has(name)) ?? [];
    await this.disable(
      desired.instanceId,
      existing,
      dropped.map(({ name }) => name),
    );
  }

  public async remove({ instanceId, agentStatuses }: AgentStatuses): Promise<void> {
    const names = agentStatuses.map(({ name }) => name);
    await this.disable(instanceId, await this.list(instanceId), names);
  }

  private async bringAbout(
    InstanceId: string,
    AgentStatusId: string | undefined,
    Name: string,
    Description: string,
  ): Promise<void> {
    const state = { InstanceId, Description, State: "ENABLED" as const };
    if (AgentStatusId === undefined) {
      await this.create({ ...state, Name });
      return;
    }
    const status = await this.describe(InstanceId, AgentStatusId);
    if (status?.State !== "ENABLED" || status.Description !== Description) {
      await this.connect.send(new UpdateAgentStatusCommand({ ...state, AgentStatusId }));
    }
  }

  /** A create whose answer was lost has been done: the SDK's next try hears of a duplicate. */
  private async create(status: CreateAgentStatusCommandInput): Promise<void> {
    try {
      await this.connect.send(new CreateAgentStatusCommand(status));
    } catch (error) {
      const isRepetition =
        error instanceof DuplicateResourceException && (error.$metadata.attempts ?? 1) > 1;
      if (!isRepetition) throw error;
    }
  }

  private async disable(
    InstanceId: string,
    existing: ReadonlyMap<string, string>,
    names: readonly string[],
  ): Promise<void> {
    for (const AgentStatusId of names.map((name) => existing.get(name))) {
      if (AgentStatusId !== undefined) {
        await this.connect.send(
          new UpdateAgentStatusCommand({ InstanceId, AgentStatusId, State: "DISABLED" }),
        );
      }
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
