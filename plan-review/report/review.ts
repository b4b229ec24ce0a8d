import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** What the review of one environment's plan has found: nothing in it is secret. */
export interface Review {
  readonly environment: string;
  /** Whether an apply would do anything. */
  readonly changes: boolean;
  /** Whether the gate lets the plan through. */
  readonly accepted: boolean;
  /** Markdown: what a reviewer must know. */
  readonly summary: string;
  /** The whole plan as Terraform writes it for people, coloured as a diff. */
  readonly plan: string;
}

const FILE = "review.json";

/** Keeps a review for the jobs that show it. @param folder - Holds nothing else. */
export function writeReview(folder: string, review: Review): void {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, FILE), `${JSON.stringify(review, null, 2)}\n`);
}

/**
 * Reads the review of an environment.
 *
 * @param folder - With a folder `review-<environment>` for each.
 * @returns undefined where there is none: its job failed before there was a plan.
 */
export function readReview(folder: string, environment: string): Review | undefined {
  const file = join(folder, `review-${environment}`, FILE);
  if (!existsSync(file)) return undefined;
  return JSON.parse(readFileSync(file, "utf8")) as Review;
}
