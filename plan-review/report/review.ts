import { createHash } from "node:crypto";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { readArtifact } from "../artifact.ts";
import { complain } from "../print.ts";
import type { Drifted } from "./ways-back.ts";

/** What the review of one environment's plan has found: nothing in it is secret. */
export interface Review {
  readonly environment: string;
  /** Whether an apply would do anything. */
  readonly changes: boolean;
  /** Whether the gate lets the plan through. */
  readonly accepted: boolean;
  /** Markdown: what a reviewer must know. */
  readonly summary: string;
  /** What an apply would change, without its values. */
  readonly drifted: readonly Drifted[];
  /** The whole plan as Terraform writes it for people, coloured as a diff. */
  readonly plan: string;
}

const FILE = "review.json";

/** Bytes of it: the plan of a center as large as Amazon Connect's quotas let it be has a tenth. */
const LIMIT = 50_000_000;

const sha256 = (text: string): string => createHash("sha256").update(text).digest("hex");

/**
 * Keeps a review for the jobs that show it.
 *
 * @param folder - Holds nothing else.
 * @returns SHA-256 of what was written, 64 hexadecimal digits.
 */
export function writeReview(folder: string, review: Review): string {
  const text = `${JSON.stringify(review, null, 2)}\n`;
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, FILE), text);
  return sha256(text);
}

/**
 * Reads the review of each environment, if it is the one that its job has written: another job, which
 * runs code that nobody has reviewed, could have left an artifact of the same name.
 *
 * @param folder - With a folder `review-<environment>` for each.
 * @param variables - `REVIEW_DEV` and so on hold what {@link writeReview} returned.
 * @returns undefined for an environment that has none, since its job failed before, or that has another
 *   one, which is said on standard error.
 */
export function readReviews(
  folder: string,
  environments: readonly string[],
  variables: NodeJS.ProcessEnv,
): (readonly [environment: string, review: Review | undefined])[] {
  return environments.map((environment) => {
    const digest = variables[`REVIEW_${environment.toUpperCase().replaceAll("-", "_")}`] ?? "";
    try {
      return [environment, digest === "" ? undefined : readReview(folder, environment, digest)];
    } catch (error) {
      complain(`the review of ${environment} is left out: ${(error as Error).message}`);
      return [environment, undefined];
    }
  });
}

function readReview(folder: string, environment: string, digest: string): Review {
  const name = `review-${environment}/${FILE}`;
  const text = readArtifact(folder, name, LIMIT);
  if (text === undefined) throw new Error(`${name} is not there`);
  if (sha256(text) !== digest) {
    throw new Error(`${name} must be what the job of ${environment} wrote, and its digest differs`);
  }
  return JSON.parse(text) as Review;
}
