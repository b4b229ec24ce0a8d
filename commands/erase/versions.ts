import {
  DeleteObjectsCommand,
  ListObjectVersionsCommand,
  type ListObjectVersionsCommandOutput,
  type S3Client,
} from "@aws-sdk/client-s3";

/** A version of an object, or the mark of its deletion. */
export interface Version {
  readonly key: string;
  readonly versionId: string;
  /** What a reader of the object gets. */
  readonly isLatest: boolean;
  readonly isMarker: boolean;
}

/** Something that could not be done, as a sentence. */
export type Fault = string;

/** All versions of the objects whose keys begin with a prefix, or of all objects, page by page. */
export async function* versionsBelow(
  s3: S3Client,
  bucket: string,
  prefix?: string,
): AsyncGenerator<Version[]> {
  let page: ListObjectVersionsCommandOutput | undefined;
  do {
    page = await s3.send(
      new ListObjectVersionsCommand({
        Bucket: bucket,
        Prefix: prefix,
        KeyMarker: page?.NextKeyMarker,
        VersionIdMarker: page?.NextVersionIdMarker,
      }),
    );
    const { Versions = [], DeleteMarkers = [] } = page;
    const read = (isMarker: boolean) => (each: (typeof DeleteMarkers)[number]) => ({
      key: each.Key ?? "",
      versionId: each.VersionId ?? "null",
      isLatest: each.IsLatest === true,
      isMarker,
    });
    yield [...Versions.map(read(false)), ...DeleteMarkers.map(read(true))];
  } while (page.IsTruncated === true);
}

/** S3 deletes so many at a time. */
const BATCH = 1000;

/**
 * Deletes versions for good.
 *
 * @returns A fault for each that S3 kept, such as one under a legal hold.
 */
export async function deleteVersions(
  s3: S3Client,
  bucket: string,
  versions: readonly Version[],
): Promise<Fault[]> {
  const faults: Fault[] = [];
  for (let from = 0; from < versions.length; from += BATCH) {
    const { Errors = [] } = await s3.send(
      new DeleteObjectsCommand({
        Bucket: bucket,
        Delete: {
          Objects: versions
            .slice(from, from + BATCH)
            .map(({ key, versionId }) => ({ Key: key, VersionId: versionId })),
          Quiet: true,
        },
      }),
    );
    faults.push(
      ...Errors.map(({ Key = "", VersionId, Code = "", Message = "" }) => {
        const version = VersionId === undefined ? "" : ` (version ${VersionId})`;
        return `${Key}${version} is still there: ${Code} ${Message}`.trim();
      }),
    );
  }
  return faults;
}
