import { isObject } from "../../contact-flow/json";
import { Refusal } from "./refusal";

/** What a page sends with a command, read field by field. Each method throws a {@link Refusal}. */
export class Fields {
  private readonly fields: Readonly<Record<string, unknown>>;

  /** @param body the request's, JSON; nothing at all is an object without fields */
  public constructor(body: string) {
    let fields: unknown;
    try {
      fields = body.trim() === "" ? {} : JSON.parse(body);
    } catch {
      throw new Refusal("the body must be JSON", 400);
    }
    if (typeof fields !== "object" || fields === null || Array.isArray(fields)) {
      throw new Refusal(`the body must be a JSON object, got ${JSON.stringify(fields)}`, 400);
    }
    this.fields = fields as Readonly<Record<string, unknown>>;
  }

  /** A text that is not empty. */
  public text(name: string): string {
    const value = this.fields[name];
    if (typeof value !== "string" || value === "") throw wrong(name, "a text", value);
    return value;
  }

  /** Whether the field is there. */
  public has(name: string): boolean {
    return this.fields[name] !== undefined;
  }

  /** A text that may be left out. */
  public optionalText(name: string): string | undefined {
    return this.has(name) ? this.text(name) : undefined;
  }

  /** Texts by name, or null; none at all if it is not there. */
  public texts(name: string): Readonly<Record<string, string | null>> {
    const value = this.fields[name] ?? {};
    const isFit = isObject(value) && Object.values(value).every(isTextOrNull);
    if (!isFit) throw wrong(name, "an object of texts and nulls", value);
    return value as Readonly<Record<string, string | null>>;
  }

  /** A number between two others, both allowed. */
  public number(name: string, from: number, to: number): number {
    const value = this.fields[name];
    if (typeof value !== "number" || !(value >= from && value <= to)) {
      throw wrong(name, `a number from ${from} to ${to}`, value);
    }
    return value;
  }

  /** Whether the field is true; false if it is not there. */
  public flag(name: string): boolean {
    const value = this.fields[name] ?? false;
    if (typeof value !== "boolean") throw wrong(name, "true or false", value);
    return value;
  }

  /** The flags that are there. @throws Refusal also for a field that is none of these */
  public flags<Name extends string>(names: readonly Name[]): Partial<Record<Name, boolean>> {
    for (const name of Object.keys(this.fields)) {
      if (!(names as readonly string[]).includes(name)) {
        throw new Refusal(`field must be one of ${names.join(", ")}, got ${name}`, 400);
      }
    }
    const given = names.filter((name) => this.fields[name] !== undefined);
    return Object.fromEntries(given.map((name) => [name, this.flag(name)])) as Partial<
      Record<Name, boolean>
    >;
  }
}

const isTextOrNull = (value: unknown): boolean => value === null || typeof value === "string";

const wrong = (name: string, rule: string, value: unknown): Refusal =>
  new Refusal(
    `${name} must be ${rule}, got ${value === undefined ? "nothing" : JSON.stringify(value)}`,
    400,
  );
