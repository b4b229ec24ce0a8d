/** What a statement names of one kind, such as actions: by a pattern, or all but some patterns. */
export type Part = { readonly is: string } | { readonly but: readonly string[] };

/** How patterns of one kind are compared. What can't be shown is false. */
export interface Comparison {
  /** Whether all that the first one matches is matched by the second one. */
  readonly isWithin: (inner: string, outer: string) => boolean;
  /** Whether nothing is matched by both. */
  readonly areApart: (one: string, other: string) => boolean;
}

/** Whether everything that one part names is named by another. */
export function isPartWithin(
  inner: Part,
  outer: Part,
  { isWithin, areApart }: Comparison,
): boolean {
  if ("is" in outer) return isWithin("is" in inner ? inner.is : "*", outer.is);
  return outer.but.every((exception) =>
    "is" in inner
      ? areApart(inner.is, exception)
      : inner.but.some((each) => isWithin(exception, each)),
  );
}
