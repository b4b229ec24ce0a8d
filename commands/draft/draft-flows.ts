import type { ContactCenterValue, FlowValue } from "../../constructs/value/contact-center-value";
import { FlowSyntaxError } from "../../contact-flow/flow";
import { pullFlow } from "../../contact-flow/pull";
import type { JsonObject } from "../../contact-flow/json";
import type { LiveFlows } from "../pull/live-flows";

/** The templates of a draft, and the flows for which there can be none. */
export interface DraftFlows {
  /** By the names of their files. */
  readonly templates: ReadonlyMap<string, JsonObject>;
  readonly refused: readonly { readonly flow: string; readonly problem: string }[];
}

/** A name that the console could have made: a live block that is taken for this one keeps its own. */
const END = "00000000-0000-4000-8000-000000000000";

/** A flow that ends at once: all that is live comes into it as new blocks. */
const EMPTY: JsonObject = {
  Version: "2019-10-30",
  StartAction: END,
  Actions: [{ Identifier: END, Type: "DisconnectParticipant", Parameters: {}, Transitions: {} }],
};

/** Makes a template of each flow of a draft, with holes by name for what it refers to. */
export async function draftFlows(center: ContactCenterValue, live: LiveFlows): Promise<DraftFlows> {
  const templates = new Map<string, JsonObject>();
  const refused: { flow: string; problem: string }[] = [];
  for (const flow of center.flows) {
    const { template, problems } = templateOf(flow, await live.content(flow.name, false), {
      center,
      live,
    });
    if (template !== undefined) templates.set(flow.template, template);
    for (const problem of problems) refused.push({ flow: flow.name, problem });
  }
  return { templates, refused };
}

function templateOf(
  { template: file }: FlowValue,
  content: string,
  { center, live }: { readonly center: ContactCenterValue; readonly live: LiveFlows },
): { readonly template?: JsonObject; readonly problems: readonly string[] } {
  try {
    const { template, problems } = pullFlow(EMPTY, content, {
      file: `flow-templates/${file}`,
      values: {},
      resources: live.resources(center),
    });
    return {
      ...(template !== undefined && { template }),
      problems: problems.map(({ block, problem, unknown }) => {
        const thing = unknown === undefined ? undefined : live.thing(unknown);
        const told =
          thing === undefined
            ? inWords(problem)
            : `refers to the ${thing.kind} "${thing.name}", for which the code has no name`;
        return block === undefined ? told : `"${block}" ${told}`;
      }),
    };
  } catch (error) {
    if (!(error instanceof FlowSyntaxError)) throw error;
    return { problems: [error.message] };
  }
}

/** What a fault of a template means for a flow that never was one. */
function inWords(problem: string): string {
  const hole = /^no text for the hole (\{\{.*?\}\})/.exec(problem)?.[1];
  return hole === undefined
    ? problem
    : `has ${hole} in its words, which a template would fill in: write its words in the console, and draft again`;
}
