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
};

describe("A report's page", () => {
  it("needs nothing from elsewhere, and runs nothing", () => {
    const page = reportPage(report, "Contacts of prod");
    expect(page).not.to.match(/<script|<link|<img|https?:|@import|url\(/);
    expect(page).to.include("=1+1 &lt;script&gt;");
    expect(page).to.include("Sunday: 4 queued, 75.0 % service level");
  });
});

describe("A report's tables", () => {
  it("have percent, minutes and hours, and give the terminal no order", () => {
    const text = reportTables(report);
    expect(text).to.match(/│ Sunday .* 4 │ .* 3 │ .* 1 │ .* 75\.0 % │ .* 1:01 │ .* 1:01:01 │/);
    expect(text).not.to.include("\u001b");
  });
});

describe("A report as CSV", () => {
  it("has a row a group and one in total, and no formula", () => {
    const [head, queue, , total] = reportCsv(report).split("\n");
    expect(head).to.match(/^by,group,created,queued,handled,/);
    expect(queue).to.match(/^queue,"'=1\+1 .*,5,4,3,1,0,0,0,0,0\.75,61\.4,,3661,5,,0$/);
    expect(total).to.match(/^total,,5,4,3,/);
  });
});
