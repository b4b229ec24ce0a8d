import type { Limits, OperationErrors, ServiceModel } from "../../sandbox/connect/protocol/limits";

/** A shape of an AWS service model, as botocore publishes it: what is read of it. */
export interface Shape {
  readonly type: string;
  readonly required?: readonly string[];
  readonly members?: Readonly<Record<string, { readonly shape: string }>>;
  readonly member?: { readonly shape: string };
  readonly key?: { readonly shape: string };
  readonly value?: { readonly shape: string };
  readonly min?: number;
  readonly max?: number;
  readonly pattern?: string;
  readonly enum?: readonly string[];
  readonly sensitive?: boolean;
  readonly union?: boolean;
}

/** AWS's service model, `service-2.json`: what is read of it. */
export interface PublishedModel {
  readonly operations: Readonly<
    Record<
      string,
      {
        readonly input?: { readonly shape: string };
        readonly errors?: readonly { shape: string }[];
      }
    >
  >;
  readonly shapes: Readonly<Record<string, Shape>>;
}

/**
 * Leaves of a published service model what the protocol enforces: each operation's input and errors,
 * and of each shape that an input can hold its limits. Shapes without limits inside are left out.
 *
 * @param source - What the model was taken from, with its version.
 */
export function compact({ operations, shapes }: PublishedModel, source: string): ServiceModel {
  const limited = limitedShapes(shapes);
  const kept = new Set<string>();
  const keep = (name: string): void => {
    if (!limited.has(name) || kept.has(name)) return;
    kept.add(name);
    for (const inner of innerShapes(shapes[name])) keep(inner);
  };
  const entries = Object.entries(operations)
    .sort(byName)
    .map(([name, { input, errors = [] }]): [string, OperationErrors] => {
      if (input !== undefined) keep(input.shape);
      return [
        name,
        {
          ...(input !== undefined && kept.has(input.shape) && { input: input.shape }),
          errors: errors.map(({ shape }) => shape).sort(),
        },
      ];
    });
  return {
    source,
    operations: Object.fromEntries(entries),
    shapes: Object.fromEntries(
      Object.entries(shapes)
        .filter(([name]) => kept.has(name))
        .sort(byName)
        .map(([name, shape]) => [name, limitsOf(shape, limited)]),
    ),
  };
}

/** Writes a compact model with one operation or shape a line, so that a new version's diff is readable. */
export function writeModel({ source, operations, shapes }: ServiceModel): string {
  const lines = (entries: object) =>
    Object.entries(entries)
      .map(([name, entry]) => `    ${JSON.stringify(name)}: ${JSON.stringify(entry)}`)
      .join(",\n");
  return `{
  "source": ${JSON.stringify(source)},
  "operations": {
${lines(operations)}
  },
  "shapes": {
${lines(shapes)}
  }
}
`;
}

const byName = ([a]: [string, unknown], [b]: [string, unknown]): number => (a < b ? -1 : 1);

const innerShapes = (shape: Shape | undefined): string[] =>
  [...Object.values(shape?.members ?? {}), shape?.member, shape?.key, shape?.value].flatMap(
    (one) => (one === undefined ? [] : [one.shape]),
  );

const WHOLE = ["integer", "long"];

const hasOwnLimit = (shape: Shape): boolean =>
  shape.min !== undefined ||
  shape.max !== undefined ||
  shape.pattern !== undefined ||
  shape.enum !== undefined ||
  shape.union === true ||
  (shape.required?.length ?? 0) > 0 ||
  WHOLE.includes(shape.type);

/** The shapes that limit something, or hold one that does. Shapes may hold themselves. */
function limitedShapes(shapes: PublishedModel["shapes"]): Set<string> {
  const limited = new Set<string>();
  for (let before = -1; before < limited.size;) {
    before = limited.size;
    for (const [name, shape] of Object.entries(shapes))
      if (hasOwnLimit(shape) || innerShapes(shape).some((inner) => limited.has(inner)))
        limited.add(name);
  }
  return limited;
}

function limitsOf(shape: Shape, limited: ReadonlySet<string>): Limits {
  const inner = (name: "member" | "key" | "value") => {
    const one = shape[name];
    return one !== undefined && limited.has(one.shape) && { [name]: one.shape };
  };
  const members = Object.entries(shape.members ?? {})
    .filter(([, one]) => limited.has(one.shape))
    .map(([name, one]) => [name, one.shape]);
  return {
    ...(shape.required !== undefined && shape.required.length > 0 && { required: shape.required }),
    ...(members.length > 0 && { members: Object.fromEntries(members) as Record<string, string> }),
    ...inner("member"),
    ...inner("key"),
    ...inner("value"),
    ...(shape.union === true && { union: true }),
    ...(WHOLE.includes(shape.type) && { whole: true }),
    ...(shape.min !== undefined && { min: shape.min }),
    ...(shape.max !== undefined && { max: shape.max }),
    ...(shape.pattern !== undefined && { pattern: readablePattern(shape.pattern) }),
    ...(shape.enum !== undefined && { enum: shape.enum }),
    ...(shape.sensitive === true && { sensitive: true }),
  };
}

/**
 * A pattern as JavaScript reads it. The model escapes some of its patterns twice (`\\S` for `\S`), writes
 * one between slashes, and escapes characters that need it nowhere (`\_`).
 */
const readablePattern = (pattern: string): string =>
  pattern
    .replace(/^\/(.*)\/$/, "$1")
    .replaceAll("\\\\", "\\")
    .replaceAll("\\_", "_");
