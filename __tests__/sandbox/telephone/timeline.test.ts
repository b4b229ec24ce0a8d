import { expect } from "chai";

import { Timeline } from "../../../sandbox/telephone/timeline";

describe("The time line", () => {
  const started = () => {
    const timeline = new Timeline(1_000_000);
    const happened: string[] = [];
    const agree = (seconds: number, what: string) =>
      timeline.after(seconds, () => happened.push(`${what} at ${timeline.elapsed}`));
    return { timeline, happened, agree };
  };

  it("lets all happen in its order, each at its own moment", () => {
    const { timeline, happened, agree } = started();
    agree(2, "second");
    agree(1, "first");
    agree(2, "third");
    timeline.pass(5000);
    expect(happened).to.deep.equal(["first at 1000", "second at 2000", "third at 2000"]);
    expect(timeline.elapsed).to.equal(5000);
  });

  it("lets also happen what is agreed on the way", () => {
    const { timeline, happened, agree } = started();
    timeline.after(1, () => agree(1, "then"));
    timeline.pass(2000);
    expect(happened).to.deep.equal(["then at 2000"]);
  });

  it("lets nothing happen early, and nothing that was cancelled", () => {
    const { timeline, happened, agree } = started();
    agree(2, "late");
    agree(1, "cancelled")();
    timeline.pass(1999);
    expect(happened).to.deep.equal([]);
  });

  it("moves no appointment when the calendar is set", () => {
    const { timeline, happened, agree } = started();
    agree(3, "kept");
    timeline.pass(1000);
    timeline.set(9_000_000);
    expect(timeline.now).to.equal(9_000_000);
    timeline.pass(2000);
    expect(timeline.now).to.equal(9_002_000);
    expect(happened).to.deep.equal(["kept at 3000"]);
  });
});
