/** A fault, and the address of what has it: a resource's, or a path of the stack's settings. */
export interface Finding {
  readonly at: string;
  readonly message: string;
}

/** What a check looked at, and what it found. A check that had nothing to look at proves nothing. */
export interface Verdict {
  readonly judged: readonly string[];
  readonly findings: readonly Finding[];
}

/** Judges each subject by itself. */
export function judge<T extends { readonly address: string }>(
  subjects: readonly T[],
  faultsOf: (subject: T) => readonly string[],
): Verdict {
  return {
    judged: subjects.map(({ address }) => address),
    findings: subjects.flatMap((subject) =>
      faultsOf(subject).map((message) => ({ at: subject.address, message })),
    ),
  };
}

/** Judges the stack's settings at a path, or the stack as a whole. */
export function judgeStack(at: string, faults: readonly string[]): Verdict {
  return { judged: [at], findings: faults.map((message) => ({ at, message })) };
}

export function together(verdicts: readonly Verdict[]): Verdict {
  return {
    judged: [...new Set(verdicts.flatMap(({ judged }) => judged))],
    findings: verdicts.flatMap(({ findings }) => findings),
  };
}
