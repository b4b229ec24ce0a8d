import { readFileSync } from "node:fs";

import { parse } from "yaml";

/** A step of a job, or of a composite action. */
export interface Step {
  readonly id?: string;
  readonly if?: string;
  readonly uses?: string;
  readonly run?: string;
  readonly shell?: string;
  readonly with?: Readonly<Record<string, string | number | boolean>>;
  readonly env?: Readonly<Record<string, string>>;
  readonly "continue-on-error"?: boolean;
}

/** A job as it stands in a workflow. */
export interface Job {
  readonly needs?: string | readonly string[];
  readonly if?: string;
  readonly environment?: string;
  readonly permissions?: Readonly<Record<string, string>>;
  readonly concurrency?: { readonly group: string; readonly "cancel-in-progress": boolean };
  readonly "timeout-minutes"?: number;
  readonly strategy?: {
    readonly matrix: { readonly include: readonly Readonly<Record<string, string>>[] };
  };
  readonly env?: Readonly<Record<string, string>>;
  readonly outputs?: Readonly<Record<string, string>>;
  readonly steps: readonly Step[];
}

/** A workflow as it stands in its file. */
export interface Workflow {
  readonly on: Readonly<Record<string, unknown>>;
  readonly permissions?: Readonly<Record<string, string>>;
  readonly env?: Readonly<Record<string, string>>;
  readonly jobs: Readonly<Record<string, Job>>;
}

/** A composite action. */
export interface CompositeAction {
  readonly inputs: Readonly<Record<string, { readonly required: boolean }>>;
  readonly runs: { readonly using: string; readonly steps: readonly Step[] };
}

export const readWorkflow = (file: string): Workflow =>
  parse(readFileSync(file, "utf8")) as Workflow;

export const readAction = (file: string): CompositeAction =>
  parse(readFileSync(file, "utf8")) as CompositeAction;

/** The jobs that a job waits for. */
export const needsOf = ({ needs = [] }: Job): readonly string[] => [needs].flat();
