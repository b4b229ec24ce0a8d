import { type Action, parseFlow } from "../../contact-flow/flow";
import type { Json } from "../../contact-flow/json";
import { MAX_BILLED } from "../../contact-flow/lint/speech";
import type { ContactFlow } from "../connect/store/store";
import type { Directory, Place } from "./directory";
import type { Fields } from "./fields";
import { Refusal } from "./refusal";

/** What a page may change of a block. */
export interface EditableBlock {
  readonly block: string;
  /** What it says; undefined where it plays a prompt, or nothing. */
  readonly text?: string;
  /** How long it waits for a key; undefined where it asks for none. */
  readonly seconds?: number;
}

/** A flow as a page edits it. */
export interface EditableFlow {
  readonly name: string;
  readonly blocks: readonly EditableBlock[];
}

/** Publishes a flow's content, as the console does. @throws Error with what Amazon Connect refuses */
export type PublishFlow = (place: Place, flowId: string, content: string) => Promise<void>;

/** Seconds that Amazon Connect lets a menu wait for the first key. */
const [FEWEST_SECONDS, MOST_SECONDS] = [1, 180];

/** The blocks of a published flow that a page may change. @throws Refusal if there is no such flow */
export function editableFlow(directory: Directory, id: string): EditableFlow {
  const { flow, content } = publishedFlow(directory, id);
  const blocks = parseFlow(content)
    .Actions.map(editable)
    .filter(({ text, seconds }) => text !== undefined || seconds !== undefined);
  return { name: flow.Name, blocks };
}

/**
 * Changes what a block says, or how long it waits, and publishes the flow.
 *
 * @param fields - `block`, and what it is to have: `text`, `seconds`.
 * @throws Refusal where the flow or the block isn't there, or the block has no such thing.
 */
export async function editFlow(
  directory: Directory,
  id: string,
  fields: Fields,
  publish: PublishFlow,
): Promise<void> {
  const { place, content } = publishedFlow(directory, id);
  const name = fields.text("block");
  const flow = parseFlow(content);
  const action = flow.Actions.find(({ Identifier }) => Identifier === name);
  const before = action && editable(action);
  if (before === undefined) throw new Refusal(`block must be one of the flow's, got ${name}`, 404);
  const text = fields.optionalText("text");
  const seconds = fields.has("seconds")
    ? fields.number("seconds", FEWEST_SECONDS, MOST_SECONDS)
    : undefined;
  for (const [field, given, own] of [
    ["text", text, before.text],
    ["seconds", seconds, before.seconds],
  ] as const) {
    if (given !== undefined && own === undefined) {
      throw new Refusal(`${field} must be left out, since ${name} has none`, 400);
    }
  }
  if ((text?.length ?? 0) > MAX_BILLED) {
    throw new Refusal(`text must be at most ${MAX_BILLED} characters long`, 400);
  }
  const parameters: Record<string, Json> = {
    ...action?.Parameters,
    ...(text !== undefined && { Text: text }),
    ...(seconds !== undefined && { InputTimeLimitSeconds: String(Math.round(seconds)) }),
  };
  const edited = {
    ...flow,
    Actions: flow.Actions.map((each) =>
      each.Identifier === name ? { ...each, Parameters: parameters } : each,
    ),
  };
  await publish(place, id, JSON.stringify(edited));
}

function editable({ Identifier: block, Parameters = {} }: Action): EditableBlock {
  const { Text, InputTimeLimitSeconds } = Parameters;
  const seconds = Number(InputTimeLimitSeconds);
  return {
    block,
    ...(typeof Text === "string" && { text: Text }),
    ...(seconds > 0 && { seconds }),
  };
}

function publishedFlow(
  directory: Directory,
  id: string,
): { readonly place: Place; readonly flow: ContactFlow; readonly content: string } {
  for (const place of directory.places()) {
    const flow = place.instance.contactFlows.get(id);
    if (flow?.Content !== undefined) return { place, flow, content: flow.Content };
  }
  throw new Refusal(`flow must be the id of a published flow, got ${id}`, 404);
}
