import type { Json } from "../json";
import type { BlockView } from "./block";
import { evaluate, queueData } from "./read";

const telephone = (address: string | undefined): Json =>
  address === undefined ? null : { Address: address, Type: "TELEPHONE_NUMBER" };

/**
 * The event that Connect hands to a function.
 * @see https://docs.aws.amazon.com/connect/latest/adminguide/connect-lambda-functions.html
 */
export function lambdaEvent({ call, center, parameters }: BlockView): Json {
  const { contact } = call;
  const attributes = parameters.LambdaInvocationAttributes;
  const given: Record<string, Json> = {};
  for (const [key, value] of Object.entries(
    typeof attributes === "object" && attributes !== null ? attributes : {},
  )) {
    given[key] = evaluate(value, call, center) ?? "";
  }
  return {
    Name: "ContactFlowEvent",
    Details: {
      Parameters: given,
      ContactData: {
        Attributes: contact.attributes,
        AwsRegion: center.region,
        Channel: contact.channel,
        ContactId: contact.id,
        CustomerEndpoint: telephone(contact.customerNumber),
        CustomerId: contact.data.CustomerId ?? null,
        Description: contact.data.Description ?? null,
        InitialContactId: contact.id,
        InitiationMethod: contact.initiationMethod,
        InstanceARN: center.instanceArn,
        LanguageCode: contact.language,
        MediaStreams: { Customer: { Audio: null } },
        Name: contact.data.Name ?? null,
        PreviousContactId: contact.id,
        Queue: queueData(call, center) ?? null,
        References: {},
        RelatedContactId: null,
        SegmentAttributes: { "connect:Subtype": { ValueString: "connect:Telephony" } },
        SystemEndpoint: telephone(contact.systemNumber),
        Tags: contact.tags,
      },
    },
  };
}
