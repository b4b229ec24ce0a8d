import { expect } from "chai";

import { judge } from "../../../../plan-review/gate/judge";
import { type ChangeJson, planOf } from "../../../support/plans";

const same = (address: string, values: object): ChangeJson => ({
  ...{ address, actions: ["no-op"], before: values, after: values },
});

const config = (queue_id: string, delay: number | undefined) => ({
  ...{ queue_id, channel: "VOICE", priority: 1 },
  ...(delay !== undefined && { delay }),
});
const QUEUE = same("aws_connect_queue.sales", { queue_id: "sales", name: "Sales" });
const MARY = same("aws_connect_user.mary", { name: "mary", routing_profile_id: "p" });

/** What is said where Mary's profile has other queues. */
const said = (before: readonly object[], after: readonly object[], ...others: ChangeJson[]) => {
  const profile: ChangeJson = {
    ...{ address: "aws_connect_routing_profile.p", actions: ["update"] },
    before: { name: "p", queue_configs: before },
    after: { name: "p", queue_configs: after },
  };
  const all = [...others, QUEUE, MARY, profile];
  const changes = all.filter(
    ({ address }, index) => all.findIndex((each) => each.address === address) === index,
  );
  return judge(planOf(changes)).refused.map(({ happens }) => happens);
};

const lost =
  "leaves the calls of aws_connect_queue.sales to nobody who is there now, or to somebody much later";
const other = config("other", 0);

describe("who gets the calls of a queue", () => {
  it("may wait for them for a minute, or as long as before", () => {
    expect(said([config("sales", 0)], [config("sales", 60)])).to.deep.equal([]);
    expect(said([config("sales", 0)], [config("sales", 61)])).to.deep.equal([lost]);
    expect(said([config("sales", 600)], [{ ...config("sales", 600), priority: 2 }])).to.deep.equal(
      [],
    );
    expect(said([config("sales", 600)], [config("sales", 601)])).to.deep.equal([lost]);
    expect(said([config("sales", undefined)], [config("sales", 60)])).to.deep.equal([]);
  });

  it("must be somebody", () => {
    expect(said([config("sales", 0), other], [other])).to.deep.equal([lost]);
    expect(
      said([config("sales", 0), other], [{ ...config("sales", 0), channel: "CHAT" }, other]),
    ).to.deep.equal([lost]);
  });

  it("needn't be anybody where the queue goes", () => {
    const gone: ChangeJson = {
      ...{ address: "aws_connect_queue.sales", actions: ["delete"] },
      before: { queue_id: "sales", name: "Sales" },
    };
    expect(said([config("sales", 0), other], [other], gone)).to.deep.equal([]);
  });

  const profile = same("aws_connect_routing_profile.p", {
    ...{ name: "p", routing_profile_id: "p", queue_configs: [config("sales", 0)] },
  });
  const gone: ChangeJson = { ...MARY, actions: ["delete"], after: null };
  const of = (...changes: ChangeJson[]) =>
    judge(planOf([QUEUE, profile, ...changes])).refused.map(({ happens }) => happens);
  const peter = { name: "peter", routing_profile_id: "p" };

  it("may go where somebody else has them who is there", () => {
    expect(of(gone)).to.deep.equal([lost]);
    expect(of(gone, same("aws_connect_user.peter", peter))).to.deep.equal([]);
    const ghost: ChangeJson = {
      ...{ address: "aws_connect_user.peter", actions: ["create"], after: peter },
    };
    expect(of(gone, ghost)).to.deep.equal([lost]);
    expect(of(MARY, ghost)).to.deep.equal([]);
  });

  it("stay in the order of the priorities, or become the same", () => {
    const ranked = (sales: number, help: number) => [
      { ...config("sales", 0), priority: sales },
      { ...config("help", 0), priority: help },
    ];
    const help = same("aws_connect_queue.help", { queue_id: "help", name: "Help" });
    const turned = "offers calls of aws_connect_queue.help before those of aws_connect_queue.sales";
    expect(said(ranked(1, 2), ranked(2, 1), help)).to.deep.equal([turned]);
    expect(said(ranked(1, 2), ranked(2, 2), help)).to.deep.equal([]);
    expect(said(ranked(1, 2), ranked(1, 9), help)).to.deep.equal([]);
    expect(said(ranked(1, 1), ranked(2, 1), help)).to.deep.equal([]);
    expect(said(ranked(1, 2), [config("sales", 0)], help)).not.to.include(turned);
  });

  it("isn't asked of a profile that nobody works with", () => {
    const idle = same("aws_connect_user.mary", { name: "mary", routing_profile_id: "q" });
    expect(said([config("sales", 0), other], [other], idle)).to.deep.equal([]);
  });
});
