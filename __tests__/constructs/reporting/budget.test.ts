import { expect } from "chai";

import { KWGLOBAL } from "../../../kwglobal";
import { DEV, synthesize } from "../../support/synthesized";

interface Statement {
  readonly Sid?: string;
  readonly Principal?: { readonly Service?: string | readonly string[] };
  readonly Condition?: object;
}

describe("The budget of a day", () => {
  const budgetsOf = (...args: Parameters<typeof synthesize>) =>
    Object.values(synthesize(...args).resources("aws_budgets_budget"));
  const statementsOf = (policy: unknown) =>
    (JSON.parse(String(policy)) as { Statement: readonly Statement[] }).Statement;
  const services = (statements: readonly Statement[]) =>
    statements.flatMap(({ Principal }) => Principal?.Service ?? []);

  it("tells the topic, and nobody else, when a day costs more than the value says", () => {
    const [budget, ...more] = budgetsOf();
    expect(more).to.deep.equal([]);
    expect(budget).to.include({
      time_unit: "DAILY",
      limit_amount: String(KWGLOBAL.reporting.dollarsADay),
      limit_unit: "USD",
    });
    expect(budget?.notification).to.deep.equal([
      {
        comparison_operator: "GREATER_THAN",
        notification_type: "ACTUAL",
        subscriber_sns_topic_arns: ["${aws_sns_topic_policy.notifications_policy.arn}"],
        threshold: 100,
        threshold_type: "PERCENTAGE",
      },
    ]);
  });

  it("may write to the topic on the account's behalf, and use its key", () => {
    const center = synthesize();
    const topic = statementsOf(
      center.resource("aws_sns_topic_policy.notifications_policy").policy,
    ).find(({ Sid }) => Sid === "Budget");
    expect(JSON.stringify(topic?.Condition)).to.match(/aws:SourceAccount.*aws:SourceArn/);
    expect(services(statementsOf(center.resource("aws_kms_key.encryption_key").policy))).to.include(
      "budgets.amazonaws.com",
    );
  });

  it("is none, with no rights of it, where nobody is told or the value has none", () => {
    const { dollarsADay: _none, ...reporting } = KWGLOBAL.reporting;
    const quiet = [
      [{}, { ...DEV, alarmEmails: [] }],
      [{ reporting }, undefined],
    ] as const;
    for (const [value, environment] of quiet) {
      const center = synthesize(value, ...(environment === undefined ? [] : [environment]));
      expect(center.resources("aws_budgets_budget")).to.deep.equal({});
      expect(JSON.stringify(center.json)).not.to.include("budgets");
    }
  });
});
