import { create, type Delta } from "jsondiffpatch";

/** What is different between two states of a page, as jsondiffpatch writes it. */
export type Changes = Delta;

/** What an item of a list is known by, so that one that goes or comes leaves the others as they are. */
const IDENTITY = ["id", "number", "flow"] as const;

const differ = create({
  objectHash: (item) => {
    // A pair of a name and a value.
    if (Array.isArray(item)) return String(item[0]);
    const known = item as Readonly<Partial<Record<string, unknown>>>;
    const key = IDENTITY.find((name) => known[name] !== undefined);
    return key === undefined ? undefined : String(known[key]);
  },
  omitRemovedValues: true,
});

/** What is different now. @returns undefined if nothing is */
export const changesBetween = (before: unknown, after: unknown): Changes =>
  differ.diff(before, after);

/** The state after the changes; `before` is no longer of use. */
export const changed = <State>(before: State, changes: Changes): State =>
  differ.patch(before, changes) as State;
