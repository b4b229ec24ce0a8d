import { centerArns } from "../../constructs/bootstrap/center-arns";
import { EVALUATIONS_FOLDER } from "../../constructs/connect/instance-storage";
import type { ContactCenterValue, Environment } from "../../constructs/value/contact-center-value";
import { instanceNames } from "../../constructs/value/instance-names";

/** Where an environment keeps what it knows of callers. */
export interface Places {
  readonly region: string;
  /** Of the vanity numbers; its key is the caller's number. */
  readonly table: string;
  /** For recordings, transcripts, their analysis and contact records. */
  readonly bucket: string;
  /** Begin the keys of contact records: of those delivered, and of those that could not be. */
  readonly recordFolders: readonly string[];
  /** Begins the keys of exported evaluations. */
  readonly evaluationFolder: string;
  /** Where lists of numbers lie that people have brought, if there are any. */
  readonly listFolder?: string;
  readonly accessLogBucket: string;
  readonly accessLogDays: number;
  readonly instanceAlias: string;
  /** Where flows log what they do, callers' numbers among it. */
  readonly flowLogGroup: string;
}

/** @returns the places of an environment, by the names that its constructs give. */
export function placesOf(center: ContactCenterValue, environment: Environment): Places {
  const { table, bucket } = centerArns(center, environment);
  const name = bucket.replace(/^arn:aws:s3:::/, "");
  const { bulk } = center.vanityNumbers;
  const { alias, flowLogGroup, storagePrefix } = instanceNames(center, environment);
  return {
    region: environment.region,
    table: table.replace(/^.*:table\//, ""),
    bucket: name,
    recordFolders: ["ContactRecords", "ContactRecordErrors"].map(
      (folder) => `${storagePrefix}/${folder}/`,
    ),
    evaluationFolder: `${storagePrefix}/${EVALUATIONS_FOLDER}/`,
    ...(bulk !== undefined && { listFolder: `${bulk.folder}/` }),
    accessLogBucket: `${name}-access-logs`,
    accessLogDays: environment.logRetentionDays,
    instanceAlias: alias,
    flowLogGroup,
  };
}
