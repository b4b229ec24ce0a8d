import { isObject, type Json } from "../../contact-flow/json";
import { StateFailure } from "./state-failure";

/** Makes a value of a state's input. @throws StateFailure where the input lacks what it names. */
export type Template = (input: Json) => Json;

const PATH = String.raw`\$(?:\.[A-Za-z_]\w*)*`;
const FORMAT = new RegExp(
  String.raw`^States\.Format\('((?:[^'\\]|\\.)*)'((?:\s*,\s*${PATH})*)\s*\)$`,
);

/**
 * Reads a payload template: JSON in which a field `name.$` takes its value from the input. Of expressions it
 * knows paths such as `$` and `$.a.b`, and `States.Format` of them.
 *
 * @param json - The template.
 * @param place - Where it stands, for the faults.
 * @param fault - Takes what is not known.
 * @see https://docs.aws.amazon.com/step-functions/latest/dg/input-output-inputpath-params.html
 */
export function templateOf(json: Json, place: string, fault: (text: string) => void): Template {
  if (Array.isArray(json)) {
    const parts = json.map((each, index) => templateOf(each, `${place}/${index}`, fault));
    return (input) => parts.map((part) => part(input));
  }
  if (!isObject(json)) return () => json;
  const fields = Object.entries(json).map(([name, value]): [string, Template] =>
    name.endsWith(".$")
      ? [name.slice(0, -2), expressionOf(value, `${place}/${name}`, fault)]
      : [name, templateOf(value, `${place}/${name}`, fault)],
  );
  return (input) => Object.fromEntries(fields.map(([name, part]) => [name, part(input)]));
}

/** Reads one expression, see {@link templateOf}. */
export function expressionOf(json: Json, place: string, fault: (text: string) => void): Template {
  const text = typeof json === "string" ? json : "";
  if (new RegExp(`^${PATH}$`).test(text)) return (input) => valueAt(text, input);
  const [, pattern, listed = ""] = FORMAT.exec(text) ?? [];
  const paths = listed.split(",").flatMap((path) => path.trim() || []);
  const pieces = pattern?.split(/(\{\}|\\.)/) ?? [];
  if (pattern !== undefined && pieces.filter((piece) => piece === "{}").length === paths.length)
    return (input) => {
      const values = paths.map((path) => valueAt(path, input)).values();
      return pieces
        .map((piece) => {
          if (piece === "{}") return written(values.next().value ?? null);
          return piece.startsWith("\\") ? piece.slice(1) : piece;
        })
        .join("");
    };
  fault(
    `${place} must be a path such as $.a.b, or States.Format('…{}…', path) with as many paths as {}: the sandbox knows no other expression, got ${JSON.stringify(json)}`,
  );
  return () => null;
}

function valueAt(path: string, input: Json): Json {
  let value: Json | undefined = input;
  for (const name of path.split(".").slice(1))
    value = isObject(value) && Object.hasOwn(value, name) ? value[name] : undefined;
  if (value === undefined)
    throw new StateFailure(
      "States.Runtime",
      `The JsonPath argument for the field '${path}' could not be found in the input '${JSON.stringify(input)}'`,
    );
  return value;
}

const written = (value: Json): string =>
  typeof value === "string" ? value : JSON.stringify(value);
