import type { ControlPlaneTagFilter, StringCondition } from "@aws-sdk/client-connect";
import { ConnectError } from "./errors";
import { invalidParameter } from "./lookup";

/** The criteria that every Search operation shares; some have one or two of their own. */
interface Criteria {
  readonly OrConditions?: readonly Criteria[] | undefined;
  readonly AndConditions?: readonly Criteria[] | undefined;
  readonly StringCondition?: StringCondition | undefined;
}

interface SearchInput {
  readonly SearchCriteria?: Criteria | undefined;
  readonly SearchFilter?: object | undefined;
}

/** How a resource is searched. */
interface Searchable<T> {
  /** The texts that a StringCondition can name, by its FieldName in lower case. */
  readonly fields: Readonly<Record<string, (entity: T) => string | undefined>>;
  /** Criteria of the resource's own, such as `TypeCondition`: the text that it must equal. */
  readonly conditions?: Readonly<Record<string, (entity: T) => string | undefined>>;
}

/**
 * Finds the things that a Search operation's criteria and tag filter describe.
 *
 * @throws {ConnectError} InvalidParameterException for a field that cannot be searched, and
 *   InvalidRequestException for a criterion that is not emulated: never a wrong answer instead
 */
export function search<T extends { Tags?: Record<string, string> | undefined }>(
  entities: Iterable<T>,
  { SearchCriteria = {}, SearchFilter = {} }: SearchInput,
  searchable: Searchable<T>,
): T[] {
  const { TagFilter, ...otherFilters } = SearchFilter as { TagFilter?: ControlPlaneTagFilter };
  refuseUnknown(Object.keys(otherFilters), "SearchFilter");
  const wanted = criteriaOf(SearchCriteria, searchable);
  return [...entities].filter((entity) => wanted(entity) && matchesTags(entity.Tags, TagFilter));
}

type Test<T> = (entity: T) => boolean;

function criteriaOf<T>(criteria: Criteria, searchable: Searchable<T>): Test<T> {
  const { OrConditions, AndConditions, StringCondition, ...own } = criteria;
  const conditions = searchable.conditions ?? {};
  refuseUnknown(
    Object.keys(own).filter((name) => !(name in conditions)),
    "SearchCriteria",
  );
  const or = OrConditions?.map((one) => criteriaOf(one, searchable));
  const tests: Test<T>[] = [
    ...(AndConditions ?? []).map((one) => criteriaOf(one, searchable)),
    ...(or === undefined ? [] : [(entity: T) => or.some((test) => test(entity))]),
    ...(StringCondition === undefined ? [] : [stringTest(StringCondition, searchable)]),
    ...Object.entries(own).map(
      ([name, value]) =>
        (entity: T) =>
          conditions[name]?.(entity) === value,
    ),
  ];
  return (entity) => tests.every((test) => test(entity));
}

function stringTest<T>(condition: StringCondition, { fields }: Searchable<T>): Test<T> {
  const { FieldName = "", Value = "", ComparisonType = "EXACT" } = condition;
  const field = fields[FieldName.toLowerCase()];
  if (field === undefined)
    throw invalidParameter(
      `StringCondition.FieldName must be one of ${Object.keys(fields).join(", ")}, got ${FieldName}`,
    );
  const value = Value.toLowerCase();
  return (entity) => {
    const text = field(entity)?.toLowerCase() ?? "";
    if (ComparisonType === "STARTS_WITH") return text.startsWith(value);
    if (ComparisonType === "CONTAINS") return text.includes(value);
    return text === value;
  };
}

function matchesTags(
  tags: Readonly<Record<string, string>> = {},
  filter: ControlPlaneTagFilter = {},
): boolean {
  const has = (one: { TagKey?: string | undefined; TagValue?: string | undefined }): boolean =>
    one.TagKey !== undefined &&
    one.TagKey in tags &&
    (one.TagValue === undefined || tags[one.TagKey] === one.TagValue);
  return (
    (filter.TagCondition === undefined || has(filter.TagCondition)) &&
    (filter.AndConditions ?? []).every(has) &&
    (filter.OrConditions === undefined || filter.OrConditions.some((all) => all.every(has)))
  );
}

function refuseUnknown(names: readonly string[], place: string): void {
  if (names.length > 0)
    throw new ConnectError(
      "InvalidRequestException",
      `${place}.${names.join(", ")} is not emulated by the sandbox's Amazon Connect`,
    );
}
