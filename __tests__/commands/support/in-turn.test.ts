import { setTimeout as wait } from "node:timers/promises";

import { expect } from "chai";

import { InTurn } from "../../../commands/support/in-turn";

/** Work that lasts until it is let go, and what it was given each time. */
function work() {
  const given: string[][] = [];
  let release = (): void => undefined;
  return {
    given,
    release: () => {
      release();
    },
    run: async (items: readonly string[]) => {
      given.push([...items]);
      await new Promise<void>((resolve) => (release = resolve));
    },
  };
}

describe("Work in turn", () => {
  it("takes together what comes in quick succession, each thing once", async () => {
    const { given, run } = work();
    const inTurn = new InTurn(run, 5);
    inTurn.begin();
    for (const item of ["a", "b", "a"]) inTurn.add(item);
    await wait(15);
    expect(given).to.deep.equal([["a", "b"]]);
  });

  it("takes what comes while it works together for the next time, and never works twice at once", async () => {
    const { given, run, release } = work();
    const inTurn = new InTurn(run, 1);
    inTurn.begin();
    inTurn.add("a");
    await wait(10);
    inTurn.add("b");
    await wait(5);
    inTurn.add("c");
    await wait(10);
    expect(given).to.deep.equal([["a"]]);
    release();
    await wait(10);
    expect(given).to.deep.equal([["a"], ["b", "c"]]);
  });

  it("waits until it is begun, and then does what came before", async () => {
    const { given, run } = work();
    const inTurn = new InTurn(run, 1);
    inTurn.add("a");
    await wait(10);
    expect(given).to.deep.equal([]);
    inTurn.begin();
    await wait(10);
    expect(given).to.deep.equal([["a"]]);
  });

  it("when it is stopped, ends the work that goes on and begins none", async () => {
    const { given, run, release } = work();
    const inTurn = new InTurn(run, 1);
    inTurn.begin();
    inTurn.add("a");
    await wait(10);
    inTurn.add("b");
    let stopped = false;
    const stopping = inTurn.stop().then(() => (stopped = true));
    await wait(10);
    expect(stopped).to.equal(false);
    release();
    await stopping;
    await wait(10);
    expect(given).to.deep.equal([["a"]]);
  });
});
