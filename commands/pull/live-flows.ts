import * as connect from "@aws-sdk/client-connect";

import type { ContactCenterValue, Environment } from "../../constructs/value/contact-center-value";
import { namesInHoles } from "../../constructs/connect/flow-holes";
import type { RenderOptions } from "../../contact-flow/template/rendering";
import { OperatorError } from "../../sandbox/machine/errors";
import { collect } from "../support/pages";
import { unlessMissing } from "../support/unless-missing";

/** A kind of thing that a hole of a template can name. */
export type Kind = keyof ReturnType<typeof namesInHoles>;

interface Named {
  readonly name: string;
  readonly arn: string;
}

/** How each kind is listed. */
const LISTS: Readonly<
  Record<Kind, (client: connect.ConnectClient, InstanceId: string) => Promise<Named[]>>
> = {
  queue: async (client, InstanceId) =>
    named(
      await collect(
        connect.paginateListQueues({ client }, { InstanceId, QueueTypes: ["STANDARD"] }),
        (page) => page.QueueSummaryList,
      ),
    ),
  hours: async (client, InstanceId) =>
    named(
      await collect(
        connect.paginateListHoursOfOperations({ client }, { InstanceId }),
        (page) => page.HoursOfOperationSummaryList,
      ),
    ),
  flow: async (client, InstanceId) =>
    named(
      await collect(
        connect.paginateListContactFlows({ client }, { InstanceId }),
        (page) => page.ContactFlowSummaryList,
      ),
    ),
  module: async (client, InstanceId) =>
    named(
      await collect(
        connect.paginateListContactFlowModules({ client }, { InstanceId }),
        (page) => page.ContactFlowModulesSummaryList,
      ),
    ),
  prompt: async (client, InstanceId) =>
    named(
      await collect(
        connect.paginateListPrompts({ client }, { InstanceId }),
        (page) => page.PromptSummaryList,
      ),
    ),
  function: async (client, InstanceId) =>
    (
      await collect(
        connect.paginateListLambdaFunctions({ client }, { InstanceId }),
        (page) => page.LambdaFunctions,
      )
    ).map((arn) => ({ name: arn.split(":function:")[1] ?? arn, arn })),
};

function named(
  summaries: readonly { Name?: string | undefined; Arn?: string | undefined }[],
): Named[] {
  return summaries.map(({ Name = "", Arn = "" }) => ({ name: Name, arn: Arn }));
}

/** What flows name in a live instance, and the flows themselves; each kind is listed once. */
export class LiveFlows {
  private constructor(
    private readonly client: connect.ConnectClient,
    private readonly instanceId: string,
    private readonly things: Readonly<Record<Kind, readonly Named[]>>,
    private readonly environment: Environment,
  ) {}

  /** Reads the lists, one after the other: Connect answers two requests a second. */
  public static async of(
    client: connect.ConnectClient,
    instanceId: string,
    environment: Environment,
  ): Promise<LiveFlows> {
    const things: Partial<Record<Kind, readonly Named[]>> = {};
    for (const [kind, list] of Object.entries(LISTS)) {
      things[kind as Kind] = await list(client, instanceId);
    }
    return new LiveFlows(client, instanceId, things as Record<Kind, Named[]>, environment);
  }

  /** What the holes of a template may name, with the ids that they have in the instance. */
  public resources(center: ContactCenterValue): RenderOptions["resources"] {
    return Object.fromEntries(
      Object.entries(namesInHoles(center)).map(([kind, names]) => [
        kind,
        {
          names,
          idOf: (name: string) => {
            const isOwn = name === center.vanityNumbers.functionName;
            const live = kind === "function" && isOwn ? `${name}${this.environment.suffix}` : name;
            return this.things[kind as Kind].find((each) => each.name === live)?.arn ?? "";
          },
        },
      ]),
    );
  }

  /** What an id or ARN is in the instance. */
  public thing(id: string): { readonly kind: Kind; readonly name: string } | undefined {
    for (const [kind, all] of Object.entries(this.things)) {
      const found = all.find(({ arn }) => arn === id || arn.endsWith(`/${id}`));
      if (found !== undefined) return { kind: kind as Kind, name: found.name };
    }
    return undefined;
  }

  /**
   * The content of a flow.
   *
   * @param saved - Its draft in the designer, in place of what callers hear.
   * @throws OperatorError where the instance has no such flow, or it was never published.
   */
  public async content(name: string, saved: boolean): Promise<string> {
    const arn = this.things.flow.find((flow) => flow.name === name)?.arn;
    if (arn === undefined) {
      throw new OperatorError(
        `flow "${name}" is not in the instance: apply makes it (npm run apply -- ${this.environment.name})`,
      );
    }
    const id = arn.split("/").at(-1) ?? "";
    const command = new connect.DescribeContactFlowCommand({
      InstanceId: this.instanceId,
      ContactFlowId: saved ? `${id}:$SAVED` : id,
    });
    const answer = await unlessMissing(this.client.send(command));
    const content = answer?.ContactFlow?.Content;
    if (content === undefined) {
      throw new OperatorError(
        `flow "${name}" has no ${saved ? "draft" : "published version"} in the instance${saved ? "" : ": publish it in the console, or pull its draft with --saved"}`,
      );
    }
    return content;
  }

  /** A queue as it is, for the lines that would define it. */
  public async queue(name: string) {
    const arn = this.things.queue.find((queue) => queue.name === name)?.arn ?? "";
    const { Queue: queue } = await this.client.send(
      new connect.DescribeQueueCommand({
        InstanceId: this.instanceId,
        QueueId: arn.split("/").at(-1) ?? "",
      }),
    );
    const nameOf = (kind: Kind, id: string | undefined) =>
      this.things[kind].find((each) => id !== undefined && each.arn.endsWith(`/${id}`))?.name;
    return {
      description: queue?.Description,
      hours: nameOf("hours", queue?.HoursOfOperationId),
      callerIdName: queue?.OutboundCallerConfig?.OutboundCallerIdName,
      whisperFlow: nameOf("flow", queue?.OutboundCallerConfig?.OutboundFlowId),
    };
  }
}
