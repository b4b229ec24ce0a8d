import {
  ClaimPhoneNumberCommand,
  type ClaimPhoneNumberRequest,
  ReleasePhoneNumberCommand,
  SearchAvailablePhoneNumbersCommand,
  type SearchAvailablePhoneNumbersRequest,
} from "@aws-sdk/client-connect";
import type { ConnectUnderTest } from "./connect-under-test";

/** Phone numbers that are free, as a search finds them. */
export async function searchNumbers(
  under: ConnectUnderTest,
  members: Partial<SearchAvailablePhoneNumbersRequest> = {},
): Promise<string[]> {
  const { AvailableNumbersList = [] } = await under.client.send(
    new SearchAvailablePhoneNumbersCommand({
      InstanceId: under.instanceId,
      PhoneNumberCountryCode: "US",
      PhoneNumberType: "DID",
      MaxResults: 1,
      ...members,
    }),
  );
  return AvailableNumbersList.map(({ PhoneNumber = "" }) => PhoneNumber);
}

/** Claims a free number, and releases it after the test. */
export async function claimNumber(
  under: ConnectUnderTest,
  members: Partial<ClaimPhoneNumberRequest> = {},
): Promise<{ PhoneNumberId: string; PhoneNumber: string }> {
  const PhoneNumber = members.PhoneNumber ?? (await searchNumbers(under))[0];
  const { PhoneNumberId = "" } = await under.client.send(
    new ClaimPhoneNumberCommand({ InstanceId: under.instanceId, PhoneNumber, ...members }),
  );
  under.afterwards(() => under.client.send(new ReleasePhoneNumberCommand({ PhoneNumberId })));
  return { PhoneNumberId, PhoneNumber: PhoneNumber ?? "" };
}
