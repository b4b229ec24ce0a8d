import { readFileSync } from "node:fs";
import { join } from "node:path";

import type { ContactCenterValue, FlowValue } from "../../constructs/value/contact-center-value";
import { FlowSyntaxError } from "../../contact-flow/flow";
import { isUnchanged, type Pulled, pullFlow, type PullProblem } from "../../contact-flow/pull";
import { JsonTextError, parseJsonText } from "../../contact-flow/json-text";
import { TemplateError } from "../../contact-flow/template";
import type { JsonObject } from "../../contact-flow/json";
import type { CenterSource } from "./center-source";
import type { LiveFlows } from "./live-flows";
import { valueEdits } from "./value-edits";

/** What is pulled, and how. */
export interface PullRequest {
  /** kwglobal.ts as it is, or as earlier flows have edited it. */
  readonly source: CenterSource;
  readonly center: ContactCenterValue;
  /** Folder of the templates. */
  readonly templates: string;
  readonly live: LiveFlows;
  readonly saved: boolean;
  readonly unroll: boolean;
  /** Whether kwglobal.ts may be edited. */
  readonly write: boolean;
}

/** What has become of one flow. */
export interface FlowPull {
  readonly flow: FlowValue;
  readonly pulled: Pulled;
  /** The new template; undefined where nothing is to be written. */
  readonly template: JsonObject | undefined;
  /** What keeps it out, to be mended by a person. */
  readonly problems: readonly PullProblem[];
  /** Edits of kwglobal.ts that are made with the template, or have to be before it can be written. */
  readonly edits: readonly string[];
  /** What callers would hear differently from what is live, once the edits are made and applied. */
  readonly afterEdits: Pulled | undefined;
  /** Whether `--write` makes the edits: they are safe, and nothing is left to a person. */
  readonly isSafe: boolean;
  /** kwglobal.ts with the edits, where they are made. */
  readonly source: CenterSource | undefined;
}

/**
 * Brings a live flow into its template, and works out which edits of kwglobal.ts go with it.
 * @throws TemplateError where the template can't be read, OperatorError where the flow isn't there.
 */
export async function pullOne(flow: FlowValue, request: PullRequest): Promise<FlowPull> {
  const { source, center, live, saved, write } = request;
  const template = readTemplate(flow, request.templates);
  const content = await live.content(flow.name, saved);
  const pull = (of: ContactCenterValue, unroll: boolean) => {
    const values = of.flows.find(({ name }) => name === flow.name)?.values ?? flow.values;
    const options = { file: `flow-templates/${flow.template}`, values, unroll };
    return pullFlow(template, content, { ...options, resources: live.resources(of) });
  };
  let pulled: Pulled;
  try {
    pulled = pull(center, request.unroll);
  } catch (error) {
    if (!(error instanceof FlowSyntaxError)) throw error;
    return refusedAs(flow, error.message);
  }
  const wanted = valueEdits(pulled, flow.values).map((edit) => source.edit(flow.name, edit));
  const edits = wanted.map(({ text }) => text);
  const isChanged = pulled.template !== undefined && !isUnchanged(template, pulled);
  const shared = sharedTemplate(flow, request, isChanged);
  const problems = [...pulled.problems, ...shared];
  const done = { flow, pulled, edits, afterEdits: undefined, isSafe: false, source: undefined };
  if (problems.length === 0 && wanted.length === 0) {
    return { ...done, template: isChanged ? pulled.template : undefined, problems };
  }
  if (wanted.length === 0) return { ...done, template: undefined, problems };
  const changes = wanted.flatMap(({ change }) => change ?? []);
  if (changes.length < wanted.length) return { ...done, template: undefined, problems };
  const edited = source.edited(changes);
  const after = edited.center();
  const again = pull(after, request.unroll);
  const others = changedElsewhere(center, after, flow.name);
  const isHome = again.template !== undefined && again.unused.length === 0 && others.length === 0;
  return {
    flow,
    pulled: isHome && write ? again : pulled,
    template: isHome && write ? again.template : undefined,
    problems: isHome && write ? [] : problems,
    edits: [...edits, ...others.map((name) => `they change flow "${name}", too`)],
    afterEdits: again,
    isSafe: isHome,
    source: isHome && write ? edited : undefined,
  };
}

function readTemplate({ template: file }: FlowValue, folder: string): JsonObject {
  try {
    return parseJsonText(readFileSync(join(folder, file), "utf8")) as JsonObject;
  } catch (error) {
    if (!(error instanceof JsonTextError)) throw error;
    const { line, column, problem } = error;
    throw new TemplateError(`flow-templates/${file}:${line}:${column}`, [
      { template: "", problem: `not valid JSON: ${problem}` },
    ]);
  }
}

function refusedAs(flow: FlowValue, problem: string): FlowPull {
  const nothing = { Version: "", StartAction: "", Actions: [] };
  const pulled: Pulled = {
    template: undefined,
    before: nothing,
    live: nothing,
    problems: [{ problem }],
    lost: [],
    unused: [],
    entries: [],
    cosmetic: [],
  };
  return {
    flow,
    pulled,
    template: undefined,
    problems: pulled.problems,
    edits: [],
    afterEdits: undefined,
    isSafe: false,
    source: undefined,
  };
}

/** Other flows that the same template makes, and that would become others with the new one. */
function sharedTemplate(
  flow: FlowValue,
  { center }: PullRequest,
  isChanged: boolean,
): PullProblem[] {
  if (!isChanged) return [];
  return center.flows
    .filter(({ name, template: file }) => file === flow.template && name !== flow.name)
    .map(({ name }) => ({
      problem: `${flow.template} makes flow "${name}", too, which would change with it: copy the template under another name for one of the two in kwglobal.ts, and pull again`,
    }));
}

/** Flows whose values an edit changes beside the one that is meant. */
function changedElsewhere(
  before: ContactCenterValue,
  after: ContactCenterValue,
  flow: string,
): string[] {
  return before.flows
    .filter(({ name, values }) => {
      const now = after.flows.find((each) => each.name === name)?.values;
      return name !== flow && JSON.stringify(now) !== JSON.stringify(values);
    })
    .map(({ name }) => name);
}
