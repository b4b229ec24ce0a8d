import { expect } from "chai";

import { deployedCenter } from "../../../commands/forecast/deployed";
import { Forecaster } from "../../../commands/forecast/simulation/forecast";
import type {
  Assumptions,
  CallRow,
  Interval,
  Model,
  Scenario,
} from "../../../commands/forecast/simulation/model";
import { momentOf } from "../../../contact-flow/hours";
import { ASSUMPTIONS, calls, halfHours, modelOf, SALES, SELLERS, staff, SUPPORT } from "./fixtures";

const forecastOf = (
  model: Model,
  scenario: Scenario,
  assumptions: Partial<Assumptions> = {},
  seed = 1,
) => new Forecaster(model, scenario, { ...ASSUMPTIONS, ...assumptions }, 10, seed).forecast();

const ONE_QUEUE = modelOf([SALES], [SELLERS]);
const [FIRST, SECOND, THIRD] = halfHours(3) as [Interval, Interval, Interval];

describe("A forecast of a center", () => {
  it("is the same for the same seed, and another for another", () => {
    const scenario = {
      calls: calls([FIRST], 0, { calls: 50, talkSeconds: 180 }),
      staff: staff([FIRST], 0, 5),
    };
    const once = forecastOf(ONE_QUEUE, scenario);
    expect(forecastOf(ONE_QUEUE, scenario)).to.deep.equal(once);
    expect(forecastOf(ONE_QUEUE, scenario, {}, 2)).not.to.deep.equal(once);
  });

  it("answers nobody where nobody is at work: who is patient waits, all others hang up", () => {
    const row = { calls: 40, talkSeconds: 60 };
    const patient = forecastOf(ONE_QUEUE, { calls: calls([FIRST], 0, row), staff: [] }).totals[0];
    expect(patient).to.include({ answered: 0, abandoned: 0, occupancy: undefined });
    expect(patient?.serviceLevel?.value).to.equal(0);
    const impatient = forecastOf(ONE_QUEUE, {
      calls: calls([FIRST], 0, { ...row, patienceSeconds: 60 }),
      staff: [],
    }).totals[0];
    expect(impatient?.abandoned).to.equal(impatient?.offered);
    expect(impatient?.averageWaitSeconds?.value).to.be.closeTo(60, 8);
  });

  it("serves those who wait when the last agents end their work, and nobody who calls later", () => {
    const row = { calls: 60, talkSeconds: 120, patienceSeconds: 1e6 };
    const { intervals } = forecastOf(ONE_QUEUE, {
      calls: calls([FIRST, SECOND], 0, row),
      staff: staff([FIRST], 0, 3),
    });
    const [first, second] = intervals;
    expect((first?.answered ?? 0) / (first?.offered ?? 1)).to.be.within(0.99, 1);
    expect(second?.answered).to.equal(0);
    expect(second?.offered).to.be.above(30);
  });

  it("leaves to colleagues who wait when only some agents end their work", () => {
    const { intervals } = forecastOf(ONE_QUEUE, {
      calls: calls([FIRST, SECOND, THIRD], 0, { calls: 60, talkSeconds: 120 }),
      staff: [...staff([FIRST], 0, 8), ...staff([SECOND, THIRD], 0, 4)],
    });
    expect(intervals[0]?.occupancy).to.be.closeTo(0.5, 0.08);
    expect(intervals[2]?.occupancy).to.be.closeTo(1, 0.1);
  });

  it("lets in no more than a queue holds", () => {
    const { totals } = forecastOf(modelOf([{ ...SALES, maxContacts: 2 }], [SELLERS]), {
      calls: calls([FIRST], 0, { calls: 60, talkSeconds: 60 }),
      staff: [],
    });
    expect(totals[0]?.offered).to.equal(2);
    expect(totals[0]?.notQueued).to.be.above(40);
  });

  it("keeps a queue's delay, though agents are ready", () => {
    const late = {
      name: "Late",
      serves: [{ queue: "support", priority: 1, delaySeconds: 15 }],
    };
    const { totals } = forecastOf(modelOf([SALES, SUPPORT], [late]), {
      calls: calls([FIRST], 1, { calls: 20, talkSeconds: 10 }),
      staff: staff([FIRST], 0, 50),
    });
    expect(totals.map(({ queue }) => queue)).to.deep.equal(["Support"]);
    expect(totals[0]?.averageWaitSeconds?.value).to.be.closeTo(15, 0.01);
  });
});

describe("A forecast of KWGlobal's center", () => {
  const model = deployedCenter();
  const halfHour = (start: string): Interval => ({ start, at: momentOf(start, model.timeZone) });
  const tuesday = halfHour("2026-11-24T10:00");
  const pressing = (
    interval: Interval,
    keys: string,
    row: Partial<CallRow> = {},
  ): Scenario["calls"] => [
    { interval, to: { keys }, calls: 40, talkSeconds: 120, wrapSeconds: 0, ...row },
  ];
  const customerService = model.queues.findIndex(({ name }) => name === "Customer Service");
  const agents = (interval: Interval, count: number) => [
    {
      interval,
      profile: model.routingProfiles.findIndex(({ name }) => name === "Customer Service"),
      agents: count,
    },
  ];

  it("takes calls to the queue of the key that they press, as if they came in there", () => {
    const keyed = forecastOf(model, {
      calls: pressing(tuesday, "1"),
      staff: agents(tuesday, 4),
    }).totals;
    const queued = forecastOf(model, {
      calls: [{ ...pressing(tuesday, "1")[0], to: { queue: customerService } } as CallRow],
      staff: agents(tuesday, 4),
    }).totals;
    expect(keyed.map(({ queue }) => queue)).to.deep.equal(["Customer Service"]);
    expect(keyed[0]?.offered).to.equal(queued[0]?.offered);
    expect(keyed[0]?.serviceLevel?.value).to.be.closeTo(queued[0]?.serviceLevel?.value ?? 0, 0.05);
    const other = forecastOf(model, {
      calls: pressing(tuesday, "2", { patienceSeconds: 10 }),
      staff: [],
    }).totals;
    expect(other.map(({ queue }) => queue)).to.deep.equal(["Business Consulting"]);
  });

  it("lets nobody in when it is closed", () => {
    const sunday = halfHour("2026-11-22T10:00");
    const { totals } = forecastOf(model, {
      calls: pressing(sunday, "1"),
      staff: agents(sunday, 4),
    });
    expect(totals[0]).to.include({ queue: "Customer Service", offered: 0, answered: 0 });
    expect(totals[0]?.notQueued).to.be.closeTo(40, 8);
  });

  it("offers callbacks to who waits two minutes, and keeps them when agents are there", () => {
    const later = halfHour("2026-11-24T10:30");
    const scenario = {
      calls: pressing(tuesday, "1"),
      staff: agents(later, 20),
    };
    const [all] = forecastOf(model, scenario, { callbackShare: 1 }).totals;
    expect(all?.callbacks).to.be.above(30);
    expect(all?.callbacksAnswered).to.equal(all?.callbacks);
    expect((all?.answered ?? 0) + (all?.callbacks ?? 0)).to.be.closeTo(all?.offered ?? 0, 1e-9);
    const [none] = forecastOf(model, scenario, { callbackShare: 0 }).totals;
    expect(none).to.include({ callbacks: 0 });
    expect(none?.answered).to.equal(none?.offered);
  });
});
