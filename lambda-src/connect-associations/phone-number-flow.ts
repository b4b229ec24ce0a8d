import {
  AssociatePhoneNumberContactFlowCommand,
  BatchGetFlowAssociationCommand,
  type ConnectClient,
  DisassociatePhoneNumberContactFlowCommand,
  ResourceNotFoundException,
} from "@aws-sdk/client-connect";

import type { Association, PhoneNumberFlow } from "./desired-state";

/** A number, and the flow that was set to answer it. */
interface Answer {
  readonly phoneNumberArn: string;
  readonly contactFlowId: string;
}

/**
 * Lets a flow answer a number; provider 5.100.0 has no resource for it (6.6 brought one). Owned is the
 * number's ARN with the flow's id behind it.
 */
export class PhoneNumberFlowAssociation implements Association<PhoneNumberFlow> {
  public constructor(private readonly connect: ConnectClient) {}

  public ownedBy({ phoneNumberArn, flow }: PhoneNumberFlow): string[] {
    return [`${phoneNumberArn} ${flow.contactFlowId}`];
  }

  public async observe(desired: PhoneNumberFlow, owned: readonly string[]): Promise<string[]> {
    const { instanceId, phoneNumberArn, flow } = desired;
    const current = await this.currentFlow(instanceId, phoneNumberArn);
    const drift = [];
    if (current === undefined) {
      drift.push("no flow answers the number");
    } else if (!isFlow(current, flow)) {
      drift.push(`another flow answers the number: ${current}`);
    }
    for (const each of moved(owned, desired)) {
      if (await this.isThere(instanceId, each)) {
        drift.push(`a flow still answers the number it was moved from: ${each.phoneNumberArn}`);
      }
    }
    return drift;
  }

  public async reconcile(desired: PhoneNumberFlow, owned: readonly string[]): Promise<void> {
    // First the new number, so that no caller is without a flow for the old one's sake.
    await this.connect.send(
      new AssociatePhoneNumberContactFlowCommand({
        InstanceId: desired.instanceId,
        PhoneNumberId: desired.phoneNumberId,
        ContactFlowId: desired.flow.contactFlowId,
      }),
    );
    await this.takeBack(desired.instanceId, moved(owned, desired));
  }

  public async remove(instanceId: string, owned: readonly string[]): Promise<void> {
    await this.takeBack(instanceId, owned.map(toAnswer));
  }

  /** Takes the flow off each number that still has it. */
  private async takeBack(InstanceId: string, answers: readonly Answer[]): Promise<void> {
    for (const answer of answers) {
      if (await this.isThere(InstanceId, answer)) {
        const PhoneNumberId = answer.phoneNumberArn.replace(/^.*\//, "");
        await this.connect.send(
          new DisassociatePhoneNumberContactFlowCommand({ InstanceId, PhoneNumberId }),
        );
      }
    }
  }

  private async isThere(instanceId: string, answer: Answer): Promise<boolean> {
    const current = await this.currentFlow(instanceId, answer.phoneNumberArn);
    return current !== undefined && isFlow(current, answer);
  }

  /** The flow that answers a number; none if the number has gone already. */
  private async currentFlow(InstanceId: string, arn: string): Promise<string | undefined> {
    try {
      const answer = await this.connect.send(
        new BatchGetFlowAssociationCommand({
          InstanceId,
          ResourceIds: [arn],
          ResourceType: "VOICE_PHONE_NUMBER",
        }),
      );
      return answer.FlowAssociationSummaryList?.[0]?.FlowId;
    } catch (error) {
      if (error instanceof ResourceNotFoundException) {
        return undefined;
      }
      throw error;
    }
  }
}

/** Numbers that had a flow before, other than the one that is wanted. */
const moved = (owned: readonly string[], { phoneNumberArn }: PhoneNumberFlow): Answer[] =>
  owned.map(toAnswer).filter((answer) => answer.phoneNumberArn !== phoneNumberArn);

function toAnswer(owned: string): Answer {
  const [phoneNumberArn = "", contactFlowId = ""] = owned.split(" ");
  return { phoneNumberArn, contactFlowId };
}

/** The API reference doesn't say whether FlowId is an id or an ARN: either counts. */
const isFlow = (flow: string, { contactFlowId }: Pick<Answer, "contactFlowId">): boolean =>
  flow.endsWith(contactFlowId);
