import { readdirSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";

import Table from "cli-table3";

import { drawFlow } from "../../contact-flow/diagram";
import { catalogFacts } from "../../contact-flow/facts/catalog-facts";
import { type Flow, FlowSyntaxError, parseFlow } from "../../contact-flow/flow";
import type { Json } from "../../contact-flow/json";
import { lintFlow } from "../../contact-flow/lint";
import { type Effect, surroundingsOf } from "../../contact-flow/runtime";
import { PhoneCall, World } from "../../contact-flow/simulation";
import { between, pick, seeded } from "../../contact-flow/simulation/random";
import { type FlowFile, flowFiles, UserError } from "./files";
import { instanceAround } from "./stand-in";

const FIGURES = join(__dirname, "..", "..", "contact-flow", "facts", "exports.json");

const CALLS = 10;
const MOST_EVENTS = 400;
const TUESDAY = Date.parse("2026-11-24T18:00:00Z");
const KEYS = Array.from("0123456789*#");

/** What became of one flow. */
interface Surveyed {
  readonly file: FlowFile;
  /** Undefined where the content is no flow. */
  readonly flow?: Flow;
  readonly errors: readonly string[];
  /** What broke: an exception of lint, interpreter or picture, with its words. */
  readonly broken: readonly string[];
}

/** One random call: any keys, any exits of what can't be run here. */
function walk(center: ReturnType<typeof instanceAround>, { type }: FlowFile, seed: number): void {
  const random = seeded(seed);
  let asked: (Effect & { readonly type: "chooseExit" }) | undefined;
  const [queue = ""] = center.queues.keys();
  const at = TUESDAY + between(random, 0, 167) * 3_600_000;
  const world = new World(center, { seed, lambdas: { "*": { answers: {} } } });
  const call = new PhoneCall(center, world, {
    flow: "main",
    at,
    contact: { customerNumber: "+13025550123" },
    surroundings: surroundingsOf(type, queue, at),
    watch: (effect) => {
      if (effect.type === "chooseExit") asked = effect;
    },
  });
  for (let events = 0; events < MOST_EVENTS && call.state.ended === undefined; events++) {
    const waiting = call.state.run?.waiting?.for;
    if (waiting === "exit" && asked !== undefined) {
      const exit = pick(random, asked.exits).key;
      call.happens({ type: "exitTaken", id: asked.id, exit });
    } else if (waiting === "input" && random() < 0.7) {
      call.happens({ type: "digit", key: pick(random, KEYS) });
    } else if (!call.tick()) {
      return;
    }
  }
}

async function surveyed(file: FlowFile): Promise<Surveyed> {
  const broken: string[] = [];
  const tryTo = async (what: string, work: () => unknown): Promise<void> => {
    try {
      await work();
    } catch (error) {
      broken.push(`${what}: ${(error as Error).message}`);
    }
  };
  let errors: string[] = [];
  await tryTo("lint", () => {
    errors = lintFlow(file.content, { type: file.type, origin: file.origin })
      .filter(({ level }) => level === "error")
      .map(({ rule, message }) => `${rule}: ${message}`);
  });
  let flow: Flow;
  try {
    flow = parseFlow(file.content);
  } catch (error) {
    if (!(error instanceof FlowSyntaxError)) throw error;
    return { file, errors, broken };
  }
  await tryTo("run", () => {
    const center = instanceAround({ ...file, flow }, [], "America/Los_Angeles");
    for (let seed = 1; seed <= CALLS; seed++) walk(center, file, seed);
  });
  await tryTo("draw", () => drawFlow(flow, { title: file.name, subtitle: file.type }));
  return { file, flow, errors, broken };
}

function* keysOf(value: Json, key: string): Generator<string> {
  yield key;
  if (typeof value !== "object" || value === null) return;
  const isList = Array.isArray(value);
  for (const [name, entry] of Object.entries(value)) {
    yield* keysOf(entry, isList ? key : `${key}.${name}`);
  }
}

/** What a flow has of the catalog's facts. */
function seenIn({ Actions }: Flow): Set<string> {
  return new Set(
    Actions.flatMap(({ Type, Parameters = {}, Transitions }) => [
      Type,
      ...keysOf(Parameters, `${Type}.Parameters`),
      ...(Transitions.Errors ?? []).map(({ ErrorType }) => `${Type}.Errors.${ErrorType}`),
    ]),
  );
}

/** In how many flows each fact was seen, of those in which lint finds no error. */
function census(all: readonly Surveyed[]): Readonly<Record<string, number>> {
  const known = new Set(catalogFacts().map(({ key }) => key));
  const seen = new Map<string, number>();
  for (const { flow, errors } of all) {
    if (flow === undefined || errors.length > 0) continue;
    for (const key of seenIn(flow)) {
      if (known.has(key)) seen.set(key, (seen.get(key) ?? 0) + 1);
    }
  }
  return Object.fromEntries([...seen].sort(([one], [other]) => (one < other ? -1 : 1)));
}

/** What `flows survey` may be told. */
export interface SurveyOptions {
  readonly write?: true;
}

/**
 * Lints, calls and draws every flow below a folder of checkouts, one folder a repository.
 * @returns the exit code: 1 if something broke
 */
export async function survey(
  folder: string,
  { write }: SurveyOptions,
  print: (text: string) => void,
): Promise<number> {
  const table = new Table({
    head: ["repository", "flows", "no JSON or no flow", "with errors", "broken"],
    style: { head: [], border: [] },
  });
  const repositories: { name: string; flows: number }[] = [];
  const all: Surveyed[] = [];
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    if (!entry.isDirectory()) continue;
    const results: Surveyed[] = [];
    for (const file of flowsBelow(join(folder, entry.name))) results.push(await surveyed(file));
    if (results.length === 0) continue;
    const name = entry.name.replace("+", "/");
    for (const { file, errors, broken } of results) {
      const path = relative(folder, file.file);
      for (const words of [...new Set(errors)]) print(`${path}: error ${words}`);
      for (const words of broken) print(`${path}: broken ${words}`);
    }
    const flows = results.filter(({ flow }) => flow !== undefined);
    table.push([
      name,
      flows.length,
      results.length - flows.length,
      flows.filter(({ errors }) => errors.length > 0).length,
      results.filter(({ broken }) => broken.length > 0).length,
    ]);
    repositories.push({ name, flows: flows.length });
    all.push(...results);
  }
  if (all.length === 0) {
    throw new UserError(
      `no folder below ${folder} holds a flow`,
      "check repositories out there, each into a folder OWNER+NAME",
    );
  }
  print(table.toString());
  if (write === true) {
    writeFileSync(FIGURES, `${JSON.stringify({ repositories, seen: census(all) }, null, 1)}\n`);
    print(`wrote ${relative(process.cwd(), FIGURES)}; next: npm run flows -- facts --write`);
  }
  return all.some(({ broken }) => broken.length > 0) ? 1 : 0;
}

function flowsBelow(folder: string): readonly FlowFile[] {
  try {
    return flowFiles([folder]);
  } catch (error) {
    if (error instanceof UserError) return [];
    throw error;
  }
}
