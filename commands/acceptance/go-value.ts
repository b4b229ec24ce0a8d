/** A call that isn't carried out here: its name as it is written, and its arguments. */
export class Call {
  public constructor(
    public readonly name: string,
    public readonly args: readonly GoValue[],
  ) {}
}

/** A struct, map or slice literal: what has a key by its key, the rest in order. */
export class Literal {
  public constructor(
    public readonly fields: ReadonlyMap<string, GoValue>,
    public readonly items: readonly GoValue[],
  ) {}

  public get(field: string): GoValue | undefined {
    return this.fields.get(field);
  }
}

/** A name of another package, or a function literal: nothing that can be evaluated here. */
export class Opaque {
  public constructor(public readonly text: string) {}
}

/** What an expression of a test evaluates to. */
export type GoValue = string | number | boolean | null | Call | Literal | Opaque;

/** Something in the Go code that isn't read; the message says what. */
export class Unreadable extends Error {
  public override readonly name = "Unreadable";
}

/** The text that a value must be. */
export function textOf(value: GoValue | undefined, what: string): string {
  if (typeof value === "string") return value;
  throw new Unreadable(`${what} is no text: ${describeValue(value)}`);
}

/** A value as a reader of the Go code would look for it. */
export function describeValue(value: GoValue | undefined): string {
  if (value instanceof Call) return `${value.name}(…)`;
  if (value instanceof Literal) return "{…}";
  if (value instanceof Opaque) return value.text;
  return String(value);
}
