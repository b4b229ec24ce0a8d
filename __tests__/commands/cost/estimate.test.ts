import { expect } from "chai";

import { costText } from "../../../commands/cost/cost-text";
import { dollarsOf, estimate, totalOf, type Usage } from "../../../commands/cost/estimate";
import { PRICES, type Price } from "../../../commands/cost/prices";
import { type Block, Configuration } from "../../../commands/docs/configuration";
import { KWGLOBAL } from "../../../kwglobal";
import { OperatorError } from "../../../sandbox/machine/errors";
import { SAML, SWITCHES } from "../../support/switches";
import { DEV, synthesize } from "../../support/synthesized";

const IDLE: Usage = { calls: 0, talkMinutes: 4, waitMinutes: 1, outboundCalls: 0 };
const center = (...args: Parameters<typeof synthesize>) =>
  new Configuration(synthesize(...args).json as Block);
const kwglobal = center();

const month = (usage: Partial<Usage>, of = kwglobal) => estimate(of, { ...IDLE, ...usage });
const part = (costs: ReturnType<typeof month>, what: string) => {
  const found = costs.find((cost) => cost.what.startsWith(what));
  return found === undefined ? 0 : dollarsOf(found);
};

describe("What a month costs", () => {
  it("is the sum of its parts, worked out by hand", () => {
    const costs = month({ calls: 1000 });
    expect(part(costs, "calls in and out")).to.be.closeTo(1000 * 5 * 0.018, 1e-9);
    expect(part(costs, "telephone lines in")).to.be.closeTo(1000 * 5 * 0.0022, 1e-9);
    expect(part(costs, "Contact Lens")).to.be.closeTo(1000 * 4 * 0.015, 1e-9);
    expect(part(costs, "direct numbers")).to.be.closeTo(30 * 0.03, 1e-9);
    const sum = costs.reduce((all, cost) => all + dollarsOf(cost), 0);
    expect(totalOf(costs)).to.be.closeTo(sum, 1e-9);
  });

  it("follows from what is synthesized", () => {
    const { analyticsLanguage: _none, ...unread } = KWGLOBAL.recordings;
    const unanalysed = center({ recordings: unread, contactLensRules: [] });
    expect(part(month({ calls: 9 }, unanalysed), "Contact Lens")).to.equal(0);
    const tollFree = center({ phoneNumber: { ...KWGLOBAL.phoneNumber, type: "TOLL_FREE" } });
    const calls = month({ calls: 10 }, tollFree);
    expect(part(calls, "toll-free numbers")).to.be.closeTo(1.8, 1e-9);
    expect(part(calls, "telephone lines in")).to.be.closeTo(50 * 0.012, 1e-9);
    // Nobody is told of anything in dev, so nothing is watched.
    expect(part(month({}, center({}, { ...DEV, alarmEmails: [] })), "alarms")).to.equal(0);
    expect(part(month({ calls: 9 }), "contact records")).to.be.closeTo(
      9 * 0.000005 * PRICES.streamGigabyte.dollars,
      1e-12,
    );
    const kept = center({ reporting: { ...KWGLOBAL.reporting, contactRecords: false } });
    expect(part(month({ calls: 9 }, kept), "contact records")).to.equal(0);
  });

  it("counts an alarm by the metrics that it looks at", () => {
    const queues = KWGLOBAL.queues.length;
    const alarms = kwglobal.all("aws_cloudwatch_metric_alarm").length;
    // The longest wait is looked at together with the number of calls.
    expect(part(month({}), "alarms")).to.be.closeTo((alarms + queues) * 0.1, 1e-9);
  });

  it("knows every type that a center can hold, and refuses another", () => {
    for (const change of [SWITCHES, SAML]) expect(month({}, center(change))).not.to.deep.equal([]);
    const { json } = synthesize();
    const more = { ...(json.resource as object), aws_nat_gateway: { big: {} } };
    expect(() => month({}, new Configuration({ ...json, resource: more }))).to.throw(
      OperatorError,
      "nobody has said what aws_nat_gateway costs: say it in commands/cost/estimate.ts",
    );
  });

  it("says how old its prices are, and which nobody has read on AWS's page", () => {
    const costs = month({ calls: 10 });
    const soon = costText(costs, new Date("2026-12-07T00:00:00Z"));
    expect(soon).to.include("written down 10 days ago (2026-11-27");
    expect(soon).not.to.include("renew");
    expect(costText(costs, new Date("2027-11-27T00:00:00Z"))).to.include("and renew them");
    for (const { price } of costs) {
      const { read }: Price = PRICES[price];
      expect(soon.includes(`${price},`) || soon.includes(`${price}.`)).to.equal(read === undefined);
    }
  });
});
