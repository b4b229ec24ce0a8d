import type { Item } from "../template/rendering";
import { isObject, type JsonObject } from "../json";
import { repeatedIn, textIn } from "./nodes";
import type { Put } from "./put";

/** A block of the rendered flow, and what of the template it is rendered from. */
export interface Copy {
  /** The place in the template's actions. */
  readonly at: number;
  /** The entry that it is for, of a block that is repeated. */
  readonly item: Item | undefined;
  readonly body: JsonObject;
  /** The rendered identifier. */
  readonly name: string;
}

/** The actions of a template, or of a flow. */
export const actionsIn = (flow: JsonObject): readonly JsonObject[] =>
  Array.isArray(flow.Actions) ? flow.Actions.filter(isObject) : [];

/** Each block that the template renders, in order. */
export function copiesOf(template: JsonObject, put: Put): readonly Copy[] {
  return actionsIn(template).flatMap((action, at) => {
    const repeated = repeatedIn(action);
    const body = repeated?.body ?? action;
    const items = repeated === undefined ? [undefined] : put.items(repeated.list);
    return items.map((item) => ({
      at,
      item,
      body,
      name: textIn(put.render(body.Identifier ?? "", item)),
    }));
  });
}
