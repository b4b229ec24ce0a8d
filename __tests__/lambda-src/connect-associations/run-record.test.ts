import { expect } from "chai";

import { RunRecord, toRun } from "../../../lambda-src/connect-associations/run-record";
import { faultyConnect } from "../../support/faulty-connect";

const NAME = "/connect-associations/agentStatuses";
const NOW = new Date("2026-12-01T12:00:00Z");

describe("The record of runs", () => {
  const under = faultyConnect();
  const record = () => new RunRecord(under.ssm(), NAME);
  const content = () => JSON.parse(under.parameters.value(NAME) ?? "") as unknown;
  const nothing = () => Promise.resolve();
  beforeEach(() => {
    under.parameters.put(NAME, '{"owned":[]}');
  });

  it("holds what is owned and what is going to be while a run is under way, and no run", async () => {
    let meanwhile: unknown;
    await record().during("run 1", ["kept", "dropped"], ["new", "kept"], () => {
      meanwhile = content();
      return Promise.resolve();
    });
    expect(meanwhile).to.deep.equal({ owned: ["dropped", "new", "kept"] });
    expect(content()).to.deep.equal({ run: "run 1", owned: ["new", "kept"] });
    expect(await record().read()).to.deep.include({ run: "run 1", owned: ["new", "kept"] });
  });

  it("stays like that where the run fails", async () => {
    const failure = new Error("broken");
    const error: unknown = await record()
      .during("run 2", ["dropped"], ["new"], () => Promise.reject(failure))
      .catch((caught: unknown) => caught);
    expect(error).to.equal(failure);
    expect(content()).to.deep.equal({ owned: ["dropped", "new"] });
  });

  it("makes neither of two runs at the same time one that ended well", async () => {
    const errors: unknown[] = [];
    await record()
      .during("slow", ["a"], ["b"], async () => {
        await record()
          .during("quick", ["a"], ["c"], nothing)
          .catch((error: unknown) => errors.push(error));
      })
      .catch((error: unknown) => errors.push(error));
    expect(errors.map(String)).to.deep.equal([
      "Error: another run was under way at the same time: apply again",
    ]);
    expect(content()).to.deep.equal({ owned: ["c", "a", "b"] });
  });

  for (const [what, { value, fault, owned = [] }] of Object.entries({
    "new: Terraform has just made it": {
      value: '{"owned":[]}',
      fault: "no run is on record as ended well",
    },
    "of a run that has not ended": {
      value: '{"owned":["a"]}',
      fault: "no run is on record as ended well",
      owned: ["a"],
    },
    "of a run without a name": {
      value: '{"run":1,"owned":["a"]}',
      fault: "no run is on record as ended well",
      owned: ["a"],
    },
    "no JSON": { value: "none", fault: "the record of what was set can't be read" },
    "cut off": { value: '{"owned":["a', fault: "the record of what was set can't be read" },
    "JSON of another shape": { value: "[]", fault: "the record of what was set can't be read" },
    "no object": { value: "null", fault: "the record of what was set can't be read" },
    "a list of other things": {
      value: '{"run":"x","owned":["a",1]}',
      fault: "the record of what was set can't be read",
    },
    deleted: { value: undefined, fault: "there is no record of what was set" },
  } as Record<string, { value: string | undefined; fault: string; owned?: string[] }>)) {
    it(`asks for a run where it is ${what}`, async () => {
      under.parameters.delete(NAME);
      if (value !== undefined) under.parameters.put(NAME, value);
      const last = await record().read();
      expect(last.owned).to.deep.equal(owned);
      expect(toRun(last, [], NOW)).to.equal(`2026-12-01T12:00:00.000Z ${fault}`);
      expect(toRun(last, ["a is missing"], NOW)).to.equal(
        `2026-12-01T12:00:00.000Z ${fault}; a is missing`,
      );
    });
  }

  it("answers with the last run where nothing differs, and with a new one and the reasons else", () => {
    const last = { run: "the last one", owned: [], version: 1 };
    expect(toRun(last, [], NOW)).to.equal("the last one");
    expect(toRun(last, ["a is missing", "b too"], NOW)).to.equal(
      "2026-12-01T12:00:00.000Z a is missing; b too",
    );
    expect(toRun(last, ["x".repeat(2000)], NOW)).to.have.length(1000);
  });

  it("leaves out what an advanced parameter has no room for, never what is to be taken back", async () => {
    const ids = (what: string, count: number) =>
      Array.from({ length: count }, (_, index) => `${what} ${index}`.padEnd(36, "é"));
    const [dropped, wanted] = [ids("dropped", 40), ids("wanted", 400)];
    let meanwhile = "";
    await record().during("run", dropped, wanted, () => {
      meanwhile = under.parameters.value(NAME) ?? "";
      return Promise.resolve();
    });
    expect(Buffer.byteLength(meanwhile)).to.be.within(8192 - 80, 8192);
    const { owned } = JSON.parse(meanwhile) as { owned: string[] };
    expect(owned).to.deep.equal([...dropped, ...wanted].slice(0, owned.length));
    expect(owned.length).to.be.above(dropped.length);
    expect(Buffer.byteLength(under.parameters.value(NAME) ?? "")).to.be.within(8192 - 80, 8192);
  });

  it("has room for as many agent statuses as an instance has, whatever they are called", async () => {
    const names = Array.from({ length: 50 }, (_, index) => `${index}`.padEnd(127, "x"));
    await record().during("r".repeat(1000), [], names, nothing);
    expect(content()).to.deep.equal({ run: "r".repeat(1000), owned: names });
  });

  it("fails a plan where it may not be read, since nothing could be said then", async () => {
    under.faults.set({ errors: 1 });
    const error: unknown = await record()
      .read()
      .catch((caught: unknown) => caught);
    expect(error).to.be.instanceOf(Error);
  });
});
