import { PassThrough, type Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createGzip } from "node:zlib";
import { GetObjectCommand, PutObjectCommand, type S3Client } from "@aws-sdk/client-s3";

import type { Caller } from "./caller";
import { openLines, UnreadableError } from "./lines";
import { readRecordLine } from "./record-line";
import { deleteVersions, type Fault, type Version, versionsBelow } from "./versions";

/** A file of contact records with lines of the caller, or with the caller's number. */
export interface RecordFile {
  readonly version: Version;
  /** Lines of the caller. */
  readonly lines: number;
  /** Lines of others that name the caller's number. */
  readonly mentions: number;
}

/** What the contact records hold of a caller. */
export interface FoundRecords {
  readonly files: readonly RecordFile[];
  /** How many files were read, old versions included. */
  readonly read: number;
  /** Files and lines that nobody can read. */
  readonly unreadable: readonly Fault[];
}

/** Files that are read at once. */
const AT_ONCE = 8;

/**
 * Looks for a caller in the contact records, and adds the contacts that they tell of to the
 * caller's. What a record says of other contacts can be true of files that were read before it, so
 * that all are read again until nothing is new.
 *
 * @param onRead - Is told how many files are read.
 */
export async function findRecords(
  s3: S3Client,
  bucket: string,
  folders: readonly string[],
  caller: Caller,
  onRead: (files: number) => void,
): Promise<FoundRecords> {
  let found: FoundRecords;
  let known: number;
  do {
    known = caller.contacts.size;
    found = await readAll(s3, bucket, folders, caller, onRead);
  } while (caller.contacts.size > known);
  return found;
}

async function readAll(
  s3: S3Client,
  bucket: string,
  folders: readonly string[],
  caller: Caller,
  onRead: (files: number) => void,
): Promise<FoundRecords> {
  const files: RecordFile[] = [];
  const unreadable: Fault[] = [];
  let read = 0;
  const readOne = async (version: Version) => {
    const { file, faults } = await readFile(s3, bucket, version, caller);
    if (file !== undefined) files.push(file);
    unreadable.push(...faults);
    onRead(++read);
  };
  for (const folder of folders) {
    for await (const page of versionsBelow(s3, bucket, folder)) {
      const waiting = page.filter(({ isMarker }) => !isMarker).values();
      const work = async () => {
        for (const version of waiting) await readOne(version);
      };
      await Promise.all(Array.from({ length: AT_ONCE }, work));
    }
  }
  return { files, read, unreadable };
}

async function readFile(s3: S3Client, bucket: string, version: Version, caller: Caller) {
  const counts = { goes: 0, changes: 0, stays: 0 };
  const faults: Fault[] = [];
  const name = nameOf(version);
  try {
    const { lines } = await open(s3, bucket, version);
    let number = 0;
    for await (const line of lines) {
      number++;
      const { fate, contacts, unreadable } = readRecordLine(line.toString("utf8"), caller);
      counts[fate.what]++;
      for (const contact of contacts) caller.add(contact);
      if (unreadable) faults.push(`${name}, line ${number}, is no contact record`);
    }
  } catch (error) {
    if (!(error instanceof UnreadableError)) throw error;
    faults.push(`${name} can't be read: ${error.message}`);
  }
  const { goes: lines, changes: mentions } = counts;
  return { file: lines + mentions > 0 ? { version, lines, mentions } : undefined, faults };
}

/**
 * Takes the caller out of a file: it is written anew without the caller's lines, or goes where
 * there are no others, and then the version that had them is deleted.
 *
 * @returns What could not be done.
 */
export async function eraseFromFile(
  s3: S3Client,
  bucket: string,
  { version }: RecordFile,
  caller: Caller,
): Promise<Fault[]> {
  try {
    if (version.isLatest) await rewrite(s3, bucket, version, caller);
  } catch (error) {
    if (!(error instanceof UnreadableError)) throw error;
    return [`${version.key} still has the caller's lines: ${error.message}`];
  }
  return deleteVersions(s3, bucket, [version]);
}

/** The file without the caller. S3 refuses it where somebody has written the object meanwhile. */
async function rewrite(s3: S3Client, Bucket: string, version: Version, caller: Caller) {
  const answer = await get(s3, Bucket, version);
  const { gzip, lines } = await openLines(answer.Body as Readable);
  let count = 0;
  const kept = async function* () {
    for await (const line of lines) {
      const { fate } = readRecordLine(line.toString("utf8"), caller);
      if (fate.what === "goes") continue;
      count++;
      yield fate.what === "changes" ? Buffer.from(fate.into) : line;
      yield END;
    }
  };
  const chunks: Buffer[] = [];
  await pipeline(
    kept,
    gzip ? createGzip() : new PassThrough(),
    async (packed: AsyncIterable<Buffer>) => {
      for await (const chunk of packed) chunks.push(chunk);
    },
  );
  if (count === 0) return;
  const { ETag: IfMatch, ContentType, ContentEncoding, Metadata } = answer;
  const Body = Buffer.concat(chunks);
  await s3.send(
    new PutObjectCommand({
      ...{ Bucket, Key: version.key, Body, IfMatch, ContentType, ContentEncoding, Metadata },
    }),
  );
}

const END = Buffer.from("\n");

async function open(s3: S3Client, bucket: string, version: Version) {
  return openLines((await get(s3, bucket, version)).Body as Readable);
}

function get(s3: S3Client, Bucket: string, { key: Key, versionId: VersionId }: Version) {
  return s3.send(new GetObjectCommand({ Bucket, Key, VersionId }));
}

function nameOf({ key, versionId, isLatest }: Version): string {
  return isLatest ? key : `${key} (version ${versionId})`;
}
