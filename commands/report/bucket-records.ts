import { createWriteStream } from "node:fs";
import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import type { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { GetObjectCommand, type S3Client, paginateListObjectsV2 } from "@aws-sdk/client-s3";
import { EVALUATIONS_FOLDER } from "../../constructs/connect/instance-storage";
import { collect } from "../support/pages";
import type { RecordFile } from "./record-files";

/** Files that are fetched at once. */
const AT_ONCE = 8;
const DAY = 24 * 60 * 60 * 1000;

/** Where the files lie that a report reads. */
export interface ReportBucket {
  readonly s3: S3Client;
  readonly name: string;
  /** Begins the keys of contact records, as the delivery stream writes them; a folder a day follows, in UTC. */
  readonly records: string;
  /** Begins the keys of exported evaluations. */
  readonly evaluations: string;
}

/**
 * Fetches the contact records that were delivered from a day on, and the evaluations that were submitted from then
 * on: a contact that ended then was delivered then at the earliest, and every update of it later.
 *
 * @param since - A day, `2026-11-24`.
 * @param scratch - A folder to fetch into.
 * @param onFetched - Is told how many files of all are fetched.
 */
export async function fetchFiles(
  { s3, name: Bucket, records, evaluations }: ReportBucket,
  since: string,
  scratch: string,
  onFetched: (files: number, all: number) => void,
): Promise<RecordFile[]> {
  const keysBelow = (Prefix: string) =>
    collect(paginateListObjectsV2({ client: s3 }, { Bucket, Prefix }), ({ Contents }) =>
      Contents?.map(({ Key = "" }) => Key),
    );
  const keys: string[] = [];
  for (const day of daysSince(since)) {
    const [year = "", month = "", date = ""] = day.split("-");
    keys.push(...(await keysBelow(`${records}year=${year}/month=${month}/day=${date}/`)));
  }
  const [first = since] = daysSince(since);
  const exported = (await keysBelow(evaluations)).filter((key) => dayIn(key) >= first);
  const folder = join(scratch, EVALUATIONS_FOLDER);
  await mkdir(folder);
  const files: RecordFile[] = [];
  const wanted = [
    // Firehose's name for a compressed file tells nothing to a stranger, and keys may be no file names.
    ...keys.map((Key, at) => ({
      Key,
      path: join(scratch, `${at}${Key.endsWith(".gz") ? ".gz" : ".json"}`),
    })),
    ...exported.map((Key, at) => ({ Key, path: join(folder, `${at}.json`) })),
  ];
  const waiting = wanted.values();
  const work = async () => {
    for (const { Key, path } of waiting) {
      const { Body } = await s3.send(new GetObjectCommand({ Bucket, Key }));
      const target = createWriteStream(path);
      await pipeline(Body as Readable, target);
      files.push({ path, bytes: target.bytesWritten });
      onFetched(files.length, wanted.length);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  return files;
}

/**
 * The day that a key of an evaluation names: `2022/04/14`, or `2022-04-14T` where AWS wrote them before. One that
 * names none may be of any day.
 * @see https://docs.aws.amazon.com/connect/latest/adminguide/evaluationforms-example-output-file.html
 */
function dayIn(key: string): string {
  const [, year, month, date] = /\/(\d{4})[/-](\d\d)[/-](\d\d)[T/]/.exec(key) ?? [];
  return year === undefined ? "9999-12-31" : `${year}-${month}-${date}`;
}

/** From the day before, since a local day may have begun in it, to today. */
function* daysSince(since: string): Generator<string> {
  for (let day = Date.parse(since) - DAY; day <= Date.now(); day += DAY)
    yield new Date(day).toISOString().slice(0, 10);
}
