/** An event as Connect sends it from a flow. */
export function contactFlowEvent(
  parameters: Record<string, string>,
  contact: Record<string, unknown> = {},
): unknown {
  return {
    Name: "ContactFlowEvent",
    Details: {
      Parameters: parameters,
      ContactData: {
        Attributes: {},
        AwsRegion: "us-east-1",
        Channel: "VOICE",
        ContactId: "5ca32fbd-8f92-46af-92a5-6b0f970f0efe",
        CustomerEndpoint: { Address: "+13029856970", Type: "TELEPHONE_NUMBER" },
        InitiationMethod: "INBOUND",
        Queue: null,
        ...contact,
      },
    },
  };
}
