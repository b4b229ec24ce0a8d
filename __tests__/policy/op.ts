/**
 * What an operator finds wrong with the values at a path.
 * @param values without those that aren't there: none, if the path leads nowhere.
 */
export type Op = (values: readonly unknown[], expected: unknown) => readonly string[];
