import { expect } from "chai";

import { Context } from "../../../../plan-review/gate/context";
import { mailLinks } from "../../../../plan-review/gate/judgements/mail-links";
import { planOf } from "../../../support/plans";
import { said, there, update } from "./judging";

const ALARM = "aws_cloudwatch_metric_alarm.a";
const becomes = (before: string, after: string, ...others: ReturnType<typeof there>[]) =>
  said(
    mailLinks,
    update(ALARM, { alarm_description: before }, { alarm_description: after }),
    others,
  );

describe("a text that is sent by e-mail", () => {
  it("leads nowhere, or where such texts led", () => {
    expect(becomes("x", "Look at docs/reporting.md. Is it well?")).to.deep.equal([]);
    for (const text of ["https://evil.example/a", "www.evil.example", "go to evil.example/login"]) {
      expect(becomes("x", text), text).to.deep.equal(["sends e-mails that lead to evil.example"]);
    }
    expect(becomes("https://Own.example/a", "see own.example/b")).to.deep.equal([]);
    const other = { alarm_description: "//own.example" };
    expect(becomes("x", "//own.example", there(`${ALARM}2`, other))).to.deep.equal([]);
    expect(becomes("x", "//own.example", there("aws_sns_topic.a", other))).to.have.lengthOf(1);
    const told = { input_transformer: [{ input_template: "//own.example" }] };
    expect(
      becomes("x", "//own.example", there("aws_cloudwatch_event_target.t", told)),
    ).to.deep.equal([]);
  });

  it("is the message of an event, too, and any where a center isn't in service", () => {
    const message = (input_template: string) => ({ input_transformer: [{ input_template }] });
    const target = "aws_cloudwatch_event_target.t";
    expect(
      said(mailLinks, update(target, message("x"), message("//evil.example"))),
    ).to.have.lengthOf(1);
    const made = {
      address: ALARM,
      actions: ["create"],
      after: { alarm_description: "//x.example" },
    };
    expect(said(mailLinks, made)).to.have.lengthOf(1);
    const context = new Context(planOf([made]), { firstApply: true });
    const [first] = context.resources;
    expect(first && mailLinks(first, context)).to.deep.equal([]);
  });
});
