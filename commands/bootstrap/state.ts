import { readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { isDeepStrictEqual } from "node:util";
import { GetObjectCommand, type S3Client } from "@aws-sdk/client-s3";

import { errorCode, OperatorError } from "../../sandbox/machine/errors";
import type { Terraform } from "../../sandbox/terraform/terraform";
import { refuseOtherRegion } from "./other-region";

/**
 * Sorts behind the sandbox's override, since the last one that names a backend wins.
 * @see https://developer.hashicorp.com/terraform/language/files/override
 */
const OVERRIDE_FILE = "state_override.tf.json";

/** Where a bootstrap's state can lie. */
export interface StatePlaces {
  /** The file that holds it until there is a bucket. */
  readonly file: string;
  readonly bucket: string;
  readonly stateKey: string;
  readonly s3: S3Client;
}

/**
 * The state of a bootstrap: in a file until the bucket is there that it makes, then in the bucket.
 * It can be cut off at any moment; the next run goes on where it stood.
 */
export class BootstrapState {
  private constructor(
    private readonly places: StatePlaces,
    private readonly directory: string,
    /** Whether the state is not in the bucket yet. */
    public readonly isLocal: boolean,
  ) {}

  /**
   * Finds the state, and makes the stack's folder use it.
   *
   * @param directory - Folder of the synthesized stack.
   * @throws OperatorError when file and bucket hold states that know nothing of each other.
   */
  public static async find(places: StatePlaces, directory: string): Promise<BootstrapState> {
    const [local, kept] = await Promise.all([readLocal(places.file), readKept(places)]);
    if (local !== undefined && kept !== undefined) {
      if (!isSame(local, kept)) {
        throw new OperatorError(
          `${places.file} and s3://${places.bucket}/${places.stateKey} hold different states: compare them (terraform show), and remove the file if the bucket's is right`,
        );
      }
      // Moved by a run that was cut off before it could remove the file.
      await removeLocal(places.file);
    }
    const state = new BootstrapState(places, directory, kept === undefined);
    await (state.isLocal ? state.override() : state.useBucket());
    return state;
  }

  /**
   * Moves the state into the bucket and removes the file, once it is read back.
   *
   * @param terraform - In the stack's folder, initialised with the file.
   * @throws OperatorError when the bucket holds no such state afterwards: the file stays.
   */
  public async move(terraform: Terraform): Promise<void> {
    const { file, bucket, stateKey } = this.places;
    await this.useBucket();
    await terraform.migrateState();
    const [local, kept] = await Promise.all([readLocal(file), readKept(this.places)]);
    if (local === undefined || kept === undefined || !isSame(local, kept)) {
      throw new OperatorError(
        `the state did not arrive in s3://${bucket}/${stateKey}, and stays in ${file}: run this again`,
      );
    }
    await removeLocal(file);
  }

  private override(): Promise<void> {
    const backend = { local: { path: this.places.file } };
    return writeFile(
      join(this.directory, OVERRIDE_FILE),
      `${JSON.stringify({ terraform: { backend } }, null, 2)}\n`,
    );
  }

  private useBucket(): Promise<void> {
    return rm(join(this.directory, OVERRIDE_FILE), { force: true });
  }
}

/** What a state knows of. Terraform gives a state that it moves another lineage and serial. */
type Known = Readonly<Record<"resources" | "outputs", unknown>>;

function isSame(local: Known, kept: Known): boolean {
  return (
    isDeepStrictEqual(local.resources, kept.resources) &&
    isDeepStrictEqual(local.outputs, kept.outputs)
  );
}

async function readLocal(file: string): Promise<Known | undefined> {
  try {
    return JSON.parse(await readFile(file, "utf8")) as Known;
  } catch (error) {
    if (errorCode(error) === "ENOENT") return undefined;
    throw error;
  }
}

async function readKept({ s3, bucket, stateKey }: StatePlaces): Promise<Known | undefined> {
  try {
    const { Body } = await s3.send(new GetObjectCommand({ Bucket: bucket, Key: stateKey }));
    return JSON.parse((await Body?.transformToString()) ?? "") as Known;
  } catch (error) {
    refuseOtherRegion(error, bucket);
    const name = error instanceof Error ? error.name : "";
    if (name === "NoSuchBucket" || name === "NoSuchKey") return undefined;
    if (name !== "AccessDenied") throw error;
    throw new OperatorError(
      `s3://${bucket}/${stateKey} can't be read: the bucket is another account's, or you are none of the account's operators in kwglobal.ts`,
    );
  }
}

async function removeLocal(file: string): Promise<void> {
  await rm(file, { force: true });
  await rm(`${file}.backup`, { force: true });
}
