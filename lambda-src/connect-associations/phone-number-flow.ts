import {
  AssociatePhoneNumberContactFlowCommand,
  BatchGetFlowAssociationCommand,
  type ConnectClient,
  DisassociatePhoneNumberContactFlowCommand,
} from "@aws-sdk/client-connect";

import type { Association, PhoneNumberFlow } from "./desired-state";

/** Lets a flow answer a number; provider 5.100.0 has no resource for it (6.6 brought one). */
export class PhoneNumberFlowAssociation implements Association<PhoneNumberFlow> {
  public constructor(private readonly connect: ConnectClient) {}

  public async observe(desired: PhoneNumberFlow): Promise<string[]> {
    const flow = await this.currentFlow(desired);
    if (flow === undefined) {
      return ["no flow answers the number"];
    }
    return isFlow(flow, desired) ? [] : [`another flow answers the number: ${flow}`];
  }

  public async reconcile(desired: PhoneNumberFlow): Promise<void> {
    await this.connect.send(
      new AssociatePhoneNumberContactFlowCommand({
        InstanceId: desired.instanceId,
        PhoneNumberId: desired.phoneNumberId,
        ContactFlowId: desired.flow.contactFlowId,
      }),
    );
  }

  public async remove(desired: PhoneNumberFlow): Promise<void> {
    const flow = await this.currentFlow(desired);
    if (flow !== undefined && isFlow(flow, desired)) {
      await this.connect.send(
        new DisassociatePhoneNumberContactFlowCommand({
          InstanceId: desired.instanceId,
          PhoneNumberId: desired.phoneNumberId,
        }),
      );
    }
  }

  private async currentFlow({ instanceId, phoneNumberArn }: PhoneNumberFlow) {
    const answer = await this.connect.send(
      new BatchGetFlowAssociationCommand({
        InstanceId: instanceId,
        ResourceIds: [phoneNumberArn],
        ResourceType: "VOICE_PHONE_NUMBER",
      }),
    );
    return answer.FlowAssociationSummaryList?.[0]?.FlowId;
  }
}

/** The API reference doesn't say whether FlowId is an id or an ARN: either counts. */
function isFlow(flow: string, desired: PhoneNumberFlow): boolean {
  return flow.endsWith(desired.flow.contactFlowId);
}
