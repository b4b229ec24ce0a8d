import type { ControlPlaneTagFilter, StringCondition, TagCondition } from "@aws-sdk/client-connect";
import { ConnectError } from "../protocol/errors";
import { collection, KINDS } from "./kinds";
import { findInstance, invalidParameter } from "./lookup";
import type { Account } from "./operation";
import type { Entities, Kind } from "./store";

/** The criteria that every Search operation shares; some have one or two of their own. */
interface Criteria {
  readonly OrConditions?: readonly Criteria[] | undefined;
  readonly AndConditions?: readonly Criteria[] | undefined;
  readonly StringCondition?: StringCondition | undefined;
}

/** Conditions of an attribute filter that all must hold. */
interface AttributeAnd {
  readonly TagConditions?: readonly TagCondition[] | undefined;
}

/** What `AttributeFilter` and its like have in common; some have a condition of their own. */
interface AttributeFilter {
  readonly OrConditions?: readonly AttributeAnd[] | undefined;
  readonly AndCondition?: AttributeAnd | undefined;
  readonly TagCondition?: TagCondition | undefined;
}

interface SearchInput {
  readonly SearchCriteria?: Criteria | undefined;
  readonly SearchFilter?: object | undefined;
}

interface Tagged {
  readonly Tags?: Record<string, string> | undefined;
}

/** Whether an entity is as a condition's value says. */
type Condition<T> = (entity: T, value: never) => boolean;

/** How a resource is searched. */
interface Searchable<T> {
  /** The text that a StringCondition can name, or any of several, by its FieldName in lower case. */
  readonly fields: Readonly<Record<string, (entity: T) => string | readonly string[] | undefined>>;
  /** Conditions of the resource's own, such as `TypeCondition`, in criteria and in filters. */
  readonly conditions?: Readonly<Record<string, Condition<T>>>;
}

/** The fields by which most kinds are searched. */
const usualFields = <K extends Kind>(kind: K): Searchable<Entities[K]>["fields"] => ({
  name: KINDS[kind].nameOf,
  description: (entity) => (entity as { Description?: string }).Description,
  resourceid: KINDS[kind].idOf,
});

/** A condition whose value is a text that the entity must have. */
export const equals =
  <T>(textOf: (entity: T) => string | undefined) =>
  (entity: T, value: string): boolean =>
    textOf(entity) === value;

/**
 * Finds the things of a kind that a Search operation describes.
 *
 * @param more - By what they are searched, beside name, description and id.
 * @throws {ConnectError} as {@link search} does, and ResourceNotFoundException
 */
export function searchKind<K extends Kind>(
  account: Account,
  input: SearchInput & { readonly InstanceId: string },
  kind: K,
  { fields, ...more }: Partial<Searchable<Entities[K]>> = {},
): Entities[K][] {
  const things = collection(findInstance(account, input.InstanceId), kind);
  return search<Entities[K]>(things.values(), input, {
    ...more,
    fields: { ...usualFields(kind), ...fields },
  });
}

/**
 * Finds the things that a Search operation's criteria and filter describe.
 *
 * @throws {ConnectError} InvalidParameterException for a field that cannot be searched, and
 *   InvalidRequestException for a criterion that is not emulated: never a wrong answer instead
 */
export function search<T extends Tagged>(
  entities: Iterable<T>,
  { SearchCriteria = {}, SearchFilter = {} }: SearchInput,
  searchable: Searchable<T>,
): T[] {
  const wanted = all([
    criteriaTest(SearchCriteria, searchable),
    ...Object.entries(SearchFilter as Readonly<Record<string, object>>).map(([name, filter]) =>
      name === "TagFilter"
        ? tagTest<T>(filter)
        : attributeTest(filter, searchable.conditions, `SearchFilter.${name}`),
    ),
  ]);
  return [...entities].filter(wanted);
}

type Test<T> = (entity: T) => boolean;

const all =
  <T>(tests: readonly Test<T>[]): Test<T> =>
  (entity) =>
    tests.every((test) => test(entity));

/** Any of them; true where none is given. */
const any = <T>(tests: readonly Test<T>[] | undefined): Test<T> =>
  tests === undefined ? () => true : (entity) => tests.some((test) => test(entity));

function criteriaTest<T>(criteria: Criteria, searchable: Searchable<T>): Test<T> {
  const { OrConditions, AndConditions = [], StringCondition, ...own } = criteria;
  const test = (one: Criteria): Test<T> => criteriaTest(one, searchable);
  return all([
    ...AndConditions.map(test),
    any(OrConditions?.map(test)),
    ...(StringCondition === undefined ? [] : [stringTest(StringCondition, searchable)]),
    ...ownTests(own, searchable.conditions, "SearchCriteria"),
  ]);
}

function ownTests<T>(
  own: object,
  conditions: Searchable<T>["conditions"] = {},
  place: string,
): Test<T>[] {
  const names = Object.keys(own);
  refuseUnknown(
    names.filter((name) => !(name in conditions)),
    place,
  );
  return names.map((name) => (entity) => {
    const value = (own as Readonly<Record<string, never>>)[name];
    return conditions[name]?.(entity, value as never) === true;
  });
}

function stringTest<T>(condition: StringCondition, { fields }: Searchable<T>): Test<T> {
  const { FieldName = "", Value = "", ComparisonType = "EXACT" } = condition;
  const field = fields[FieldName.toLowerCase()];
  if (field === undefined)
    throw invalidParameter(
      `StringCondition.FieldName must be one of ${Object.keys(fields).join(", ")}, got ${FieldName}`,
    );
  const value = Value.toLowerCase();
  const fits = (text: string): boolean => {
    if (ComparisonType === "STARTS_WITH") return text.startsWith(value);
    if (ComparisonType === "CONTAINS") return text.includes(value);
    return text === value;
  };
  return (entity) => {
    const texts = field(entity) ?? "";
    return typeof texts === "string"
      ? fits(texts.toLowerCase())
      : texts.some((text) => fits(text.toLowerCase()));
  };
}

function tagTest<T extends Tagged>(filter: ControlPlaneTagFilter): Test<T> {
  const { TagCondition: one, AndConditions = [], OrConditions } = filter;
  return all([
    ...[...(one === undefined ? [] : [one]), ...AndConditions].map(hasTag),
    any(OrConditions?.map((conditions) => all(conditions.map(hasTag)))),
  ]);
}

function attributeTest<T extends Tagged>(
  filter: AttributeFilter,
  conditions: Searchable<T>["conditions"],
  place: string,
): Test<T> {
  const { TagCondition: tag, AndCondition, OrConditions, ...own } = filter;
  const and = ({ TagConditions = [], ...others }: AttributeAnd): Test<T> =>
    all([...TagConditions.map(hasTag), ...ownTests(others, conditions, place)]);
  return all([
    ...(tag === undefined ? [] : [hasTag(tag)]),
    ...(AndCondition === undefined ? [] : [and(AndCondition)]),
    any(OrConditions?.map(and)),
    ...ownTests(own, conditions, place),
  ]);
}

const hasTag =
  ({ TagKey, TagValue }: TagCondition): Test<Tagged> =>
  ({ Tags = {} }) =>
    TagKey !== undefined && TagKey in Tags && (TagValue === undefined || Tags[TagKey] === TagValue);

function refuseUnknown(names: readonly string[], place: string): void {
  if (names.length > 0)
    throw new ConnectError(
      "InvalidRequestException",
      `${place}.${names.join(", ")} is not emulated by the sandbox's Amazon Connect`,
    );
}
