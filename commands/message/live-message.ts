import { isDeepStrictEqual } from "node:util";
import * as connect from "@aws-sdk/client-connect";

import { messageContent } from "../../constructs/connect/message";
import { parseFlow } from "../../contact-flow/flow";
import {
  type HoursOfOperation,
  type HoursOfOperationOverride,
  isOpen,
  nextOpening,
} from "../../contact-flow/hours";
import { textsIn } from "../../contact-flow/message";
import { OperatorError } from "../../sandbox/machine/errors";
import { collect } from "../support/pages";
import { unlessMissing } from "../support/unless-missing";

/** The name of the override that switches the message on. */
const OVERRIDE = "Message";
const DESCRIPTION = "Callers hear the message; npm run message makes and deletes it";

/** Connect takes some seconds until it answers what it was told. */
const TRIES = 10;
const aSecond = () => new Promise((resolve) => setTimeout(resolve, 1000));

/** What callers hear before the menu. */
export interface MessageState {
  /** Milliseconds since 1970. */
  readonly until?: number;
  readonly on: boolean;
  /** What the module says; undefined where somebody else wrote it, and nobody can tell. */
  readonly text?: string;
}

/** The message of a live instance: a flow module with its text, a schedule with its time. */
export class LiveMessage {
  private constructor(
    private readonly client: connect.ConnectClient,
    private readonly module: { readonly InstanceId: string; readonly ContactFlowModuleId: string },
    private readonly schedule: { readonly InstanceId: string; readonly HoursOfOperationId: string },
  ) {}

  /**
   * @param name - Of module and schedule.
   * @throws OperatorError where they aren't there.
   */
  public static async of(
    client: connect.ConnectClient,
    InstanceId: string,
    name: string,
  ): Promise<LiveMessage> {
    const of = { InstanceId };
    const modules = await collect(
      connect.paginateListContactFlowModules({ client }, of),
      (page) => page.ContactFlowModulesSummaryList,
    );
    const schedules = await collect(
      connect.paginateListHoursOfOperations({ client }, of),
      (page) => page.HoursOfOperationSummaryList,
    );
    const module = modules.find(({ Name }) => Name === name)?.Id;
    const hours = schedules.find(({ Name }) => Name === name)?.Id;
    if (module === undefined || hours === undefined) {
      const missing = [
        ...(module === undefined ? ["flow module"] : []),
        ...(hours === undefined ? ["hours of operation"] : []),
      ];
      throw new OperatorError(
        `the instance has no ${missing.join(" and no ")} "${name}": apply the environment once (npm run apply), then there is a message to switch`,
      );
    }
    return new LiveMessage(
      client,
      { InstanceId, ContactFlowModuleId: module },
      { InstanceId, HoursOfOperationId: hours },
    );
  }

  /** What callers hear at that moment (milliseconds since 1970). */
  public async read(at: number): Promise<MessageState> {
    const text = spokenBy(await this.content());
    const hours = await this.hours();
    const on = !isOpen(hours, at);
    const until = on ? nextOpening(hours, at) : undefined;
    return {
      on: on && text !== "",
      ...(text !== undefined && text !== "" && { text }),
      ...(until !== undefined && { until }),
    };
  }

  /**
   * Has callers hear a text. The text comes first: a run that breaks off between the two leaves what was
   * there, off or on until its own end.
   *
   * @throws OperatorError where callers don't hear it, though Connect has taken both.
   */
  public async switchOn(text: string, closed: HoursOfOperationOverride): Promise<void> {
    await this.write(messageContent(text));
    await this.close(closed);
    await this.settled(
      (state) => state.on && state.text === text,
      `Amazon Connect has taken the message, and callers don't hear it: look at the hours of operation and the flow module of that name in the console, where somebody has changed them`,
    );
  }

  /** Ends it. The schedule comes first: it alone ends the message. */
  public async switchOff(): Promise<void> {
    for (const { Name, HoursOfOperationOverrideId } of await this.overrides()) {
      if (Name !== OVERRIDE) continue;
      const command = new connect.DeleteHoursOfOperationOverrideCommand({
        ...this.schedule,
        HoursOfOperationOverrideId,
      });
      await unlessMissing(this.client.send(command));
    }
    await this.write(messageContent());
    await this.settled(
      (state) => !state.on,
      "Amazon Connect has taken it, and callers still hear something: look at the hours of operation and the flow module of that name in the console, where somebody has changed them",
    );
  }

  private async write(Content: string): Promise<void> {
    await this.client.send(
      new connect.UpdateContactFlowModuleContentCommand({ ...this.module, Content }),
    );
  }

  /** Makes the override, or takes the one that is there from the last time. */
  private async close(
    { Config, ...dates }: HoursOfOperationOverride,
    tries = TRIES,
  ): Promise<void> {
    const override = { Name: OVERRIDE, Description: DESCRIPTION, ...dates, Config: [...Config] };
    const there = (await this.overrides()).find(({ Name }) => Name === OVERRIDE);
    try {
      if (there === undefined) {
        await this.client.send(
          new connect.CreateHoursOfOperationOverrideCommand({ ...this.schedule, ...override }),
        );
      } else {
        const { HoursOfOperationOverrideId } = there;
        await this.client.send(
          new connect.UpdateHoursOfOperationOverrideCommand({
            ...this.schedule,
            ...override,
            HoursOfOperationOverrideId,
          }),
        );
      }
    } catch (error) {
      // Somebody else was quicker, or the first answer was lost; the list may not have it yet.
      const isThere = there === undefined && error instanceof connect.DuplicateResourceException;
      if (!isThere || tries === 0) throw error;
      await aSecond();
      await this.close({ ...dates, Config }, tries - 1);
    }
  }

  private async content(): Promise<string> {
    const { ContactFlowModule: module } = await this.client.send(
      new connect.DescribeContactFlowModuleCommand(this.module),
    );
    if (module?.State === "ARCHIVED") {
      throw new OperatorError(
        `the flow module "${module.Name ?? ""}" is archived, so that callers hear nothing: restore it in the console`,
      );
    }
    return module?.Content ?? "";
  }

  private async hours(): Promise<HoursOfOperation> {
    const { HoursOfOperation: hours } = await this.client.send(
      new connect.DescribeHoursOfOperationCommand(this.schedule),
    );
    const overrides = await this.overrides();
    return {
      TimeZone: hours?.TimeZone ?? "UTC",
      Config: (hours?.Config ?? []) as HoursOfOperation["Config"],
      Overrides: overrides as readonly unknown[] as readonly HoursOfOperationOverride[],
    };
  }

  private overrides(): Promise<connect.HoursOfOperationOverride[]> {
    return collect(
      connect.paginateListHoursOfOperationOverrides({ client: this.client }, this.schedule),
      (page) => page.HoursOfOperationOverrideList,
    );
  }

  private async settled(isWanted: (state: MessageState) => boolean, fault: string): Promise<void> {
    for (let tries = 0; tries < TRIES; tries++) {
      if (isWanted(await this.read(Date.now()))) return;
      await aSecond();
    }
    throw new OperatorError(fault);
  }
}

/** What a module says that `npm run message` wrote: "" for nothing, undefined if somebody else wrote it. */
function spokenBy(content: string): string | undefined {
  try {
    const flow = parseFlow(content);
    const [text] = textsIn(flow);
    const own = parseFlow(messageContent(text));
    const isOwn =
      flow.StartAction === own.StartAction && isDeepStrictEqual(flow.Actions, own.Actions);
    return isOwn ? (text ?? "") : undefined;
  } catch {
    return undefined;
  }
}
