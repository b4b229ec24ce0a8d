import { isObject, type Json, type JsonObject, objectOf } from "../../contact-flow/json";
import { expressionOf, type Template, templateOf } from "./payload";

/** Reads a definition strictly: what the sandbox doesn't know is kept as a fault with its place. */
export class DefinitionReader {
  public readonly faults: string[] = [];
  private readonly fault = (text: string): void => {
    this.faults.push(text);
  };

  /**
   * An object that has all fields that it needs, and no others than those named. Where it is missing, whatever it
   * belongs to has said so.
   */
  public fields(
    json: Json | undefined,
    place: string,
    needed: readonly string[],
    possible: readonly string[] = [],
  ): JsonObject {
    if (json === undefined) return {};
    if (!isObject(json)) {
      this.fault(`${place || "/"} must be an object, got ${JSON.stringify(json)}`);
      return {};
    }
    for (const name of needed)
      if (!(name in json)) this.fault(`${place}/${name} is missing, and the sandbox needs it`);
    const known = [...needed, ...possible];
    for (const name of Object.keys(json))
      if (!known.includes(name))
        this.fault(
          `${place}/${name} is not played by the sandbox, which knows ${known.join(", ")}`,
        );
    return json;
  }

  /** The one state of a machine. */
  public onlyState(machine: JsonObject, place: string): readonly [name: string, state?: Json] {
    const { StartAt: start } = machine;
    const states = objectOf(machine.States);
    const [name = "", ...others] = Object.keys(states);
    if (others.length > 0)
      this.fault(`${place}/States must be one state in the sandbox, got ${others.length + 1}`);
    if (start !== undefined && start !== name)
      this.fault(`${place}/StartAt must be ${JSON.stringify(name)}, got ${JSON.stringify(start)}`);
    return [name, states[name]];
  }

  /** A field whose value must be one of those given. */
  public oneOf<const T extends Json>(
    json: Json | undefined,
    place: string,
    values: readonly T[],
  ): T {
    const found = values.find((value) => value === json);
    if (found !== undefined) return found;
    const known = values.map((value) => JSON.stringify(value)).join(" or ");
    if (json !== undefined)
      this.fault(`${place} must be ${known} in the sandbox, got ${JSON.stringify(json)}`);
    return values[0] as T;
  }

  /** A number within bounds. @param otherwise - Its default. */
  public number(
    json: Json | undefined,
    place: string,
    { from, to = Infinity, otherwise }: { from: number; to?: number; otherwise: number },
  ): number {
    if (json === undefined) return otherwise;
    if (typeof json === "number" && json >= from && json <= to) return json;
    const bounds = to === Infinity ? `of at least ${from}` : `from ${from} to ${to}`;
    this.fault(`${place} must be a number ${bounds}, got ${JSON.stringify(json)}`);
    return otherwise;
  }

  /** A list of texts with at least one in it. */
  public texts(json: Json | undefined, place: string): string[] {
    if (Array.isArray(json) && json.length > 0 && json.every((each) => typeof each === "string"))
      return json;
    this.fault(`${place} must be a list of texts, got ${JSON.stringify(json)}`);
    return [];
  }

  public text(json: Json | undefined, place: string): string {
    if (typeof json === "string") return json;
    if (json !== undefined) this.fault(`${place} must be a text, got ${JSON.stringify(json)}`);
    return "";
  }

  public template(json: Json | undefined, place: string): Template {
    return templateOf(json ?? null, place, this.fault);
  }

  public expression(json: Json | undefined, place: string): Template {
    return json === undefined ? () => null : expressionOf(json, place, this.fault);
  }
}
