import { judge } from "../verdict";
import { type Flow, flowBlocks, flowsOf, judgeActions, reachable, read } from "./flow";
import type { Predicate } from "./predicate";

/** Plain JSON of the language's version, in which every action is named once and every exit leads on. */
export const flowGraph: Predicate = (stack) =>
  judge(flowBlocks(stack), (block) => {
    const flow = read(block);
    if (flow === undefined) {
      return ["content must be plain JSON: neither validate nor plan look into it"];
    }
    const ids = flow.actions.map(({ id }) => id);
    const targets = [flow.start, ...flow.actions.flatMap(({ exits }) => exits.map(({ to }) => to))];
    return [
      ...(flow.version === "2019-10-30" ? [] : ["Version must be 2019-10-30"]),
      ...ids.filter((id, at) => ids.indexOf(id) !== at).map((id) => `"${id}" must be there once`),
      ...targets.filter((to) => !ids.includes(to)).map((to) => `"${to}" must be there`),
    ];
  });

export const flowReachable: Predicate = (stack) =>
  judge(flowsOf(stack), (flow) => {
    const reached = reachable(flow, flow.start).add(flow.start);
    return flow.actions
      .filter(({ id }) => !reached.has(id))
      .map(({ id }) => `"${id}" must be reachable`);
  });

/** A circle that takes neither of the `breakers` runs as long as the caller pays. */
export const flowCycles: Predicate = (stack, { breakers }) =>
  judge(flowsOf(stack), (flow) => {
    const unbroken: Flow = {
      ...flow,
      actions: flow.actions.filter(({ type }) => !(breakers as string[]).includes(type)),
    };
    return unbroken.actions
      .filter(({ id }) => reachable(unbroken, id).has(id))
      .map(({ id }) => `"${id}" must not come again without a ${(breakers as string[]).join("/")}`);
  });

export const flowTerminal: Predicate = (stack, { terminals }) =>
  judgeActions(stack, [], ({ type, exits }) =>
    exits.length === 0 && !(terminals as string[]).includes(type)
      ? `must lead on: ${type} does not end a flow`
      : undefined,
  );
