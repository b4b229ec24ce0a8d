/** A mutant that no test can notice, or need not. */
export interface Excuse {
  readonly file: string;
  /** The change, as the command shows it. */
  readonly was: string;
  readonly is: string;
  readonly why: string;
}

/** Each must fit a mutant that is alive: one that fits none is an error, and is taken out. */
export const EXCUSES: readonly Excuse[] = [];
