import { expect } from "chai";

import type { Figures, Report } from "../../../commands/report/figures";
import { reportCsv } from "../../../commands/report/csv";
import { reportPage } from "../../../commands/report/page";
import { reportTables } from "../../../commands/report/tables";

const figures: Figures = {
  value: '=1+1 <script>"\u001b[2J',
  created: 5,
  queued: 4,
  handled: 3,
  abandoned: 1,
  callbacks: 0,
  callbacksHandled: 0,
  transferredIn: 0,
  transferredOut: 0,
  serviceLevel: 0.75,
  averageQueueAnswerSeconds: 61.4,
  averageQueueAbandonSeconds: null,
  longestWaitSeconds: 3661,
  averageInteractionSeconds: 5,
  averageHoldSeconds: null,
  averageAfterContactWorkSeconds: 0,
};

const report: Report = {
  by: {
    queue: [figures],
    agent: [],
    halfHour: [],
    weekday: [{ ...figures, value: "7" }],
    key: [],
  },
  total: figures,
  hangUps: [{ place: "in the queue", queue: figures.value, callers: 1, averageWaitSeconds: 9 }],
  agentScores: [
    {
      agent: figures.value,
      form: "Calls",
      evaluations: 2,
      averageScore: 0.875,
      lowestScore: 0,
      automaticFails: 1,
    },
  ],
  questionScores: [
    {
      form: "Calls",
      questionId: "greeting",
      question: "Was the caller greeted?",
      answers: 3,
      notApplicable: 1,
      averageScore: 0.5,
      lowestScore: 0.25,
      automaticFails: 0,
    },
  ],
};

describe("A report's page", () => {
  it("needs nothing from elsewhere, and runs nothing", () => {
    const page = reportPage(report, "Contacts of prod");
    expect(page).not.to.match(/<script|<link|<img|https?:|@import|url\(/);
    expect(page).to.include("=1+1 &lt;script&gt;");
    expect(page).to.include("Sunday: 4 queued, 75.0 % service level");
    expect(page).to.match(/Scores by agent[^]*87\.5 %[^]*Was the caller greeted\?[^]*50\.0 %/);
  });
});

describe("A report's tables", () => {
  it("have percent, minutes and hours, and give the terminal no order", () => {
    const text = reportTables(report);
    expect(text).to.match(/│ Sunday .* 4 │ .* 3 │ .* 1 │ .* 75\.0 % │ .* 1:01 │ .* 1:01:01 │/);
    expect(text).to.match(/│ Calls +│ +2 │ +87\.5 % │ +0\.0 % │ +1 │/);
    expect(text).to.match(/│ Calls │ Was the caller greeted\? │ +3 │ +1 │ +50\.0 % │ +25\.0 % │/);
    expect(text).not.to.include("\u001b");
  });
});

describe("A report as CSV", () => {
  it("has a row a group and one in total, and no formula", () => {
    const [head, queue, , total, agent, question] = reportCsv(report).split("\n");
    expect(head).to.match(/^by,group,created,queued,handled,/);
    expect(queue).to.match(/^queue,"'=1\+1 .*,5,4,3,1,0,0,0,0,0\.75,61\.4,,3661,5,,0,{8}$/);
    expect(total).to.match(/^total,,5,4,3,/);
    expect(agent).to.match(/^score of agent,"'=1\+1 .*,Calls,,2,,,0\.875,0,1$/);
    expect(question).to.match(/^score of question,Was .*,Calls,greeting,,3,1,0\.5,0\.25,0$/);
  });
});
