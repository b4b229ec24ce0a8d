import { OperatorError } from "../machine/errors";
import type { Faults } from "./faults";

type Parse = (name: string, text: string | undefined) => unknown;

const number =
  (what: string, fits: (value: number) => boolean): Parse =>
  (name, text) => {
    const value = Number(text);
    if (text !== undefined && text !== "" && fits(value)) return value;
    throw new OperatorError(`fault ${name} must be ${what}, got ${JSON.stringify(text ?? "")}`);
  };

const SHARE = number("a share of all requests like 0.05", (value) => value > 0 && value <= 1);
const WHOLE = number("a whole number like 2000", (value) => Number.isInteger(value) && value >= 0);

/** `CreateUser:2`; the same fault again adds another operation. */
const OPERATION: Parse = (name, text = "") => {
  const [, operation, value] = /^([A-Z]\w+):(\d+)$/.exec(text) ?? [];
  if (operation !== undefined) return { [operation]: Number(value) };
  throw new OperatorError(
    `fault ${name} must name an operation and a whole number, like ${name}=CreateUser:2, got ${JSON.stringify(text)}`,
  );
};

const FAULTS: Readonly<Record<keyof Faults, Parse>> = {
  throttling: (name, text) => {
    if (text === undefined) return true;
    throw new OperatorError(`fault ${name} must stand alone, got ${JSON.stringify(text)}`);
  },
  errors: SHARE,
  lost: SHARE,
  resets: SHARE,
  timeouts: SHARE,
  slow: WHOLE,
  creating: WHOLE,
  seed: WHOLE,
  late: OPERATION,
  outage: OPERATION,
  quota: OPERATION,
  taken: (name, text) => {
    if (text !== undefined && text !== "") return [text];
    throw new OperatorError(`fault ${name} must be a name, like ${name}=mary.jane`);
  },
};

const isFault = (name: string): name is keyof Faults => Object.hasOwn(FAULTS, name);

/**
 * Reads faults as they are asked for in a terminal.
 *
 * @param text - `throttling,errors=0.05,late=CreateUser:2000,seed=7`.
 * @throws OperatorError with what there is, or with the value that would be right.
 */
export function parseFaults(text: string): Faults {
  const faults: Record<string, unknown> = {};
  for (const part of text.split(",")) {
    const [name = "", ...rest] = part.trim().split("=");
    if (!isFault(name)) {
      throw new OperatorError(
        `there is no fault ${JSON.stringify(name)}; there are: ${Object.keys(FAULTS).join(", ")}`,
      );
    }
    const value = FAULTS[name](name, rest.length === 0 ? undefined : rest.join("="));
    const before = faults[name];
    if (Array.isArray(before)) faults[name] = [...(before as string[]), ...(value as string[])];
    else if (typeof before === "object") faults[name] = { ...before, ...(value as object) };
    else faults[name] = value;
  }
  return faults;
}

/** Writes faults as {@link parseFaults} reads them. */
export function faultsText(faults: Faults): string {
  return Object.entries(faults as Record<string, unknown>)
    .flatMap(([name, value]) => {
      if (value === true) return [name];
      if (Array.isArray(value)) return value.map((item) => `${name}=${String(item)}`);
      if (typeof value === "object" && value !== null)
        return Object.entries(value).map(([key, item]) => `${name}=${key}:${String(item)}`);
      return [`${name}=${String(value)}`];
    })
    .join(",");
}
