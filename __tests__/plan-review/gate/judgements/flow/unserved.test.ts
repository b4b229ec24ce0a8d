import { expect } from "chai";

import { unserved } from "../../../../../plan-review/gate/judgements/flow/unserved";
import { block, change, end, queue, there, transfer } from "./written";

const user = there("aws_connect_user.u", { routing_profile_id: "p" });
/** A profile that has the calls of `a` after some seconds. */
const profile = (delay: number, channel = "VOICE") =>
  there("aws_connect_routing_profile.p", {
    routing_profile_id: "p",
    queue_configs: [{ channel, delay, priority: 1, queue_id: "a" }],
  });
const QUEUE = "aws_connect_queue.a";
const queues = [there(QUEUE, { arn: "a", queue_id: "a" })];
const led = [queue("a"), transfer(), end];
const said = (
  others: Parameters<typeof there>[1][] | readonly ReturnType<typeof there>[],
  before = [end],
  after = led,
) =>
  unserved(
    change(before, after, { others: [...queues, ...(others as ReturnType<typeof there>[])] }),
  );

describe("a queue to which a flow leads callers", () => {
  it("is one whose calls somebody gets soon", () => {
    expect(said([user, profile(60)])).to.deep.equal([]);
    expect(said([user, profile(61)])).to.deep.equal([QUEUE]);
    expect(said([user, profile(0, "CHAT")])).to.deep.equal([QUEUE]);
    expect(said([user])).to.deep.equal([QUEUE]);
    expect(
      said([there("aws_connect_user.u", { routing_profile_id: "q" }), profile(0)]),
    ).to.deep.equal([QUEUE]);
  });

  it("may be one of a routing profile that the plan makes, once somebody has it", () => {
    const made = (delay: number) => ({ ...profile(delay), actions: ["create"], before: null });
    const idle = there("aws_connect_user.u", { routing_profile_id: "q" });
    const more = (username: string, routing_profile_id: string) => {
      const after = { ...there(`aws_connect_user.${username}`, { routing_profile_id }) };
      return { ...after, actions: ["create"], before: null };
    };
    expect(said([idle, made(0)])).to.deep.equal([QUEUE]);
    expect(said([user, made(60)])).to.deep.equal([]);
    expect(said([user, made(61)])).to.deep.equal([QUEUE]);
    expect(said([idle, more("new", "p"), made(0)])).to.deep.equal([]);
    expect(said([idle, more("new", "q"), made(0)])).to.deep.equal([QUEUE]);
  });

  it("is it for callbacks, too, and may be one to which the flow led", () => {
    const back = block("back", "CreateCallbackContact", { QueueId: "a" });
    expect(said([user], [end], [back, end])).to.deep.equal([QUEUE]);
    expect(
      said([user], [end], [block("looks", "CheckMetricData", { QueueId: "a" }), end]),
    ).to.deep.equal([]);
    expect(said([user], led, [queue("a"), ...led.slice(1)])).to.deep.equal([]);
  });

  it("may be any before the center is in service", () => {
    const first = change([end], led, { others: [...queues, user] }, true);
    expect(unserved(first)).to.deep.equal([]);
  });

  it("can't be told without users, and is judged elsewhere if it isn't of the stack", () => {
    expect(said([profile(3600)])).to.deep.equal([]);
    expect(said([user], [end], [queue("foreign"), transfer(), end])).to.deep.equal([]);
  });
});
