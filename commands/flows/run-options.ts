import { readFileSync } from "node:fs";

import { didYouMean } from "../../contact-flow/did-you-mean";
import type { Flow } from "../../contact-flow/flow";
import { momentOf } from "../../contact-flow/hours";
import type { Json } from "../../contact-flow/json";
import type { LambdaBehaviour } from "../../contact-flow/simulation";
import { UserError } from "./files";

/** What `flows run` may be told. */
export interface RunOptions {
  /** Keys to press one after the other, in place of a keyboard; `w` waits a minute, `a` is the agent. */
  readonly keys?: string;
  readonly at?: string;
  readonly timeZone: string;
  readonly from: string;
  /** Further flows, for transfers and queues. */
  readonly with?: readonly string[];
  /** What functions answer: `NAME=FILE`, `NAME={"json":…}`, `NAME=fails` or `NAME=timesOut`. */
  readonly lambda?: readonly string[];
  /** Attributes that the contact comes with: `NAME=VALUE`. */
  readonly attribute?: readonly string[];
  /** Blocks that fail, with the error where it isn't the usual one: `BLOCK`, `BLOCK=ERROR`. */
  readonly fail?: readonly string[];
}

const named = (text: string, what: string): [string, string] => {
  const at = text.indexOf("=");
  if (at < 1) {
    throw new UserError(`${what} must be NAME=VALUE, got ${text}`, `for example: ${what} name=x`);
  }
  return [text.slice(0, at), text.slice(at + 1)];
};

/** How the functions behave that `--lambda` names. */
export function lambdasOf(options: RunOptions): Readonly<Record<string, LambdaBehaviour>> {
  return Object.fromEntries(
    (options.lambda ?? []).map((text): [string, LambdaBehaviour] => {
      const [name, value] = named(text, "--lambda");
      if (value === "fails") return [name, { fails: true }];
      if (value === "timesOut") return [name, { timesOut: true }];
      return [name, { answers: answerOf(value) }];
    }),
  );
}

/** An answer, written out or in a file. */
function answerOf(value: string): Json {
  try {
    return JSON.parse(/^\s*[{["]/.test(value) ? value : readFileSync(value, "utf8")) as Json;
  } catch (error) {
    throw new UserError(
      `--lambda can't read ${value}: ${(error as Error).message}`,
      'give a JSON file, JSON, fails or timesOut: --lambda look-up=\'{"vip":"yes"}\'',
    );
  }
}

/** The blocks that `--fail` names, by identifier. */
export function brokenOf(
  options: RunOptions,
  flows: readonly Flow[],
): Readonly<Record<string, string>> {
  const known = flows.flatMap(({ Actions }) => Actions.map(({ Identifier }) => Identifier));
  return Object.fromEntries(
    (options.fail ?? []).map((text) => {
      const isBlock = known.includes(text) || !text.includes("=");
      const [id, error] = isBlock ? [text, "NoMatchingError"] : named(text, "--fail");
      if (!known.includes(id)) {
        throw new UserError(
          `--fail: there is no block "${id}"${didYouMean(id, known)}`,
          "write the Identifier of a block of the flow",
        );
      }
      return [id, error];
    }),
  );
}

/** The attributes that `--attribute` names. */
export const attributesOf = ({ attribute = [] }: RunOptions): Readonly<Record<string, string>> =>
  Object.fromEntries(attribute.map((text) => named(text, "--attribute")));

/** When the call is made, milliseconds since 1970: now, if `--at` doesn't say it. */
export function timeOf({ at, timeZone }: RunOptions): number {
  try {
    return at === undefined ? Date.now() : momentOf(at, timeZone);
  } catch (error) {
    throw new UserError((error as Error).message, "for example: --at 2026-11-24T10:00");
  }
}
