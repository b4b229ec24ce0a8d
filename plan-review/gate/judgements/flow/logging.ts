import { all, type FlowChange } from "./changes.ts";
import { ANY_WAY, type Block, type Flow, reached } from "./graph.ts";
import { storesInput } from "./input.ts";

/** Whether the flow's log is turned off, or where it was on. */
export function stopsLogging({ before, after }: FlowChange): boolean {
  const [old, next] = [all(before), all(after)];
  return (
    old.some(logs) &&
    (!next.some(logs) ||
      (next.some(logsNothing) && !old.some(logsNothing)) ||
      next.some((block) => logsNothing(block) && isLogging(before.blocks.get(block.id))))
  );
}

/** Whether what callers key in is written into the flow's log, and wasn't until now. */
export function logsWhatIsKeyedIn(before: Flow, after: Flow): boolean {
  return all(before).some(asks) && !logsInput(before) && logsInput(after);
}

/** Logging is on from the flow's start, and again from where it is turned on. */
function logsInput(flow: Flow): boolean {
  const turnedOn = all(flow).filter(
    ({ type, parameters }) => type === LOGGING && logs({ parameters }),
  );
  const from = [flow.start, ...turnedOn.map(({ id }) => id)];
  return [...reached(flow, from, ANY_WAY, logsNothing)].some(asks);
}

const LOGGING = "UpdateFlowLoggingBehavior";

const logs = ({ parameters }: Pick<Block, "parameters">): boolean =>
  parameters.FlowLoggingBehavior === "Enabled";

const isLogging = (block: Block | undefined): boolean => block !== undefined && logs(block);

const logsNothing = (block: Block): boolean => block.type === LOGGING && !logs(block);

const asks = ({ parameters }: Block): boolean => storesInput(parameters);
