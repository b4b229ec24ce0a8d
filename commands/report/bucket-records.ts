import { createWriteStream } from "node:fs";
import { join } from "node:path";
import type { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { GetObjectCommand, type S3Client, paginateListObjectsV2 } from "@aws-sdk/client-s3";
import { collect } from "../support/pages";
import type { RecordFile } from "./record-files";

/** Files that are fetched at once. */
const AT_ONCE = 8;
const DAY = 24 * 60 * 60 * 1000;

/** Where contact records lie, as the delivery stream writes them. */
export interface RecordBucket {
  readonly s3: S3Client;
  readonly name: string;
  /** Begins the keys; a folder a day follows, in UTC. */
  readonly folder: string;
}

/**
 * Fetches the contact records that were delivered from a day on: a contact that ended then was
 * delivered then at the earliest, and every update of it later.
 *
 * @param since - A day, `2026-11-24`.
 * @param scratch - A folder to fetch into.
 * @param onFetched - Is told how many files of all are fetched.
 */
export async function fetchRecords(
  { s3, name: Bucket, folder }: RecordBucket,
  since: string,
  scratch: string,
  onFetched: (files: number, all: number) => void,
): Promise<RecordFile[]> {
  const keys: string[] = [];
  for (const day of daysSince(since)) {
    const [year = "", month = "", date = ""] = day.split("-");
    const Prefix = `${folder}year=${year}/month=${month}/day=${date}/`;
    const pages = paginateListObjectsV2({ client: s3 }, { Bucket, Prefix });
    keys.push(...(await collect(pages, ({ Contents }) => Contents?.map(({ Key = "" }) => Key))));
  }
  const files: RecordFile[] = [];
  const waiting = keys.entries();
  const work = async () => {
    for (const [number, Key] of waiting) {
      const { Body } = await s3.send(new GetObjectCommand({ Bucket, Key }));
      // Firehose's name for a compressed file tells nothing to a stranger, and keys may be no file names.
      const path = join(scratch, `${number}${Key.endsWith(".gz") ? ".gz" : ".json"}`);
      const target = createWriteStream(path);
      await pipeline(Body as Readable, target);
      files.push({ path, bytes: target.bytesWritten });
      onFetched(files.length, keys.length);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  return files;
}

/** From the day before, since a local day may have begun in it, to today. */
function* daysSince(since: string): Generator<string> {
  for (let day = Date.parse(since) - DAY; day <= Date.now(); day += DAY)
    yield new Date(day).toISOString().slice(0, 10);
}
