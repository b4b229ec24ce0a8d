import { randomUUID } from "node:crypto";

/** The part of a delivery stream's description that says where its records go, and how. */
export interface S3Destination {
  readonly BucketARN: string;
  readonly Prefix?: string;
  readonly BufferingHints?: { readonly IntervalInSeconds?: number; readonly SizeInMBs?: number };
  readonly CompressionFormat?: string;
  readonly EncryptionConfiguration?: {
    readonly KMSEncryptionConfig?: { readonly AWSKMSKeyARN?: string };
  };
  readonly ProcessingConfiguration?: {
    readonly Enabled?: boolean;
    readonly Processors?: readonly {
      readonly Type: string;
      readonly Parameters?: readonly {
        readonly ParameterName: string;
        readonly ParameterValue: string;
      }[];
    }[];
  };
  readonly DataFormatConversionConfiguration?: { readonly Enabled?: boolean };
  readonly DynamicPartitioningConfiguration?: { readonly Enabled?: boolean };
}

/** Of java.time's letters, those that name the parts of a moment. */
const PARTS: Readonly<Record<string, (iso: string) => string>> = {
  yyyy: (iso) => iso.slice(0, 4),
  MM: (iso) => iso.slice(5, 7),
  dd: (iso) => iso.slice(8, 10),
  HH: (iso) => iso.slice(11, 13),
  mm: (iso) => iso.slice(14, 16),
  ss: (iso) => iso.slice(17, 19),
};

const EXPRESSION = /!\{([^:}]*):([^}]*)\}/g;

/**
 * What of a destination can't be played here.
 *
 * @returns each in words; nothing where all of it can be.
 */
export function notPlayed(destination: S3Destination): string[] {
  const {
    Prefix = "",
    CompressionFormat = "UNCOMPRESSED",
    ProcessingConfiguration: processing,
  } = destination;
  const processors = processing?.Enabled === true ? (processing.Processors ?? []) : [];
  return [
    ...processors
      .filter(({ Type }) => Type !== "AppendDelimiterToRecord")
      .map(({ Type }) => `the processor ${Type}`),
    ...(["UNCOMPRESSED", "GZIP"].includes(CompressionFormat)
      ? []
      : [`the compression ${CompressionFormat}`]),
    ...(destination.DataFormatConversionConfiguration?.Enabled === true
      ? ["the conversion of formats"]
      : []),
    ...(destination.DynamicPartitioningConfiguration?.Enabled === true
      ? ["dynamic partitioning"]
      : []),
    ...[...Prefix.matchAll(EXPRESSION)]
      .filter(([, namespace, format = ""]) => !isPlayed(namespace, format))
      .map(([expression]) => `${expression} in the prefix`),
  ];
}

const isPlayed = (namespace: string | undefined, format: string): boolean =>
  namespace === "timestamp" && /^[yMdHms/:\-_. ]+$/.test(format)
    ? format.split(/[^a-zA-Z]+/).every((letters) => letters === "" || letters in PARTS)
    : namespace === "firehose" && format === "random-string";

/** What stands behind each record: nothing, unless the destination appends a delimiter. */
export function delimiterOf({ ProcessingConfiguration: processing }: S3Destination): string {
  if (processing?.Enabled !== true) return "";
  const appends = processing.Processors?.find(({ Type }) => Type === "AppendDelimiterToRecord");
  const written = appends?.Parameters?.find(
    ({ ParameterName }) => ParameterName === "Delimiter",
  )?.ParameterValue;
  // Firehose takes it as it is written in Java: \n stands for an end of line.
  return (written ?? "").replace(/\\n/g, "\n").replace(/\\t/g, "\t");
}

/**
 * The key of an object, by when its first record arrived.
 *
 * @see https://docs.aws.amazon.com/firehose/latest/dev/s3-prefixes.html
 * @see https://docs.aws.amazon.com/firehose/latest/dev/s3-object-name.html
 */
export function objectKey(
  { Prefix = "", CompressionFormat }: S3Destination,
  stream: { readonly name: string; readonly version: string },
  arrived: Date,
): string {
  const iso = arrived.toISOString();
  const random = randomUUID();
  const filled = Prefix.replace(EXPRESSION, (_, namespace: string, format: string) =>
    namespace === "timestamp"
      ? format.replace(/[a-zA-Z]+/g, (letters) => PARTS[letters]?.(iso) ?? letters)
      : random.slice(0, 11),
  );
  // A prefix that says nothing of time gets Firehose's own folders.
  const folder = Prefix.includes("!{timestamp:")
    ? filled
    : `${filled}${iso.slice(0, 13).replace(/[-T]/g, "/")}/`;
  const time = iso.slice(0, 19).replace(/[T:]/g, "-");
  const name = `${stream.name}-${stream.version}-${time}-${random}`;
  return `${folder}${name}${CompressionFormat === "GZIP" ? ".gz" : ""}`;
}
