import ts from "typescript";

import { isSetting, NOUNS } from "../adopt/live-value/live-value";
import type { CenterSource, SourceEdit, TextChange } from "./center-source";
import { codeOf, hasComment, initializerOf, isWritten, propertyOf } from "./syntax";
import type { ThingChange } from "./thing-changes";

/** A change of a thing as an edit of the source; only what stands there as it is can be edited. */
export function thingEdit(source: CenterSource, change: ThingChange): SourceEdit {
  const property = propertyOf(source.definition(), change.section);
  const list = listOf(source, property);
  const thing = isSetting(change.section)
    ? settingOf(source, property)
    : thingOf(source, list, change);
  const place = source.placeOf(thing ?? list ?? property ?? source.definition());
  switch (change.kind) {
    case "add":
      return {
        text: `${place}: ${change.section}: add`,
        change: addition(source, list, change.value),
      };
    case "remove": {
      const element = list?.elements.find((each) => source.resolved(each) === thing);
      return {
        text: `${place}: ${change.section}: take out the ${NOUNS[change.section]} "${change.name}"`,
        change: thing && element && source.without(element),
      };
    }
    case "set": {
      const field = propertyOf(thing, change.field);
      const at = field === undefined ? place : source.placeOf(field);
      const was = field === undefined ? undefined : initializerOf(field)?.getText();
      const told =
        change.to === undefined
          ? `take out ${change.field}`
          : `${change.field}: ${codeOf(change.to)}${was === undefined ? "" : ` in place of ${was.replaceAll(/\s+/g, " ")}`}`;
      return { text: `${at}: ${told}`, change: thing && fieldChange(source, thing, change) };
    }
  }
}

function listOf(
  source: CenterSource,
  property: ts.ObjectLiteralElementLike | undefined,
): ts.ArrayLiteralExpression | undefined {
  const value = valueOf(source, property);
  return value && ts.isArrayLiteralExpression(value) ? value : undefined;
}

function settingOf(
  source: CenterSource,
  property: ts.ObjectLiteralElementLike | undefined,
): ts.ObjectLiteralExpression | undefined {
  const value = valueOf(source, property);
  return value && ts.isObjectLiteralExpression(value) ? value : undefined;
}

/** What a property holds, where a constant is named, too. */
function valueOf(
  source: CenterSource,
  property: ts.ObjectLiteralElementLike | undefined,
): ts.Expression | undefined {
  if (property === undefined) return undefined;
  return ts.isShorthandPropertyAssignment(property)
    ? source.constant(property.name.text)
    : source.resolved(initializerOf(property));
}

function thingOf(
  source: CenterSource,
  list: ts.ArrayLiteralExpression | undefined,
  { section, name }: ThingChange,
): ts.ObjectLiteralExpression | undefined {
  const field = section === "users" ? "username" : "name";
  for (const element of list?.elements ?? []) {
    const object = source.resolved(element);
    if (object === undefined || !ts.isObjectLiteralExpression(object)) continue;
    const own = source.resolved(initializerOf(propertyOf(object, field)));
    if (own && ts.isStringLiteralLike(own) && own.text === name) return object;
  }
  return undefined;
}

function addition(
  source: CenterSource,
  list: ts.ArrayLiteralExpression | undefined,
  value: unknown,
): TextChange | undefined {
  if (list === undefined) return undefined;
  const last = list.elements.at(-1);
  const code = codeOf(value);
  if (last !== undefined) {
    return { from: last.end, to: last.end, text: `${source.gapBefore(last)}${code}` };
  }
  return { from: list.getStart() + 1, to: list.getStart() + 1, text: code };
}

function fieldChange(
  source: CenterSource,
  thing: ts.ObjectLiteralExpression,
  { field, to }: Extract<ThingChange, { readonly kind: "set" }>,
): TextChange | undefined {
  const property = propertyOf(thing, field);
  const code = `${field}: ${codeOf(to)}`;
  if (property === undefined) {
    const last = thing.properties.at(-1);
    if (last === undefined || thing.properties.some(ts.isSpreadAssignment)) return undefined;
    return { from: last.end, to: last.end, text: `${source.gapBefore(last)}${code}` };
  }
  const value = initializerOf(property);
  const isEditable =
    ts.isShorthandPropertyAssignment(property) ||
    (value !== undefined && isWritten(value) && !hasComment(value));
  if (!isEditable) return undefined;
  return to === undefined
    ? source.without(property)
    : { from: property.getStart(), to: property.end, text: code };
}
