import { expect } from "chai";

import {
  type ForecastFigures,
  readForecast,
  serviceChanges,
} from "../../../commands/forecast/changes";
import { deployedCenter } from "../../../commands/forecast/deployed";
import { readScenario } from "../../../commands/forecast/files";
import { asJson } from "../../../commands/forecast/json";
import { Forecaster } from "../../../commands/forecast/simulation/forecast";
import type { Model } from "../../../commands/forecast/simulation/model";
import { ASSUMPTIONS } from "./fixtures";

interface Row {
  readonly queue: string;
  readonly start?: string;
  readonly offered?: number;
  readonly level: number | null;
  readonly range?: readonly [number, number];
}

const row = ({ queue, start, offered = 10, level, range }: Row) => ({
  queue,
  ...(start !== undefined && { start }),
  offered,
  serviceLevel: level,
  serviceLevel95: level === null ? null : (range ?? [level - 0.02, level + 0.02]),
});
const forecastOf = (intervals: readonly Row[], totals: readonly Row[] = []) =>
  readForecast(
    JSON.stringify({ intervals: intervals.map(row), totals: totals.map(row) }),
    "service.json",
  );

const TEN = { queue: "Sales", start: "2026-12-01T10:00" };
const ELEVEN = { queue: "Sales", start: "2026-12-01T11:00" };
const ALL = { queue: "Sales" };

describe("A change of the service that a forecast expects", () => {
  const between = (
    [before, beforeAll = { ...ALL, level: 0.8 }]: readonly [readonly Row[], Row?],
    [after, afterAll = { ...ALL, level: 0.8 }]: readonly [readonly Row[], Row?],
  ) => serviceChanges(forecastOf(before, [beforeAll]), forecastOf(after, [afterAll]));

  it("is that of the half hour that changes most", () => {
    const changes = between(
      [
        [
          { ...TEN, level: 0.82 },
          { ...ELEVEN, level: 0.7 },
        ],
      ],
      [
        [
          { ...TEN, level: 0.61 },
          { ...ELEVEN, level: 0.6 },
        ],
      ],
    );
    expect(changes).to.deep.equal([{ ...TEN, serviceLevel: [0.82, 0.61] }]);
  });

  it("is that of all half hours together where none changes beyond chance", () => {
    const changes = between(
      [[{ ...TEN, level: 0.82, range: [0.7, 0.94] }], { ...ALL, level: 0.8 }],
      [[{ ...TEN, level: 0.72, range: [0.6, 0.84] }], { ...ALL, level: 0.7 }],
    );
    expect(changes).to.deep.equal([{ queue: "Sales", serviceLevel: [0.8, 0.7] }]);
  });

  it("isn't told below 5 points, or within a 95 % interval", () => {
    expect(between([[{ ...TEN, level: 0.82 }]], [[{ ...TEN, level: 0.78 }]])).to.deep.equal([]);
    const wide = { ...TEN, level: 0.6, range: [0.3, 0.9] } as const;
    expect(between([[{ ...TEN, level: 0.82 }]], [[wide]])).to.deep.equal([]);
  });

  it("is told where a queue gets no calls any longer, but not where it hardly got any", () => {
    const none = { ...TEN, offered: 0, level: null };
    expect(between([[{ ...TEN, level: 0.82 }]], [[none]])).to.deep.equal([
      { ...TEN, serviceLevel: [0.82, null] },
    ]);
    const few = { ...TEN, offered: 0.2 };
    expect(between([[{ ...few, level: 1 }]], [[none]])).to.deep.equal([]);
    expect(between([[{ ...few, level: 1 }]], [[{ ...few, level: 0 }]])).to.deep.equal([]);
  });

  it("is told of a queue that is gone, and of one that is new", () => {
    const before = forecastOf([], [{ queue: "Old", level: 0.9 }]);
    const after = forecastOf([], [{ queue: "New", level: 0.4 }]);
    expect(serviceChanges(before, after)).to.deep.equal([
      { queue: "New", serviceLevel: [null, 0.4] },
      { queue: "Old", serviceLevel: [0.9, null] },
    ]);
  });

  for (const [what, text] of [
    ["nothing", ""],
    ["half a forecast", '{"intervals": ['],
    ["a list", "[]"],
    ["one without totals", '{"intervals": []}'],
  ] as const) {
    it(`is refused of ${what}, by the file's name`, () => {
      expect(() => readForecast(text, "before.json")).to.throw(
        "before.json: must be what npm run forecast --json prints",
      );
    });
  }
});

describe("The forecast that the repository keeps", function () {
  this.timeout(60_000);

  const forecastWith = (change: (model: Model) => Model) => {
    const model = change(deployedCenter());
    const scenario = readScenario(model, "forecast/calls.csv", "forecast/staff.csv");
    const assumptions = { ...ASSUMPTIONS, callbackShare: 0.3 };
    return readForecast(
      asJson(new Forecaster(model, scenario, assumptions, 60, 1).forecast()),
      "forecast",
    );
  };
  let kept: ForecastFigures;
  before(() => {
    kept = forecastWith((model) => model);
  });

  it("can be read with the center as it is, and has calls for each of its queues", () => {
    expect(kept.totals.map(({ queue }) => queue)).to.have.members([
      "Customer Service",
      "Business Consulting",
    ]);
  });

  it("says what a delay of a queue does to it, and nothing of what stays", () => {
    expect(serviceChanges(kept, kept)).to.deep.equal([]);
    const delayed = forecastWith((model) => ({
      ...model,
      routingProfiles: model.routingProfiles.map((profile) => ({
        ...profile,
        serves: profile.serves.map((served) =>
          served.priority === 1 && profile.name === "Business Consulting"
            ? { ...served, delaySeconds: 30 }
            : served,
        ),
      })),
    }));
    const [change] = serviceChanges(kept, delayed).filter(
      ({ queue }) => queue === "Business Consulting",
    );
    expect(change?.serviceLevel[0]).to.be.greaterThan(0.4);
    expect(change?.serviceLevel[1]).to.equal(0);
  });
});
