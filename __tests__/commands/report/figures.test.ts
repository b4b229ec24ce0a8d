import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { gzipSync } from "node:zlib";
import { expect } from "chai";
import fc from "fast-check";

import type { Report, Scope } from "../../../commands/report/figures";
import { reportJson } from "../../../commands/report/json";
import { recordFiles } from "../../../commands/report/record-files";
import { reportOn } from "../../../commands/report/run-report";
import { DAY, EARLIER } from "./day";

const SCOPE: Scope = { timeZone: "America/Los_Angeles", serviceLevelSeconds: 20 };

let folder: string;

async function reportOf(files: Record<string, string | Buffer>, scope: Scope = SCOPE) {
  const faults: string[] = [];
  for (const [name, text] of Object.entries(files)) {
    await mkdir(dirname(join(folder, name)), { recursive: true });
    await writeFile(join(folder, name), text);
  }
  const report = await reportOn(await recordFiles(folder), scope, {
    onFault: (fault) => faults.push(fault.replace(`${folder}/`, "")),
    onProgress: () => undefined,
  });
  return { report, faults, json: parsed(report) };
}

type Rows = readonly Record<string, unknown>[];

const parsed = (report: Report) => JSON.parse(reportJson(report)) as Record<string, Rows>;

const lines = (...records: readonly unknown[]): string =>
  records.map((record) => `${JSON.stringify(record)}\n`).join("");

describe("A report on contact records", () => {
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), "records-"));
  });
  afterEach(() => rm(folder, { recursive: true }));

  describe("on a day of one contact of each kind", () => {
    const day = lines(...Object.values(DAY));
    let report: Report;
    let json: Record<string, Rows>;
    before(async () => {
      folder = await mkdtemp(join(tmpdir(), "records-"));
      ({ report, json } = await reportOf({ "a.json": day }));
      await rm(folder, { recursive: true });
    });

    it("has AWS's metrics by queue", () => {
      expect(json.byQueue).to.deep.equal([
        {
          queue: "Consulting",
          // callbackAsked, callback, transferredIn
          queued: 3,
          // callback
          handled: 1,
          // transferredIn
          abandoned: 1,
          callbacks: 1,
          // 15 of 120, 180 and 15 seconds are less than 20
          serviceLevel: 1 / 3,
          averageQueueAnswerSeconds: 180,
          averageInteractionSeconds: 500,
          averageAfterContactWorkSeconds: 100,
          longestWaitSeconds: 180,
        },
        {
          queue: "Service",
          // answered, atTheLimit, abandoned, transferredOut, queueToQueue
          queued: 5,
          // answered, atTheLimit, transferredOut
          handled: 3,
          // abandoned; queueToQueue waits on elsewhere
          abandoned: 1,
          callbacks: 0,
          // 10 and 5 of 10, 20, 60, 5 and 30
          serviceLevel: 2 / 5,
          // 10, 20, 5
          averageQueueAnswerSeconds: 35 / 3,
          // 240, 200, 100
          averageInteractionSeconds: 180,
          // 40, 0 where there is none, 20
          averageAfterContactWorkSeconds: 20,
          longestWaitSeconds: 60,
        },
      ]);
    });

    it("has the same metrics by agent, by key and by half hour in which they ended", () => {
      const counts = (rows: Rows = []) =>
        rows.map((row) => [
          Object.values(row)[0],
          ...[row.queued, row.handled, row.abandoned, row.callbacks],
        ]);
      expect(counts(json.byAgent)).to.deep.equal([
        ["mary", 3, 3, 0, 0],
        ["peter", 1, 2, 0, 1],
      ]);
      expect(counts(json.byKey)).to.deep.equal([
        ["1", 5, 3, 2, 0],
        ["2", 2, 1, 0, 1],
      ]);
      expect(counts(json.byHalfHour)).to.deep.equal([
        ["2026-11-24T09:00", 2, 2, 0, 0],
        ["2026-11-24T09:30", 1, 0, 1, 0],
        ["2026-11-24T10:00", 2, 1, 0, 1],
        ["2026-11-24T11:00", 2, 1, 1, 0],
        ["2026-11-24T11:30", 1, 0, 0, 0],
        ["2026-11-24T12:00", 0, 1, 0, 0],
      ]);
      // 24 November 2026 is a Tuesday.
      expect(counts(json.byWeekday)).to.deep.equal([["2", 8, 5, 2, 1]]);
    });

    it("has transfers, holds and callbacks that were kept in total", () => {
      expect(report.total).to.deep.include({
        created: 10,
        callbacks: 1,
        callbacksHandled: 1,
        transferredIn: 1,
        transferredOut: 2,
        // 60 and 15
        averageQueueAbandonSeconds: 37.5,
        // Only one record has any.
        averageHoldSeconds: 30,
      });
    });

    it("says where callers hung up", () => {
      expect(
        report.hangUps.map(({ place, queue, callers }) => [place, queue, callers]),
      ).to.deep.equal([
        ["before a queue", "", 1],
        ["in the queue", "Consulting", 1],
        // abandoned; queueToQueue
        ["in the queue", "Service", 2],
        ["with an agent", "Consulting", 1],
        ["with an agent", "Service", 1],
      ]);
    });

    it("counts only what ended within the days asked for", async () => {
      const later = await reportOf({ "a.json": day }, { ...SCOPE, from: "2026-11-25" });
      expect(later.report.total).to.include({ created: 0, serviceLevel: null });
      const within = { ...SCOPE, from: "2026-11-24", to: "2026-11-25" };
      expect((await reportOf({}, within)).report.total.created).to.equal(10);
    });

    it("takes another service level and another time zone", async () => {
      const scope = { timeZone: "Asia/Shanghai", serviceLevelSeconds: 21 };
      const { json: other } = await reportOf({ "a.json": day }, scope);
      expect(other.byQueue?.[1]).to.include({ queue: "Service", serviceLevel: 3 / 5 });
      expect(other.byHalfHour?.[0]).to.include({ halfHour: "2026-11-25T01:00" });
    });
  });

  describe("counts a contact once", () => {
    const expected = { queued: 1, handled: 1, averageInteractionSeconds: 240 };

    it("by its latest update, whichever comes first", async () => {
      const both = lines(DAY.answered, EARLIER);
      const { json } = await reportOf({ "a.json": both, "b.json": lines(EARLIER, DAY.answered) });
      expect(json.byQueue?.[0]).to.include(expected);
    });

    it("also where a file was delivered twice", async () => {
      const { json } = await reportOf({
        "a.json": lines(DAY.answered),
        "x/y/a.json": lines(DAY.answered),
      });
      expect(json.byQueue?.[0]).to.include(expected);
    });
  });

  describe("reads records", () => {
    // Each file has contacts of its own, so that none hides behind another's.
    const two = (id: string) =>
      [DAY.answered, DAY.abandoned].map((each, at) => ({ ...each, ContactId: `${id}-${at}` }));
    const shapes: Readonly<Record<string, (id: string) => string | Buffer>> = {
      "a line each": (id) => lines(...two(id)),
      "without the last line's end": (id) => lines(...two(id)).trimEnd(),
      "with Windows' line ends": (id) => lines(...two(id)).replaceAll("\n", "\r\n"),
      "one after the other": (id) =>
        two(id)
          .map((each) => JSON.stringify(each))
          .join(""),
      "over several lines": (id) =>
        two(id)
          .map((each) => JSON.stringify(each, undefined, 2))
          .join("\n"),
      "in an array": (id) => JSON.stringify(two(id)),
      "behind a byte order mark": (id) => `\ufeff${lines(...two(id))}`,
      "compressed.gz": (id) => gzipSync(lines(...two(id))),
      "compressed, by no name": (id) => gzipSync(lines(...two(id))),
      "compressed twice": (id) => gzipSync(gzipSync(lines(...two(id)))),
      "in UTF-16": (id) => Buffer.from(`\ufeff${lines(...two(id))}`, "utf16le"),
      "in UTF-16, the other way round": (id) =>
        Buffer.from(`\ufeff${lines(...two(id))}`, "utf16le").swap16(),
      "in UTF-16 without a mark, compressed": (id) =>
        gzipSync(Buffer.from(lines(...two(id)), "utf16le")),
    };
    it(`however they stand: ${Object.keys(shapes).join(", ")}`, async () => {
      const files = Object.entries(shapes).map(([shape, textOf], at) => {
        return [`year=2026/day=${at}/${shape} [1]`, textOf(shape)] as const;
      });
      const { report, faults } = await reportOf(Object.fromEntries(files));
      expect(faults).to.deep.equal([]);
      const count = Object.keys(shapes).length;
      expect(report.total).to.include({ created: 2 * count, handled: count, abandoned: count });
    });

    it("as far as a file goes that was cut off when it was compressed", async () => {
      const many = Array.from({ length: 500 }, (_, at) => ({
        ...DAY.answered,
        ContactId: `c-${at}`,
      }));
      const packed = gzipSync(lines(...many));
      const { report, faults } = await reportOf({ "a.gz": packed.subarray(0, packed.length - 20) });
      expect(faults).to.have.length.greaterThan(0);
      expect(faults.at(-1)).to.match(/^a\.gz: can't be read on: unexpected end of file/);
      expect(report.total.created).to.be.greaterThan(0);
    });
  });

  describe("tells what it skips, with file and line", () => {
    const good = DAY.answered;
    const text = JSON.stringify(good);
    const half = text.slice(0, 120);
    const other = { ...good, ContactId: "c-other" };

    it("a record that is broken off, and reads the next one", async () => {
      const { report, faults } = await reportOf({ "a.json": `${half}\n${lines(other)}` });
      expect(faults).to.deep.equal(["a.json, line 1: is broken off"]);
      expect(report.total.created).to.equal(1);
    });

    it("one that is broken off right before another", async () => {
      const { report, faults } = await reportOf({
        "a.json": `${half}${lines(other)}${lines(good)}`,
      });
      expect(faults).to.have.length(1);
      expect(report.total.created).to.equal(2);
    });

    it("one that the file ends in", async () => {
      const { report, faults } = await reportOf({ "a.json": `${lines(other)}${half}` });
      expect(faults).to.deep.equal(["a.json, line 2: is broken off"]);
      expect(report.total.created).to.equal(1);
    });

    const wrong: readonly (readonly [string, object, string])[] = [
      ["no id", { ContactId: undefined }, "ContactId is missing"],
      ["an id that is a number", { ContactId: 7 }, "ContactId must be text, got 7"],
      ["a queue that is text", { Queue: "Service" }, 'Queue must be an object, got "Service"'],
      [
        "a negative wait",
        { Queue: { Name: "Service", Duration: -5 } },
        "Queue.Duration must be whole seconds, at most 9 digits, got -5",
      ],
      [
        "a day that isn't",
        { DisconnectTimestamp: "2026-02-30T00:00:00Z" },
        'DisconnectTimestamp must be a moment such as 2026-11-24T17:00:05Z, got "2026-02-30T00:00:00Z"',
      ],
      [
        "no time at all",
        { DisconnectTimestamp: null, InitiationTimestamp: null, LastUpdateTimestamp: null },
        "one of DisconnectTimestamp, InitiationTimestamp, LastUpdateTimestamp must be there",
      ],
    ];
    it(`a record that has ${wrong.map(([what]) => what).join(", ")}`, async () => {
      const records = wrong.map(([, fields]) => ({ ...other, ...fields }));
      const { report, faults } = await reportOf({ "a.json": lines(...records, good) });
      expect(faults).to.deep.equal(
        wrong.map(([, , fault], at) => `a.json, line ${at + 1}: ${fault}`),
      );
      expect(report.total.created).to.equal(1);
    });

    it("what is no JSON, and no object", async () => {
      const { report, faults } = await reportOf({
        "a.txt": `hello\n5\n\n"x"\n[]\n{"a" 1}\n${lines(good)}`,
      });
      expect(faults).to.deep.equal([
        "a.txt, line 1: is no JSON object",
        "a.txt, line 2: is no JSON object",
        "a.txt, line 4: is no JSON object",
        "a.txt, line 6: is no JSON",
      ]);
      expect(report.total.created).to.equal(1);
    });

    for (const [bytes, what] of [
      ["504b0304", "a ZIP archive"],
      ["28b52ffd", "compressed by zstd"],
      ["425a68", "compressed by bzip2"],
    ] as const) {
      it(`a file that is ${what}, by that alone`, async () => {
        const packed = Buffer.concat([Buffer.from(bytes, "hex"), Buffer.from(lines(good))]);
        const { report, faults } = await reportOf({ "a.json": packed, "b.json": lines(other) });
        expect(faults).to.deep.equal([`a.json: is ${what}, which is not read: unpack it first`]);
        expect(report.total.created).to.equal(1);
      });
    }

    it("a file of other data", async () => {
      const { report, faults } = await reportOf({
        "a.bin": Buffer.from([0, 255, 254, 10, 7, 0]),
        "b.json": lines(good),
      });
      expect(faults).to.have.length.greaterThan(0);
      expect(report.total.created).to.equal(1);
    });

    it("nothing of names that look like code", async () => {
      const name = "'; DROP TABLE contacts; --\u0000\u001b[2J<script>${x}{{timeZone}}";
      const { json, faults } = await reportOf({
        "o'brien.json": lines({ ...good, Queue: { ...(good.Queue as object), Name: name } }),
      });
      expect(faults).to.deep.equal([]);
      expect(json.byQueue?.[0]).to.include({ queue: name, handled: 1 });
    });
  });

  it("gives the same figures for any order, any copies, and any way to part the text", async () => {
    const whole = (await reportOf({ "a.json": lines(...Object.values(DAY)) })).report;
    await rm(join(folder, "a.json"));
    const records = [...Object.values(DAY), ...Object.values(DAY), EARLIER];
    const parting = fc.constantFrom("\n", "", " ", "\r\n", "\n\n", "\n}{\n", '\n{"ContactId":"c\n');
    await fc.assert(
      fc.asyncProperty(
        fc.shuffledSubarray(records, { minLength: records.length }),
        fc.array(parting, { minLength: records.length, maxLength: records.length }),
        async (order, partings) => {
          const text = order
            .map((record, at) => JSON.stringify(record) + (partings[at] ?? ""))
            .join("");
          expect((await reportOf({ "a.json": text })).report).to.deep.equal(whole);
        },
      ),
      { numRuns: 8 },
    );
  }).timeout(60_000);

  it("asks for the key that the main menu keeps", async () => {
    const menu = await readFile("flow-templates/main-menu.json", "utf8");
    expect(menu).to.include('"menuKey": "{{menu.key}}"');
  });
});
