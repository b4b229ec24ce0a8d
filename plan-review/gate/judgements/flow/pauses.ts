import { all, type FlowChange } from "./changes.ts";
import { ANY_WAY, type Block, type Flow, flowIn, reached } from "./graph.ts";
import { promptsOf, ssmlOf } from "./speech.ts";

/** Seconds that all flows of a plan together may let callers wait for nothing beyond what they did. */
const MOST_SECONDS = 60;

/** How often a block may be repeated by loops, one in the other. */
const MOST_ROUNDS = 10;

/** Seconds for which a recording is taken: how long it is, no plan shows. */
const RECORDING = 20;

/** Flows whose content is judged. */
const FLOWS = ["aws_connect_contact_flow", "aws_connect_contact_flow_module"];

/**
 * What keeps callers from somebody: pauses in a chain, be it through several flows, and loops within loops.
 * What callers hear while they are in a queue isn't among it.
 */
export function pauses({ address, before, after, context }: FlowChange): readonly string[] {
  if (context.firstApply) return [];
  const others = context.resources.filter(
    (each) => each.address !== address && FLOWS.includes(each.type),
  );
  const secondsOf = (contents: readonly unknown[]) =>
    contents.reduce((sum: number, each) => sum + secondsIn(flowIn(each)), 0);
  const added = secondsIn(after) - secondsIn(before);
  const all =
    added +
    secondsOf(others.map((each) => context.text(each, ["content"]))) -
    secondsOf(others.map((each) => each.before?.content));
  const rounds = repeatedIn(after).filter(
    ([block, times]) =>
      times > Math.max(MOST_ROUNDS, new Map(repeatedById(before)).get(block.id) ?? 0),
  );
  return [
    ...(added > 0 && !(all <= MOST_SECONDS)
      ? [`${added} seconds of pauses (${MOST_SECONDS} more at most, in all flows together)`]
      : []),
    ...rounds.map(([{ id }, times]) => `${id} ${times} times (${MOST_ROUNDS} at most)`),
  ];
}

const secondsIn = (flow: Flow | undefined): number =>
  flow === undefined
    ? 0
    : repeatedIn(flow).reduce((sum, [block, times]) => sum + times * secondsOf(block), 0);

const BREAK = /<break[^>]*?time\s*=\s*["']\s*([\d.]+)\s*(m?)s/g;

/** How long a block lets callers wait; one whose seconds can't be read, for ever. */
function secondsOf(block: Block): number {
  const { type, parameters } = block;
  if (type === "Wait") {
    const seconds = Number(parameters.TimeLimitSeconds);
    return Number.isNaN(seconds) ? Number.POSITIVE_INFINITY : seconds;
  }
  // It plays in a queue until somebody answers.
  if (type === "MessageParticipantIteratively") return 0;
  return promptsOf(block).reduce((sum, prompt) => {
    const breaks = [...ssmlOf(prompt).matchAll(BREAK)].map(
      ([, time, milli]) => Number(time) / (milli === "m" ? 1000 : 1),
    );
    const isPlayed = type === "MessageParticipant" && prompt.PromptId !== undefined;
    return sum + breaks.reduce((all, each) => all + each, isPlayed ? RECORDING : 0);
  }, 0);
}

/** The blocks that callers can come to, with how often loops lead them there. */
function repeatedIn(flow: Flow): readonly (readonly [Block, number])[] {
  const blocks = all(flow);
  const loops = blocks
    .filter(({ type }) => type === "Loop")
    .map((loop) => {
      const isLoop = (block: Block) => block === loop;
      const first = loop.exits.filter(({ by }) => by === "Equals ContinueLooping");
      const body = [
        ...reached(
          flow,
          first.map(({ to }) => to),
          ANY_WAY,
          isLoop,
        ),
      ].filter((block) =>
        reached(
          flow,
          block.exits.map(({ to }) => to),
          ANY_WAY,
        ).has(loop),
      );
      return { body: new Set(body), times: Number(loop.parameters.LoopCount) || 1 };
    });
  return blocks.map((block) => {
    const around = loops.filter(({ body }) => body.has(block));
    return [block, around.reduce((product, { times }) => product * times, 1)] as const;
  });
}

const repeatedById = (flow: Flow) =>
  repeatedIn(flow).map(([block, times]) => [block.id, times] as const);
