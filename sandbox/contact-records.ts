import { contactRecord } from "./connect/contact-record";
import type { Instance } from "./connect/store/store";
import type { Service } from "./gateway/http";
import { jsonRequest } from "./gateway/service-request";

/**
 * Sends contacts' records to the delivery stream that their instance has for them, if it has one, one
 * after the other.
 *
 * @param firehose - Takes them.
 * @param onFailure - Is told why one couldn't be sent, without what it says of the caller.
 */
export function sendContactRecords(
  firehose: Service,
  onFailure: (why: string) => void = console.error,
): (instance: Instance, contactId: string) => void {
  let last = Promise.resolve();
  return (instance, contactId) => {
    const contact = instance.contacts.get(contactId);
    if (contact === undefined) return;
    // As it is now: it may be updated before it is sent.
    const record = JSON.stringify(contactRecord(instance, contact));
    for (const { resourceType, config } of instance.storageConfigs.values()) {
      const arn = config.KinesisFirehoseConfig?.FirehoseArn;
      if (resourceType !== "CONTACT_TRACE_RECORDS" || arn === undefined) continue;
      last = last
        .then(() => put(firehose, arn, record))
        .catch((error: unknown) => {
          onFailure(`the record of contact ${contactId} is lost: ${String(error)}`);
        });
    }
  };
}

async function put(firehose: Service, streamArn: string, record: string): Promise<void> {
  const { status, body } = await firehose(
    jsonRequest("firehose", streamArn.split(":")[3] ?? "", "Firehose_20150804.PutRecord", {
      DeliveryStreamName: streamArn.slice(streamArn.lastIndexOf("/") + 1),
      Record: { Data: Buffer.from(record).toString("base64") },
    }),
  );
  if (status !== 200) throw new Error(String(body));
}
