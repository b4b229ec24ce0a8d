import * as connect from "@aws-sdk/client-connect";

import { handMadeCallbackInQueue, handMadeMainMenu } from "./flow-content";
import type { HandMade } from "./hand-made";

/** The flows, one beside them for trying things out, and the number led to the main menu. */
export async function createFlows(center: HandMade, PhoneNumberId: string): Promise<void> {
  const flow = async (Name: string, Type: connect.ContactFlowType, Content: string) => {
    const { ContactFlowId, ContactFlowArn = "" } = await center.client.send(
      new connect.CreateContactFlowCommand({ ...center.of(), Name, Type, Content }),
    );
    center.made("flow", Name, ContactFlowId, ContactFlowArn);
    return ContactFlowArn;
  };
  const callbackInQueue = await flow(
    "KWGlobal callback in queue",
    "CUSTOMER_QUEUE",
    handMadeCallbackInQueue(),
  );
  const mainMenu = handMadeMainMenu({
    customerService: center.arns.get("queue Customer Service") ?? "",
    businessConsulting: center.arns.get("queue Business Consulting") ?? "",
    callbackInQueue,
  });
  await flow("KWGlobal Main Menu", "CONTACT_FLOW", mainMenu);
  await flow("Trying things out", "CONTACT_FLOW", mainMenu);
  await center.client.send(
    new connect.AssociatePhoneNumberContactFlowCommand({
      ...center.of(),
      PhoneNumberId,
      ContactFlowId: center.id("flow", "KWGlobal Main Menu"),
    }),
  );
}
