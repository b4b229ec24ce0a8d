import { expect } from "chai";

import { commentText } from "../../../plan-review/report/comment-text";
import { parseServiceChanges, serviceSection } from "../../../plan-review/report/service-changes";

const WORSE = {
  queue: "Business Consulting",
  start: "2026-12-01T10:00",
  serviceLevel: [0.82, 0.614],
} as const;

describe("What a pull request says of the service to expect", () => {
  it("is a line for each queue whose service changes", () => {
    const gone = { queue: "Customer Service", serviceLevel: [0.9, null] } as const;
    expect(serviceSection([WORSE, gone])).to.equal(
      [
        "### Service, forecast by the change's own code",
        "",
        "- expected service 82 % → 61 % (Business Consulting, Tuesday 10:00)",
        "- expected service 90 % → – (Customer Service, over all)",
      ].join("\n"),
    );
  });

  it("is nothing where none does", () => {
    expect(serviceSection([])).to.equal("");
    const parts = { reviews: [], flows: [], costs: [], commit: "0".repeat(40), run: "https://run" };
    expect(commentText({ ...parts, service: [] })).not.to.include("expected service");
    expect(commentText({ ...parts, service: [WORSE] })).to.include("- expected service 82 %");
  });

  it("is read from what a pull request's own code wrote, and nothing else is taken", () => {
    expect(parseServiceChanges(JSON.stringify([WORSE]))).to.deep.equal([WORSE]);
    const wrong: readonly unknown[] = [
      {},
      [null],
      [{ ...WORSE, queue: "" }],
      [{ ...WORSE, queue: "x".repeat(128) }],
      [{ ...WORSE, start: "Tuesday\n# more" }],
      [{ ...WORSE, start: "2026-13-01T10:00" }],
      [{ ...WORSE, start: null }],
      [{ ...WORSE, serviceLevel: [1] }],
      [{ ...WORSE, serviceLevel: ["1", "2"] }],
      [{ ...WORSE, serviceLevel: [0.5, 1.5] }],
      [{ ...WORSE, serviceLevel: [-0.5, 1] }],
      [{ queue: "Service" }],
    ];
    for (const each of wrong) {
      expect(() => parseServiceChanges(JSON.stringify(each)), JSON.stringify(each)).to.throw(
        "must be a list of service levels",
      );
    }
    expect(() => parseServiceChanges("{")).to.throw();
  });

  it("takes no mention, link or new line from a queue's name", () => {
    const line = serviceSection([{ ...WORSE, queue: "@everybody <b>\n# https://evil.example" }]);
    const [, , told = "", ...others] = line.split("\n");
    expect(others).to.deep.equal([]);
    expect(told.replace(/`[^`]*`/g, "")).not.to.match(/[@<#]|https/);
  });
});
