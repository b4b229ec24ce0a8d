import { kwglobalFlows } from "../../commands/support/kwglobal-center";

/** The flow that answers the number. */
export const MAIN_MENU = "KWGlobal Main Menu";

/** The flow of who waits in a queue. */
export const IN_QUEUE = "KWGlobal callback in queue";

/** The flow of calls that agents make, which queues may name. */
export const OUTBOUND = "KWGlobal outbound";

interface Action {
  readonly Identifier: string;
  readonly Parameters?: {
    readonly Text?: string;
    readonly Messages?: readonly { readonly Text?: string }[];
  };
}

/**
 * What a block of KWGlobal's flows says, as it is deployed: tests that are about something else don't
 * quote it, so that a prompt can be changed without them.
 *
 * @param block - Its name.
 * @param flow - Its flow's name; the main menu unless given.
 */
export function saidBy(block: string, flow = MAIN_MENU): string {
  const content = kwglobalFlows().find(({ name }) => name === flow)?.content ?? "{}";
  const { Actions: actions = [] } = JSON.parse(content) as { Actions?: readonly Action[] };
  const { Text: text, Messages: messages = [] } =
    actions.find(({ Identifier: name }) => name === block)?.Parameters ?? {};
  const said = text ?? messages.find(({ Text: each }) => each !== undefined)?.Text;
  if (said === undefined) throw new Error(`no block "${block}" of "${flow}" says anything`);
  return said;
}
