import { diffFlows } from "../diff";
import { matchBlocks } from "../diff/matching";
import { type Flow, parseFlow } from "../flow";
import { tryTemplate } from "../template";
import type { RenderOptions } from "../template/hole";
import { Rendering } from "../template/rendering";
import type { Json, JsonObject } from "../json";
import { type Block, putBlocks, reachable, waysIn } from "./blocks";
import { actionsIn, type Copy, copiesOf } from "./copies";
import { putDrawing } from "./drawing";
import { type EntryEdit, entryEdits, entryText } from "./entries";
import { retargeted, withHeirs, withNewNames } from "./left-out";
import { type LostHole, lostHoles, unrolledLists } from "./lost";
import { namesOf, renamedFlow } from "./names";
import { inOrderOf, mapTexts, repeatedIn, same, textIn } from "./nodes";
import { Put } from "./put";
import { isUuid } from "./texts";

export type { EntryEdit } from "./entries";
export type { LostHole } from "./lost";

/** What keeps a live flow out of the template. */
export interface PullProblem {
  /** The block; undefined where it is the flow as a whole. */
  readonly block?: string;
  /** What can't be written down, and what a person should do, lower case, no full stop. */
  readonly problem: string;
  /** The id or ARN of a thing that the code doesn't know. */
  readonly unknown?: string;
}

/** A live flow, brought into its template as far as it goes. */
export interface Pulled {
  /** The new template as JSON; undefined where there is a problem. */
  readonly template: JsonObject | undefined;
  /** The flow as the template made it before, and as it is live, under the names of the new template. */
  readonly before: Flow;
  readonly live: Flow;
  readonly problems: readonly PullProblem[];
  /** Values of the flow that its words no longer follow. */
  readonly lost: readonly LostHole[];
  /** Values that no hole asks for any more: the synth refuses them until they leave the flow's values. */
  readonly unused: readonly string[];
  /** Edits of lists that mean what was drawn by hand. */
  readonly entries: readonly EntryEdit[];
  /**
   * What the new template renders differently from the live flow though no caller can tell: identifiers,
   * the order of blocks, the drawing. Empty where a plan shows nothing.
   */
  readonly cosmetic: readonly string[];
}

/** How a flow is pulled. */
export interface PullOptions extends RenderOptions {
  /**
   * Whether repeated blocks that went different ways become blocks of their own.
   * @default false
   */
  readonly unroll?: boolean;
}

/**
 * Brings a live flow into the template that it was rendered from, so that the new template renders to the
 * live flow. Holes stay where what they render to is still live.
 *
 * @param template - The template's JSON.
 * @param content - The live flow's content.
 * @param options - As the template is rendered; `resources` give the ids of the live instance.
 * @returns No template where anything would be lost or guessed; then `problems` say what, block by block.
 * @throws FlowSyntaxError where the live content is no flow.
 */
export function pullFlow(template: JsonObject, content: string, options: PullOptions): Pulled {
  const first = new Put(options, leftOutOf(template, options));
  const live = mapTexts(parseFlow(content) as unknown as Json, (text) =>
    isUuid(text) ? (first.references.arnOf(text) ?? text) : text,
  ) as JsonObject;
  const once = attempt(template, live, first);
  const moved = retargeted(template, once.template, first);
  const result =
    moved === undefined ? once : attempt(moved, live, new Put(options, leftOutOf(moved, options)));
  return judged(template, result, options);
}

interface Attempt {
  readonly template: JsonObject;
  readonly before: JsonObject;
  /** The live flow under the template's names. */
  readonly live: JsonObject;
  readonly copies: ReadonlyMap<string, Copy>;
  readonly blocks: readonly Block[];
  readonly put: Put;
  readonly renamed: boolean;
}

function leftOutOf(template: JsonObject, options: RenderOptions): ReadonlyMap<string, string> {
  const rendering = new Rendering(options);
  rendering.render(template, { template: "", rendered: "" });
  return rendering.leftOut;
}

const asFlow = (json: JsonObject): Flow => json as unknown as Flow;

function attempt(template: JsonObject, live: JsonObject, put: Put): Attempt {
  const before = put.render(template) as JsonObject;
  const rendered = copiesOf(template, put);
  const matching = matchBlocks(asFlow(before), asFlow(live));
  const nameOf = namesOf(matching, rendered, put);
  const named = renamedFlow(live, nameOf);
  const copies = new Map(
    rendered.flatMap((copy) => {
      const is = matching.newOf.get(copy.name);
      return is === undefined ? [] : [[nameOf(is), copy] as const];
    }),
  );
  const old = actionsIn(template);
  const home = putBlocks(put, template, { live: named, copies });
  const blocks = withNewNames(withHeirs(put, home, old), old);
  const drawing = putDrawing(put, {
    template: template.Metadata,
    live: named.Metadata,
    blocks,
    old,
  });
  const { Actions: _, Metadata: __, ...rest } = template;
  const { Actions: ___, Metadata: ____, ...liveRest } = named;
  const around = put.object(rest, liveRest);
  const parts: Record<string, Json> = { ...around, Actions: blocks.map(({ node }) => node) };
  if (drawing !== undefined) parts.Metadata = drawing;
  const ordered = inOrderOf(template, parts);
  const renamed = actionsIn(live).some(({ Identifier }) => {
    const id = textIn(Identifier);
    return nameOf(id) !== id;
  });
  return { template: ordered, before, live: named, copies, blocks, put, renamed };
}

function judged(
  old: JsonObject,
  { template, before, live, copies, blocks, put, renamed }: Attempt,
  options: PullOptions,
): Pulled {
  const { content, faults } = tryTemplate(JSON.stringify(template), options);
  const isUnused = (place: string | undefined, where: string) =>
    where === "" && place !== undefined;
  const unused = faults
    .filter((fault) => isUnused(fault.value?.place, fault.template))
    .map((fault) => (fault.value?.place ?? "").replace(/^values\./, ""));
  const problems: PullProblem[] = faults
    .filter((fault) => !isUnused(fault.value?.place, fault.template))
    .map((fault) => problemAt(template, fault.template, fault.problem));
  const made = JSON.parse(content) as JsonObject;
  if (problems.length === 0) problems.push(...differences(made, live));
  problems.push(...forgotten(old, template, put));
  const entries = entryEdits(put, old, { live, copies });
  if (options.unroll !== true) {
    for (const { list, block } of unrolledLists(actionsIn(old), blocks)) {
      problems.push({
        block,
        problem: `is one of those that ForEach repeats for each of ${list}, and no longer like the others: edit ${list} in kwglobal.ts, or pull with --unroll, which makes blocks of their own of them`,
      });
    }
    for (const { list, blocks: own, entry } of entries.filter(({ kind }) => kind === "added")) {
      problems.push({
        ...(own[0] !== undefined && { block: own[0] }),
        problem: `is what ForEach would make of another entry of ${list} (${entryText(entry)}): edit ${list} in kwglobal.ts, or pull with --unroll, which makes blocks of their own of them`,
      });
    }
  }
  return {
    template: problems.length === 0 ? template : undefined,
    before: asFlow(before),
    live: asFlow(live),
    problems,
    lost: lostHoles(actionsIn(old), blocks, options.values),
    unused,
    entries,
    cosmetic: problems.length > 0 ? [] : cosmetic(made, live, renamed),
  };
}

/** A fault of rendering as a problem of the block that it is in. */
function problemAt(template: JsonObject, path: string, problem: string): PullProblem {
  const index = /^Actions\[(\d+)\]/.exec(path)?.[1];
  const named = index === undefined ? undefined : actionsIn(template)[Number(index)]?.Identifier;
  const block = textIn(named);
  const unknown = /^a literal (?:ARN|UUID) .*?: "(.*)"$/s.exec(problem)?.[1];
  return {
    ...(block !== "" && { block }),
    problem:
      unknown === undefined
        ? problem
        : `refers to ${unknown}, which the code has no name for: put it into kwglobal.ts, and apply`,
    ...(unknown !== undefined && { unknown }),
  };
}

/** Blocks that the new template doesn't render as they are live. */
function differences(made: JsonObject, live: JsonObject): PullProblem[] {
  const rest = ({ Actions: _, Metadata: __, ...others }: JsonObject) => others;
  const [is, wanted] = [made, live].map(
    (flow) => new Map(actionsIn(flow).map((each) => [textIn(each.Identifier), each])),
  );
  const names = new Set([...(is?.keys() ?? []), ...(wanted?.keys() ?? [])]);
  const problems = [...names].flatMap((block) =>
    same(is?.get(block), wanted?.get(block))
      ? []
      : [
          {
            block,
            problem:
              "can't be written down so that it comes out as it is live: edit the template by hand",
          },
        ],
  );
  if (!same(rest(made), rest(live))) {
    problems.push({ block: "the flow itself", problem: "has settings that no template can hold" });
  }
  return problems;
}

/** Blocks of an empty list that nothing would lead to any more once the list has entries. */
function forgotten(old: JsonObject, template: JsonObject, put: Put): PullProblem[] {
  const ways = waysIn(actionsIn(template));
  const [was, is] = [
    reachable(textIn(old.StartAction), waysIn(actionsIn(old))),
    reachable(textIn(template.StartAction), ways),
  ];
  return actionsIn(template).flatMap((action) => {
    const repeated = repeatedIn(action);
    if (repeated === undefined || put.items(repeated.list).length > 0) return [];
    const block = textIn(action.Identifier);
    const problems: PullProblem[] = [];
    if (was.has(block) && !is.has(block)) {
      problems.push({
        block,
        problem: `is left out while ${repeated.list} is empty, and nothing would lead to it any more: edit the template by hand`,
      });
    }
    const stray = (ways.get(block) ?? []).find((target) => !ways.has(target));
    if (stray !== undefined) {
      problems.push({
        block,
        problem: `is left out while ${repeated.list} is empty, and leads to "${stray}", which is gone: edit the template by hand`,
      });
    }
    return problems;
  });
}

function cosmetic(made: JsonObject, live: JsonObject, renamed: boolean): string[] {
  const order = (flow: JsonObject) => actionsIn(flow).map(({ Identifier }) => textIn(Identifier));
  return [
    ...(renamed ? ["identifiers that the console has made anew"] : []),
    ...(same(order(made), order(live)) ? [] : ["the order in which the blocks are stored"]),
    ...(same(made.Metadata, live.Metadata) ? [] : ["the drawing of repeated blocks"]),
  ];
}

/** What a pull brings home, block by block; empty where no caller can tell the two apart. */
export const changesOf = ({ before, live }: Pulled) => diffFlows(before, live);

/** Whether a template says what it said before. */
export const isUnchanged = (old: JsonObject, { template }: Pulled): boolean =>
  template !== undefined && same(old, template);
