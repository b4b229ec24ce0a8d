import { findNodeAtLocation, type JSONPath, modify, applyEdits, parseTree } from "jsonc-parser";

import { specificationOf } from "../../../contact-flow/catalog";
import type { Json } from "../../../contact-flow/json";

/** One small change to a flow template. */
export interface FlowMutant {
  /** The Identifier of the block. */
  readonly block: string;
  /** What is changed, by names where there are any, so that it stays when blocks come and go. */
  readonly what: string;
  readonly was: string;
  readonly is: string;
  /** The line of the template, from 1 on. */
  readonly line: number;
  /** The template with the change. */
  readonly text: string;
}

interface Block {
  readonly Identifier: string;
  readonly Type: string;
  readonly Parameters?: Readonly<Record<string, Json>>;
  readonly Transitions?: {
    readonly NextAction?: string;
    readonly Errors?: readonly { readonly ErrorType: string; readonly NextAction: string }[];
    readonly Conditions?: readonly {
      readonly NextAction: string;
      readonly Condition: { readonly Operator: string; readonly Operands: readonly string[] };
    }[];
  };
}

/** A change before it is made: a new value, or none, at a place of a block. */
interface Change {
  readonly what: string;
  readonly at: JSONPath;
  readonly was: Json;
  /** Undefined to drop what is there. */
  readonly to: Json | undefined;
}

/** Keys that the template language gives a meaning, and the flow language none. */
const TEMPLATE_KEYS = new Set(["ForEach", "Otherwise"]);

const OPPOSITES: Readonly<Record<string, string>> = {
  True: "False",
  False: "True",
  true: "false",
  false: "true",
  Enabled: "Disabled",
  Disabled: "Enabled",
};

/** Other values in place of a text: another number, the opposite, another key, other words. */
function* othersThan(text: string): Generator<string> {
  const opposite = OPPOSITES[text];
  if (opposite !== undefined) yield opposite;
  else if (/^\d+$/.test(text)) yield* [String(Number(text) + 1), String(Number(text) - 1)];
  else if (/^\{\{[^{}]*\}\}$/.test(text)) yield "changed";
  else if (text.startsWith("$.")) yield "$.Attributes.changed";
  else yield `${text} changed`;
}

function* parameterChanges(value: Json, at: JSONPath, what: string): Generator<Change> {
  if (typeof value === "string") {
    for (const to of othersThan(value)) yield { what, at, was: value, to };
  } else if (Array.isArray(value)) {
    for (const [index, entry] of value.entries()) {
      const place = `${what}[${index}]`;
      yield { what: place, at: [...at, index], was: entry, to: undefined };
      yield* parameterChanges(entry, [...at, index], place);
    }
  } else if (typeof value === "object" && value !== null) {
    for (const [key, entry] of Object.entries(value)) {
      if (TEMPLATE_KEYS.has(key)) continue;
      const place = `${what}.${key}`;
      yield { what: place, at: [...at, key], was: entry, to: undefined };
      yield* parameterChanges(entry, [...at, key], place);
    }
  }
}

/** Where an exit leads instead: to the end of the flow, or back to its beginning. */
function otherTarget(target: string, { Identifier }: Block, blocks: readonly Block[]): string {
  const ends = blocks.filter((block) => specificationOf(block)?.next === "none");
  const other = [...ends, ...blocks].find(
    ({ Identifier: id }) => id !== target && id !== Identifier && !id.includes("{{"),
  );
  return other?.Identifier ?? target;
}

function* transitionChanges(block: Block, blocks: readonly Block[]): Generator<Change> {
  const { NextAction, Errors = [], Conditions = [] } = block.Transitions ?? {};
  const led = (what: string, at: JSONPath, was: string): Change => ({
    what,
    at,
    was,
    to: otherTarget(was, block, blocks),
  });
  if (NextAction !== undefined) yield led("NextAction", ["Transitions", "NextAction"], NextAction);
  for (const [index, { ErrorType, NextAction: target }] of Errors.entries()) {
    const at = ["Transitions", "Errors", index];
    yield { what: ErrorType, at, was: `to ${target}`, to: undefined };
    yield led(ErrorType, [...at, "NextAction"], target);
  }
  for (const [index, { NextAction: target, Condition }] of Conditions.entries()) {
    const { Operator, Operands } = Condition;
    const what = `${Operator} ${Operands.join(", ")}`;
    const at = ["Transitions", "Conditions", index];
    yield { what, at, was: `to ${target}`, to: undefined };
    yield led(what, [...at, "NextAction"], target);
    for (const [place, operand] of Operands.entries()) {
      for (const to of othersThan(operand)) {
        yield { what, at: [...at, "Condition", "Operands", place], was: operand, to };
      }
    }
  }
}

/** Each exit led elsewhere; each condition, error branch, parameter, number and word changed or dropped. */
export function mutantsOf(template: string): FlowMutant[] {
  const root = parseTree(template);
  const { Actions: blocks } = JSON.parse(template) as { readonly Actions: readonly Block[] };
  const found: FlowMutant[] = [];
  for (const [index, block] of blocks.entries()) {
    const changes = [
      ...parameterChanges(block.Parameters ?? {}, ["Parameters"], "Parameters"),
      ...transitionChanges(block, blocks),
    ];
    for (const { what, at, was, to } of changes) {
      const place = ["Actions", index, ...at];
      const offset = root && findNodeAtLocation(root, place)?.offset;
      found.push({
        block: block.Identifier,
        what: what.replace(/^Parameters\./, ""),
        was: typeof was === "string" ? was : JSON.stringify(was),
        is: typeof to === "string" ? to : "nothing",
        line: template.slice(0, offset ?? 0).split("\n").length,
        text: applyEdits(template, modify(template, place, to, {})),
      });
    }
  }
  return found.filter(({ text }) => text !== template);
}
