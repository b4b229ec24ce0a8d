import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";

import { expect } from "chai";

import type { Scope } from "../../../commands/report/figures";
import { recordFiles } from "../../../commands/report/record-files";
import { reportOn } from "../../../commands/report/run-report";
import { contact, DAY } from "./day";
import { evaluation } from "./evaluation";

const SCOPE: Scope = { timeZone: "America/Los_Angeles", serviceLevelSeconds: 20 };

const ARN = "arn:aws:connect:us-west-2:222222222222:instance/i/agent/a-mary";
const marys = contact("c-marys", {
  ...DAY.answered,
  ContactId: "c-marys",
  Agent: { ...(DAY.answered.Agent as object), ARN },
});

const GOOD = evaluation("e-good", {
  contactId: "c-answered",
  score: { percentage: 90 },
  questions: { greeting: 100, help: 80 },
});
const FAILED = evaluation("e-failed", {
  contactId: "c-limit",
  score: { percentage: 0, automaticFail: true },
  questions: { greeting: 50, help: null },
});

describe("The scores of a report", () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), "evaluations-"));
  });
  afterEach(() => rm(folder, { recursive: true }));

  async function scoresOf(files: Record<string, unknown>, scope: Scope = SCOPE) {
    const faults: string[] = [];
    for (const [name, value] of Object.entries(files)) {
      await mkdir(dirname(join(folder, name)), { recursive: true });
      const text = typeof value === "string" ? value : JSON.stringify(value, undefined, 2);
      await writeFile(join(folder, name), text);
    }
    const report = await reportOn(await recordFiles(folder), scope, {
      onFault: (fault) => faults.push(fault.replace(`${folder}/`, "")),
      onProgress: () => undefined,
    });
    const agents = report.agentScores.map((row) => [row.agent, row.evaluations, row.averageScore]);
    return { report, faults, agents };
  }

  it("are averages by agent, and by question of those who answered it", async () => {
    const { report, faults } = await scoresOf({
      "records/a.json": Object.values(DAY)
        .map((each) => `${JSON.stringify(each)}\n`)
        .join(""),
      "ContactEvaluations/2026/11/24/a.json": GOOD,
      "ContactEvaluations/2026/11/24/b.json": FAILED,
    });
    expect(faults).to.deep.equal([]);
    expect(report.agentScores).to.deep.equal([
      {
        agent: "mary",
        form: "Calls",
        evaluations: 2,
        averageScore: 0.45,
        lowestScore: 0,
        automaticFails: 1,
      },
    ]);
    expect(report.questionScores).to.deep.equal([
      {
        form: "Calls",
        questionId: "greeting",
        question: "Question greeting?",
        answers: 2,
        notApplicable: 0,
        averageScore: 0.75,
        lowestScore: 0.5,
        automaticFails: 0,
      },
      {
        form: "Calls",
        questionId: "help",
        question: "Question help?",
        answers: 1,
        notApplicable: 1,
        averageScore: 0.8,
        lowestScore: 0.8,
        automaticFails: 0,
      },
    ]);
    expect(report.total.created).to.equal(Object.keys(DAY).length);
  });

  it("count an evaluation once, by its latest submission", async () => {
    const again = structuredClone(GOOD) as { metadata: Record<string, unknown> };
    again.metadata.evaluationSubmitTimestamp = "2026-11-24T19:00:00Z";
    again.metadata.score = { percentage: 40 };
    const { agents } = await scoresOf({
      "x/ContactEvaluations/1.json": again,
      "x/ContactEvaluations/2.json": GOOD,
      "x/ContactEvaluations/Evaluations/contact_c/evaluation_e/2026-11-24T19:00:00Z.json": again,
    });
    expect(agents).to.deep.equal([["a-mary", 1, 0.4]]);
  });

  it("are those of any contact's agent, where the judged contact has no record", async () => {
    const { agents } = await scoresOf({ "a.json": marys, "ContactEvaluations/b.json": GOOD });
    expect(agents).to.deep.equal([["mary", 1, 0.9]]);
  });

  it("are found wherever evaluations lie, among records, too", async () => {
    const text = [GOOD, DAY.answered, FAILED].map((each) => JSON.stringify(each)).join("");
    const { agents, faults, report } = await scoresOf({ "mixed.json": text });
    expect(faults).to.deep.equal([]);
    expect(report.total.created).to.equal(1);
    // Nothing names the agent of the second.
    expect(agents).to.deep.equal([
      ["a-mary", 1, 0],
      ["mary", 1, 0.9],
    ]);
  });

  it("are of the local day on which they were submitted", async () => {
    const file = { "ContactEvaluations/a.json": GOOD };
    const on = async (from: string, to: string) =>
      (await scoresOf(file, { ...SCOPE, from, to })).agents.length;
    expect(await on("2026-11-24", "2026-11-25")).to.equal(1);
    expect(await on("2026-11-25", "2026-11-26")).to.equal(0);
  });

  it("tell a form without scores, and nothing where there are no evaluations", async () => {
    const plain = evaluation("e-plain", { contactId: "c", questions: {} });
    const { report } = await scoresOf({ "ContactEvaluations/a.json": plain });
    expect(report.agentScores[0]).to.include({ evaluations: 1, averageScore: null });
    expect(report.questionScores).to.deep.equal([]);
    await rm(join(folder, "ContactEvaluations"), { recursive: true });
    expect((await scoresOf({ "a.json": DAY.answered })).report.agentScores).to.deep.equal([]);
  });

  it("leave out what isn't an evaluation, with its place and what is wrong", async () => {
    const bad = (fields: object) => ({ ...GOOD, ...fields });
    const metadata = GOOD.metadata as object;
    const wrong: readonly (readonly [object, string])[] = [
      [bad({ evaluationId: "" }), "evaluationId is missing"],
      [
        bad({ metadata: null }),
        "metadata.contactId is missing; metadata.evaluationSubmitTimestamp is missing",
      ],
      [
        bad({ metadata: { ...metadata, score: { percentage: 101 } } }),
        "metadata.score.percentage must be a number from 0 to 100, got 101",
      ],
      [
        bad({ metadata: { ...metadata, score: { percentage: -1 } } }),
        "metadata.score.percentage must be a number from 0 to 100, got -1",
      ],
      [bad({ questions: {} }), "questions must be an array, got an object"],
      [bad({ questions: [5] }), "questions[0] must be an object, got 5"],
      [
        bad({ metadata: { ...metadata, evaluationSubmitTimestamp: "yesterday" } }),
        'metadata.evaluationSubmitTimestamp must be a moment such as 2026-11-24T17:00:05Z, got "yesterday"',
      ],
    ];
    const lines = [...wrong.map(([value]) => value), GOOD].map((each) => JSON.stringify(each));
    const half = JSON.stringify(FAILED).slice(0, 80);
    const { faults, agents } = await scoresOf({
      "ContactEvaluations/a.json": `${half}\n${lines.join("\n")}`,
    });
    expect(faults).to.deep.equal([
      "ContactEvaluations/a.json, line 1: is broken off",
      ...wrong.map(([, fault], at) => `ContactEvaluations/a.json, line ${at + 2}: ${fault}`),
    ]);
    expect(agents).to.deep.equal([["a-mary", 1, 0.9]]);
  });
});
