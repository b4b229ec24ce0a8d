import { type Block, failed, result } from "../block";

/**
 * Loop: ContinueLooping as often as the count says, DoneLooping once, then from the beginning.
 * @see https://docs.aws.amazon.com/connect/latest/devguide/flow-control-actions-loop.html
 */
export const loop: Block = {
  enter: ({ value, call, prepared }) => {
    const count = Number(value("LoopCount"));
    if (!Number.isInteger(count) || count < 0 || count > 100) {
      return failed();
    }
    const key = `${call.run?.flow ?? ""}/${prepared.action.Identifier}`;
    const rounds = call.loops[key] ?? 0;
    return rounds < count
      ? result("ContinueLooping", { loops: { ...call.loops, [key]: rounds + 1 } })
      : result("DoneLooping", { loops: { ...call.loops, [key]: 0 } });
  },
};
