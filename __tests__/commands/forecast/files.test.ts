import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";

import { expect } from "chai";

import { readScenario } from "../../../commands/forecast/files";
import { modelOf, SALES, SELLERS, SUPPORT } from "./fixtures";

const MODEL = { ...modelOf([SALES, SUPPORT], [SELLERS]), timeZone: "America/Los_Angeles" };
const CALLS = "start,queue,calls,talk_seconds,wrap_seconds,patience_seconds";
const STAFF = "start,routing_profile,agents";

describe("The files of a forecast", () => {
  let folder = "";
  before(() => {
    folder = mkdtempSync(join(tmpdir(), "forecast-"));
  });
  after(() => {
    rmSync(folder, { recursive: true });
  });

  const save = (name: string, content: string | Buffer): string => {
    const file = join(folder, name);
    writeFileSync(file, content);
    return file;
  };
  const read = (
    calls: string | Buffer,
    staff: string | Buffer = `${STAFF}\n2026-11-24T09:00,Sellers,3\n`,
  ) => readScenario(MODEL, save("calls.csv", calls), save("staff.csv", staff));
  const faults = (calls: string | Buffer, staff?: string | Buffer): string[] => {
    try {
      read(calls, staff);
    } catch (error) {
      return (error as Error).message.replaceAll(`${folder}/`, "").split("\nerror: ");
    }
    return [];
  };

  it("are read by the names of their columns, in any order, with local times", () => {
    const { calls, staff } = read(
      '\ufeffcalls,start,"queue",talk_seconds,wrap_seconds,patience_seconds\r\n12.5,2026-11-24T09:30,Sales,180,30,\r\n',
    );
    expect(calls).to.deep.equal([
      {
        interval: { start: "2026-11-24T09:30", at: Date.parse("2026-11-24T17:30:00Z") },
        to: { queue: 0 },
        calls: 12.5,
        talkSeconds: 180,
        wrapSeconds: 30,
      },
    ]);
    expect(staff.map(({ profile, agents }) => ({ profile, agents }))).to.deep.equal([
      { profile: 0, agents: 3 },
    ]);
  });

  it("take numbers as other tools write them", () => {
    const { calls } = read(`${CALLS}\n2026-11-24T09:00,Sales,1e-05,1.5E2,3e+1,\n`);
    expect(calls[0]).to.include({ calls: 0.00001, talkSeconds: 150, wrapSeconds: 30 });
  });

  it("take keys in place of a queue, row by row", () => {
    const { calls } = read(
      `start,queue,key,calls,talk_seconds,wrap_seconds,patience_seconds
2026-11-24T09:00,,1,5,180,0,60
2026-11-24T09:00,Support,,5,180,0,60`,
    );
    expect(calls.map(({ to }) => to)).to.deep.equal([{ keys: "1" }, { queue: 1 }]);
    expect(calls[0]?.interval).to.equal(calls[1]?.interval);
  });

  it("are told all their faults at once, by file, line and field", () => {
    expect(
      faults(
        `${CALLS}
2026-11-24T09:15,Sale,-5,0,x,0
24.11.2026,Sales,5,180,30,60
2026-11-24T09:00,Sales,5,180
2026-03-08T02:30,,5,180,30,60`,
        `${STAFF}
2026-11-24T09:00,Seller,2.5
2026-11-24T09:00,Sellers,2
2026-11-24T09:00,Sellers,3`,
      ),
    ).to.deep.equal([
      'calls.csv, line 2, start: must be local time on the hour or half hour, such as 2026-11-24T09:00, got "2026-11-24T09:15"',
      'calls.csv, line 2, queue: must be one of "Sales", "Support", got "Sale" (did you mean "Sales"?)',
      'calls.csv, line 2, calls: must be a number from 0 to 100000, got "-5"',
      'calls.csv, line 2, talk_seconds: must be a number of seconds above 0 to 86400, got "0"',
      'calls.csv, line 2, wrap_seconds: must be a number of seconds from 0 to 86400, got "x"',
      'calls.csv, line 2, patience_seconds: must be a number of seconds above 0 to 86400, got "0"',
      'calls.csv, line 3, start: must be local time on the hour or half hour, such as 2026-11-24T09:00, got "24.11.2026"',
      "calls.csv, line 4: must have 6 cells, got 4",
      "calls.csv, line 5, start: must be a time that the clock in America/Los_Angeles shows, got 2026-03-08T02:30, which no clock shows that day",
      'calls.csv, line 5, queue: must be one of "Sales", "Support", or key must say what callers press',
      'staff.csv, line 2, routing_profile: must be one of "Sellers", got "Seller" (did you mean "Sellers"?)',
      'staff.csv, line 2, agents: must be a whole number from 0 to 10000, got "2.5"',
      "staff.csv, line 4, routing_profile: must stand there once in each half hour, but an earlier line has it, too",
    ]);
  });

  it("are told what is wrong with their first lines, and with what is no CSV", () => {
    expect(faults("start,queues,calls,calls\n1,2,3,4", "")).to.deep.equal([
      'calls.csv, line 1: column "queues" must be one of start, calls, talk_seconds, wrap_seconds, patience_seconds, queue, key (did you mean "queue"?)',
      "calls.csv, line 1: column calls must stand there once",
      "calls.csv, line 1: column talk_seconds is missing",
      "calls.csv, line 1: column wrap_seconds is missing",
      "calls.csv, line 1: column patience_seconds is missing",
      "calls.csv, line 1: column queue or key is missing",
      "staff.csv: must not be empty",
    ]);
    expect(faults(`${CALLS}\n`)).to.deep.equal([
      "calls.csv: there must be a row below the first line",
    ]);
    expect(faults(`${CALLS}\n2026-11-24T09:00,"Sales,5,180,30,`)).to.deep.equal([
      "calls.csv, line 2: a quote is opened and never closed",
    ]);
    expect(
      faults(Buffer.from(`${CALLS}\n2026-11-24T09:00,Caf\xe9,5,180,30,`, "latin1")),
    ).to.deep.equal(["calls.csv: must be UTF-8: save it as “CSV UTF-8”"]);
    expect(faults(gzipSync(`${CALLS}\n2026-11-24T09:00,Sales,1,2,3,\n`))).to.deep.equal([
      "calls.csv: must be CSV, but it is compressed: unpack it first",
    ]);
    for (const [sign, name] of [
      [";", "semicolons"],
      ["\t", "tabs"],
    ] as const) {
      expect(faults(`${CALLS}\n`.replaceAll(",", sign))).to.deep.equal([
        `calls.csv, line 1: the columns must be separated by commas, got ${name}`,
      ]);
    }
  });

  it("must be there", () => {
    expect(() => readScenario(MODEL, join(folder, "none.csv"), folder)).to.throw(
      /none\.csv: there is no such file\nerror: .*: must be a file, not a folder$/,
    );
  });
});
