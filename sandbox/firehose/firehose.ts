import { randomUUID } from "node:crypto";
import { gzipSync } from "node:zlib";
import type { Service, ServiceResponse } from "../gateway/http";
import { jsonInput, jsonOperation } from "../gateway/json-input";
import { problem } from "../gateway/problem";
import { jsonRequest, objectUrl, serviceRequest } from "../gateway/service-request";
import { signatureOf } from "../gateway/signature";
import { delimiterOf, notPlayed, objectKey, type S3Destination } from "./destination";

/** The sandbox's clock. */
export interface Clock {
  /** Milliseconds since 1970. */
  now(): number;
  /** Lets something happen after so many seconds. */
  after(seconds: number, happen: () => void): void;
}

/** Firehose's own where a stream says nothing. */
const INTERVAL_SECONDS = 300;
const SIZE_MB = 5;

interface Stream {
  readonly name: string;
  readonly version: string;
  readonly region: string;
  readonly destination: S3Destination;
}

/** Records that wait for their delivery: those of one stream, oldest first. */
interface Buffered {
  stream: Stream;
  readonly records: { readonly data: Buffer; readonly arrived: number }[];
}

interface Input {
  readonly DeliveryStreamName?: string;
  readonly Record?: { readonly Data?: string };
  readonly Records?: readonly { readonly Data?: string }[];
}

/** Amazon Data Firehose, with what a metric tells of it. */
export interface Firehose {
  readonly handle: Service;
  /** By stream's name: how many seconds the oldest record waits that is not in S3 yet. */
  freshness(): ReadonlyMap<string, number>;
}

/**
 * Amazon Data Firehose: the emulator's streams, and records that come to S3 as the stream says: after its
 * buffering interval or size, by its prefix, delimiter and compression, encrypted with its key. Moto
 * writes each record at once, plain, below a prefix that it takes literally. A delivery that S3
 * refuses is tried again after the next interval, as records are kept for a day.
 *
 * @param forward - Sends a request on to the emulator, which keeps streams and buckets.
 * @param clock - The sandbox's: by it records wait, and are named.
 */
export function createFirehose(forward: Service, clock: Clock): Firehose {
  const buffers = new Map<string, Buffered>();
  const deliver = async (id: string): Promise<void> => {
    const buffered = buffers.get(id);
    if (buffered === undefined) return;
    buffers.delete(id);
    if (await isStored(forward, buffered)) return;
    const since = buffers.get(id);
    if (since !== undefined) since.records.unshift(...buffered.records);
    else wait(id, buffered);
  };
  const wait = (id: string, buffered: Buffered): void => {
    buffers.set(id, buffered);
    const { IntervalInSeconds } = buffered.stream.destination.BufferingHints ?? {};
    clock.after(IntervalInSeconds ?? INTERVAL_SECONDS, () => {
      deliver(id).catch(console.error);
    });
  };
  const take = async (stream: Stream, records: readonly Buffer[]): Promise<void> => {
    const id = `${stream.region} ${stream.name}`;
    const arrived = records.map((data) => ({ data, arrived: clock.now() }));
    const known = buffers.get(id);
    if (known === undefined) wait(id, { stream, records: arrived });
    else {
      known.stream = stream;
      known.records.push(...arrived);
    }
    const { SizeInMBs = SIZE_MB } = stream.destination.BufferingHints ?? {};
    const bytes = buffers.get(id)?.records.reduce((sum, { data }) => sum + data.length, 0) ?? 0;
    if (bytes >= SizeInMBs * 2 ** 20) await deliver(id);
  };
  return {
    handle: async (request) => {
      const operation = jsonOperation(request);
      if (operation !== "PutRecord" && operation !== "PutRecordBatch") return forward(request);
      const input = jsonInput<Input>(request);
      const region = signatureOf(request.url, request.headers)?.region ?? "us-east-1";
      const found = await streamOf(forward, region, input.DeliveryStreamName ?? "");
      // What moto says where there is no such stream, and where its records go elsewhere.
      if (found === undefined) return forward(request);
      const missing = notPlayed(found.destination);
      if (missing.length > 0)
        return problem(
          400,
          "InvalidArgumentException",
          `the sandbox's Firehose doesn't play ${missing.join(", ")}, which ${found.name} has`,
        );
      const given = operation === "PutRecord" ? [input.Record] : (input.Records ?? []);
      await take(
        found,
        given.map((record) => Buffer.from(record?.Data ?? "", "base64")),
      );
      return operation === "PutRecord"
        ? answer({ RecordId: randomUUID(), Encrypted: true })
        : answer({
            FailedPutCount: 0,
            Encrypted: true,
            RequestResponses: given.map(() => ({ RecordId: randomUUID() })),
          });
    },
    freshness: () =>
      new Map(
        [...buffers.values()].map(({ stream, records }) => [
          stream.name,
          (clock.now() - (records[0]?.arrived ?? clock.now())) / 1000,
        ]),
      ),
  };
}

async function streamOf(
  forward: Service,
  region: string,
  name: string,
): Promise<Stream | undefined> {
  const described = await forward(
    jsonRequest("firehose", region, "Firehose_20150804.DescribeDeliveryStream", {
      DeliveryStreamName: name,
    }),
  );
  if (described.status !== 200) return undefined;
  const { DeliveryStreamDescription: stream } = JSON.parse(String(described.body)) as {
    DeliveryStreamDescription: {
      VersionId: string;
      Destinations: readonly { ExtendedS3DestinationDescription?: S3Destination }[];
    };
  };
  const destination = stream.Destinations[0]?.ExtendedS3DestinationDescription;
  return destination && { name, version: stream.VersionId, region, destination };
}

/** Puts records into one object. @returns whether S3 has it */
async function isStored(forward: Service, { stream, records }: Buffered): Promise<boolean> {
  const [first] = records;
  if (first === undefined) return true;
  const { destination } = stream;
  const delimiter = Buffer.from(delimiterOf(destination));
  const plain = Buffer.concat(records.flatMap(({ data }) => [data, delimiter]));
  const bucket = destination.BucketARN.slice(destination.BucketARN.lastIndexOf(":") + 1);
  const key = objectKey(destination, stream, new Date(first.arrived));
  const kmsKey = destination.EncryptionConfiguration?.KMSEncryptionConfig?.AWSKMSKeyARN;
  const { status } = await forward(
    serviceRequest({
      service: "s3",
      region: stream.region,
      method: "PUT",
      url: objectUrl(bucket, key),
      headers: {
        "content-type": "application/octet-stream",
        ...(kmsKey !== undefined && {
          "x-amz-server-side-encryption": "aws:kms",
          "x-amz-server-side-encryption-aws-kms-key-id": kmsKey,
        }),
      },
      body: destination.CompressionFormat === "GZIP" ? gzipSync(plain) : plain,
    }),
  );
  return status < 300;
}

function answer(body: object): ServiceResponse {
  return {
    status: 200,
    headers: { "content-type": "application/x-amz-json-1.1" },
    body: JSON.stringify(body),
  };
}
