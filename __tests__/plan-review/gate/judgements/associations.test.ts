import { expect } from "chai";

import { judge } from "../../../../plan-review/gate/judge";
import { type ChangeJson, planOf } from "../../../support/plans";

const ADDRESS = "aws_lambda_invocation.a";

const inputOf = (desired: unknown) => ({ input: JSON.stringify({ desired }) });

/** What is said where one thing was wanted and another one is; undefined is known to the apply only. */
const said = (before: object, after: object | undefined, ...others: ChangeJson[]) =>
  judge(
    planOf([
      {
        address: ADDRESS,
        actions: ["update"],
        before: inputOf(before),
        ...(after ? { after: inputOf(after) } : { after: {}, afterUnknown: { input: true } }),
      },
      ...others,
    ]),
  ).refused.map(({ effect, happens }) => `${String(effect)}: ${happens}`);

const gone = (type: string, name: string): ChangeJson => ({
  address: `${type}.x`,
  actions: ["delete"],
  before: { name },
});
const made = (type: string): ChangeJson => ({
  address: `${type}.x`,
  actions: ["create"],
  after: { name: "X" },
});

describe("what the reconciler is told, of agent statuses", () => {
  const statuses = (...names: string[]) => ({
    kind: "agentStatuses",
    agentStatuses: names.map((name) => ({ name })),
  });

  it("may lose one, and not the last", () => {
    expect(said(statuses("A", "B", "C"), statuses("A", "B"))).to.deep.equal([]);
    expect(said(statuses("A"), statuses("B"))).to.deep.equal([]);
    expect(said(statuses("A", "B", "C"), statuses("A"))).to.deep.equal([
      "disrupt: disables the agent statuses B, C",
    ]);
    expect(said(statuses("A"), statuses())).to.deep.equal([
      "disrupt: disables the agent statuses A",
    ]);
    expect(said(statuses(), statuses())).to.deep.equal([]);
    expect(
      said({ ...statuses(), instanceId: "i" }, { instanceId: "i", ...statuses() }),
    ).to.deep.equal([]);
    expect(said(statuses("A"), statuses("A", "B"))).to.deep.equal([]);
  });

  it("may be ten more, since Connect deletes none", () => {
    const many = (count: number) =>
      statuses(...Array.from({ length: count }, (_, index) => `S${index}`));
    expect(said(many(3), many(13))).to.deep.equal([]);
    expect(said(many(3), many(14))).to.deep.equal(["create: makes 11 agent statuses more"]);
  });

  it("must be known", () => {
    const unknown =
      "disrupt: changes the agent statuses in a way that isn't known before the apply";
    expect(said(statuses("A"), undefined)).to.deep.equal([unknown]);
    expect(said(statuses(), undefined)).to.deep.equal([unknown]);
  });
});

describe("what the reconciler is told, of evaluation forms", () => {
  const forms = (...all: (readonly [title: string, ...questions: string[]])[]) => ({
    kind: "evaluationForms",
    forms: all.map(([title, ...questions]) => ({
      title,
      items: [{ Section: { Items: questions.map((RefId) => ({ Question: { RefId } })) } }],
    })),
  });

  it("may be one more, and other questions up to half", () => {
    expect(said(forms(["A", "1", "2"]), forms(["A", "1", "3"], ["B", "1"]))).to.deep.equal([]);
    expect(said(forms(["A", "1", "2", "3"]), forms(["A", "1"]))).to.deep.equal([
      "disrupt: drops 2 of 3 questions of the form A",
    ]);
  });

  it("may lose none", () => {
    expect(said(forms(["A", "1"], ["B", "1"]), forms(["B", "1"]))).to.deep.equal([
      "disrupt: deactivates the evaluation form A",
    ]);
    expect(said(forms(["A", "1"]), forms())).to.deep.equal([
      "disrupt: deactivates the evaluation form A",
    ]);
  });

  it("must be known, and none twice", () => {
    expect(said(forms(["A", "1"]), undefined)).to.deep.equal([
      "disrupt: changes the evaluation forms in a way that isn't known before the apply",
    ]);
    expect(said(forms(["A", "1"]), forms(["A", "1"], ["A", "1"]))).to.deep.equal([
      "disrupt: tells the function twice of A",
    ]);
  });

  it("are told nothing that no construct writes", () => {
    const [odd] = forms(["A", "1"]).forms;
    expect(
      said(forms(["A", "1"]), {
        ...forms(),
        forms: [{ ...odd, autoEvaluation: true }],
      }),
    ).to.deep.equal(["disrupt: tells the function autoEvaluation, which it isn't told"]);
  });
});

describe("what the reconciler is told, of Contact Lens rules", () => {
  const rules = (...all: object[]) => ({ kind: "contactLensRules", rules: all });
  const spoken = (name: string, saidBy: string, ...words: string[]) => ({ name, saidBy, words });
  const silent = (silencePercent: number) => ({ name: "S", silencePercent });
  const [a, b] = [spoken("A", "AGENT", "x", "y"), spoken("B", "AGENT", "x")];

  it("may be one more, and match other words and more silence within limits", () => {
    expect(said(rules(a), rules(spoken("A", "ANY", "y", "z"), b))).to.deep.equal([]);
    expect(said(rules(silent(40)), rules(silent(70)))).to.deep.equal([]);
    expect(said(rules(silent(40)), rules(silent(10)))).to.deep.equal([]);
  });

  it("may lose none", () => {
    expect(said(rules(a, b), rules(b))).to.deep.equal(["disrupt: deletes the Contact Lens rule A"]);
    expect(said(rules(a), rules())).to.deep.equal(["disrupt: deletes the Contact Lens rule A"]);
  });

  for (const [how, before, after] of [
    ["all words replaced", a, spoken("A", "AGENT", "z")],
    ["no words left", a, spoken("A", "AGENT")],
    ["the words of somebody else", a, spoken("A", "CUSTOMER", "x", "y")],
    ["silence in place of words", { ...a, name: "S" }, silent(1)],
    ["words in place of silence", silent(40), spoken("S", "ANY", "x")],
    ["hardly any call silent enough", silent(40), silent(71)],
  ] as const) {
    it(`may not match other calls: ${how}`, () => {
      expect(said(rules(before), rules(after))).to.deep.equal([
        `disrupt: lets the Contact Lens rule ${before.name} match other calls`,
      ]);
    });
  }

  it("must be known, and none twice", () => {
    expect(said(rules(a), undefined)).to.deep.equal([
      "disrupt: changes the Contact Lens rules in a way that isn't known before the apply",
    ]);
    expect(said(rules(a), rules(a, a))).to.deep.equal(["disrupt: tells the function twice of A"]);
  });
});

describe("what the reconciler is told, of quick connects", () => {
  const queues = (lists: Readonly<Record<string, number>>) => ({
    kind: "queueQuickConnects",
    queues: Object.entries(lists).map(([name, count]) => ({
      name,
      quickConnects: Array.from({ length: count }, (_, index) => ({ name: `Q${index}` })),
    })),
  });

  it("may fall to half, and to none in no queue that stays", () => {
    expect(said(queues({ Sales: 4 }), queues({ Sales: 2 }))).to.deep.equal([]);
    expect(said(queues({ Sales: 4 }), queues({ Sales: 1 }))).to.deep.equal([
      "disrupt: takes the quick connects away from the queues",
    ]);
    expect(said(queues({ Sales: 1, Service: 9 }), queues({ Service: 9 }))).to.deep.equal([
      "disrupt: takes the quick connects away from Sales",
    ]);
    expect(
      said(queues({ Sales: 1, Help: 1, Service: 9 }), queues({ Sales: 0, Service: 9 })),
    ).to.deep.equal(["disrupt: takes the quick connects away from Sales, Help"]);
    expect(said(queues({ Sales: 0, Service: 9 }), queues({ Service: 9 }))).to.deep.equal([]);
  });

  it("belong to a queue by its id, and are known by theirs", () => {
    const of = (queueId: string, name: string, quickConnectId: string) => ({
      kind: "queueQuickConnects",
      queues: [{ name, queueId, quickConnects: [{ name: "Q", quickConnectId }] }],
    });
    const takes = ["disrupt: takes the quick connects away from Sales"];
    expect(said(of("a", "Sales", "q"), of("a", "Care", "q"))).to.deep.equal([]);
    expect(said(of("a", "Sales", "q"), of("b", "Sales", "q"))).to.deep.equal(takes);
    expect(said(of("a", "Sales", "q"), of("a", "Sales", "r"))).to.deep.equal(takes);
    const there = { quick_connect_id: "r" };
    const own = { address: "aws_connect_quick_connect.r", actions: ["no-op"] };
    expect(
      said(of("a", "Sales", "q"), of("a", "Sales", "r"), { ...own, before: there, after: there }),
    ).to.deep.equal([]);
    const byName = { before: { name: "r" }, after: { name: "r" } };
    expect(said(of("a", "Sales", "q"), of("a", "Sales", "r"), { ...own, ...byName })).to.deep.equal(
      [],
    );
    const queue = { ...own, ...byName, address: "aws_connect_queue.r" };
    expect(said(of("a", "Sales", "q"), of("a", "Sales", "r"), queue)).to.deep.equal(takes);
    const other = { before: { name: "s" }, after: { name: "s" } };
    expect(said(of("a", "Sales", "q"), of("a", "Sales", "r"), { ...own, ...other })).to.deep.equal(
      takes,
    );
  });

  it("may go with their queue", () => {
    const [before, after] = [queues({ Sales: 1, Service: 9 }), queues({ Service: 9 })];
    const takes = "disrupt: takes the quick connects away from Sales";
    expect(said(before, after, gone("aws_connect_queue", "Sales"))).to.deep.equal([]);
    expect(said(before, after, gone("aws_connect_queue", "Help"))).to.include(takes);
    expect(said(before, after, gone("aws_connect_quick_connect", "Sales"))).to.include(takes);
    const byId = { ...gone("aws_connect_queue", "x"), before: { queue_id: "Sales" } };
    expect(said(before, after, byId)).to.deep.equal([]);
    const kept = { ...gone("aws_connect_queue", "Sales"), actions: ["no-op"], after: {} };
    expect(said(before, after, kept)).to.include(takes);
  });

  it("must be known, but where a queue or a quick connect is new", () => {
    const before = queues({ Sales: 1 });
    const unknown =
      "disrupt: changes the queues' quick connects in a way that isn't known before the apply";
    expect(said(before, undefined)).to.deep.equal([unknown]);
    expect(said(before, undefined, made("aws_connect_queue"))).not.to.include(unknown);
    expect(said(before, undefined, made("aws_connect_quick_connect"))).not.to.include(unknown);
    expect(said(before, undefined, made("aws_connect_routing_profile"))).to.include(unknown);
    expect(said(before, undefined, gone("aws_connect_queue", "Help"))).to.include(unknown);
    expect(said(before, queues({}), made("aws_connect_queue"))).to.include(
      "disrupt: takes the quick connects away from Sales",
    );
  });
});

describe("what the reconciler is told, of holidays", () => {
  const open = (from: number, to: number) => ({
    Day: "MONDAY",
    StartTime: { Hours: from, Minutes: 0 },
    EndTime: { Hours: to, Minutes: 0 },
  });
  /** So many days in a row, the first of them so many days after New Year. */
  const days = (count: number, config: object[], from = 0) =>
    Array.from({ length: count }, (_, index) => ({
      ...{ name: "Day", config },
      date: new Date(Date.UTC(2027, 0, 1 + from + index)).toISOString().slice(0, 10),
    }));
  const holidays = (closed: number, shorter = 0, name = "Hours") => ({
    kind: "holidays",
    schedules: [
      {
        name,
        holidays: [...days(closed, []), ...days(shorter, [open(9, 12)], closed)],
      },
    ],
  });
  const most = "disrupt: takes most of the holidays away from Hours";
  const closes = "disrupt: closes Hours on more than 20 more days";

  it("may fall to half", () => {
    expect(said(holidays(4), holidays(2))).to.deep.equal([]);
    expect(said(holidays(4), holidays(1))).to.deep.equal([most]);
    expect(said(holidays(5), holidays(2))).to.deep.equal([most]);
    expect(said(holidays(1), holidays(0, 1))).to.deep.equal([]);
    expect(said(holidays(1), { ...holidays(1), schedules: [] })).to.deep.equal([most]);
    expect(said(holidays(0), holidays(0))).to.deep.equal([]);
  });

  it("may close the center on 20 more days", () => {
    expect(said(holidays(2), holidays(22))).to.deep.equal([]);
    expect(said(holidays(2), holidays(23))).to.deep.equal([closes]);
    expect(said(holidays(0), holidays(0, 50))).to.deep.equal([]);
    expect(said(holidays(0), holidays(21, 0, "New"))).to.deep.equal([
      "disrupt: closes New on more than 20 more days",
    ]);
    expect(said(holidays(0, 21), holidays(21))).to.deep.equal([closes]);
  });

  it("may shorten 60 more days", () => {
    const shortens = "disrupt: opens Hours for a part of the day on more than 60 more days";
    expect(said(holidays(0), holidays(0, 60))).to.deep.equal([]);
    expect(said(holidays(0), holidays(0, 61))).to.deep.equal([shortens]);
    expect(said(holidays(0, 30), holidays(0, 70))).to.deep.equal([]);
    expect(said(holidays(20), holidays(20, 45))).to.deep.equal([]);
    expect(said(holidays(20), holidays(20, 61))).to.deep.equal([shortens]);
  });

  it("count as open from two hours on", () => {
    const until = (hour: number, minute: number, from = { Hours: 9, Minutes: 0 }) => {
      const end = { Hours: hour, Minutes: minute };
      const config = [{ ...open(9, hour), StartTime: from, EndTime: end }];
      return said(holidays(0), {
        kind: "holidays",
        schedules: [{ name: "Hours", holidays: days(21, config) }],
      });
    };
    expect(until(11, 0)).to.deep.equal([]);
    expect(until(11, 1)).to.deep.equal([]);
    expect(until(10, 59)).to.deep.equal([closes]);
    expect(until(0, 0, { Hours: 22, Minutes: 0 })).to.deep.equal([]);
    expect(until(0, 0, { Hours: 22, Minutes: 1 })).to.deep.equal([closes]);
  });

  it("may be open until midnight, which is 0:00", () => {
    const open21 = (config: object[]) => ({
      kind: "holidays",
      schedules: [{ name: "Hours", holidays: days(21, config) }],
    });
    expect(said(holidays(0), open21([open(9, 0)]))).to.deep.equal([]);
    expect(said(holidays(0), open21([open(0, 0)]))).to.deep.equal([]);
    expect(said(holidays(0), open21([open(23, 0)]))).to.deep.equal([closes]);
  });

  it("count as closed where they are hardly open, or can't be read", () => {
    const half = { ...open(9, 9), EndTime: { Hours: 9, Minutes: 30 } };
    const configs = [
      ...[[open(3, 4)], [{}], [{ ...open(9, 12), EndTime: {} }], [open(12, 9)], [open(9, 25)]],
      // One half hour, however often it stands there.
      [half, half, half, half, half],
    ];
    for (const config of configs) {
      const next = { kind: "holidays", schedules: [{ name: "Hours", holidays: days(21, config) }] };
      expect(said(holidays(0), next)).to.deep.equal([closes]);
    }
  });

  it("belong to a schedule by its id, whatever its name is", () => {
    const of = (hoursOfOperationId: string, name: string) => {
      const [schedule] = holidays(4, 0, name).schedules;
      return { kind: "holidays", schedules: [{ ...schedule, hoursOfOperationId }] };
    };
    expect(said(of("a", "Hours"), of("a", "Times"))).to.deep.equal([]);
    expect(said(of("a", "Hours"), of("b", "Hours"))).to.deep.equal([most]);
  });

  it("must be known", () => {
    expect(said(holidays(2), undefined)).to.deep.equal([
      "disrupt: changes the holidays in a way that isn't known before the apply",
    ]);
  });
});

describe("what the reconciler is told, of the number's flow", () => {
  const flow = { kind: "phoneNumberFlow", instanceId: "i", phoneNumberId: "n" };
  const number = (more: object = {}) => ({ ...flow, flow: { contactFlowId: "f" }, ...more });
  const another = "disrupt: lets another flow answer the number";
  const ported = (importId?: string): ChangeJson => ({
    address: "aws_connect_phone_number.x",
    actions: ["no-op"],
    before: {},
    after: {},
    ...(importId !== undefined && { importId }),
  });

  it("may be said otherwise, and must stay the same", () => {
    const named = number({ flow: { contactFlowId: "f", name: "Menu" } });
    expect(said(number(), named)).to.deep.equal([]);
    expect(said(number(), number({ flow: { contactFlowId: "g" } }))).to.deep.equal([another]);
    expect(said(number(), number({ flow: null }))).to.deep.equal([another]);
    expect(said(number(), number({ instanceId: "j" }))).to.have.lengthOf(1);
    expect(said(number(), undefined)).to.deep.equal([another]);
    expect(said({ kind: "phoneNumberFlow", instanceId: "i" }, undefined)).to.deep.equal([another]);
  });

  it("may answer another number only where the plan takes that over", () => {
    const lets = "disrupt: answers another number, and lets the one it answered ring in vain";
    const moved = number({ phoneNumberId: "m" });
    expect(said(number(), number({ phoneNumberArn: "other" }))).to.deep.equal([lets]);
    expect(said(number(), moved)).to.deep.equal([lets]);
    expect(said(number(), moved, ported("m"))).to.deep.equal([]);
    expect(said(number(), moved, ported("o"))).to.include(lets);
    expect(said(number(), moved, ported())).to.include(lets);
    const queue = { ...ported("m"), address: "aws_connect_queue.x" };
    expect(said(number(), moved, queue)).to.include(lets);
    expect(said(number(), number({ phoneNumberId: undefined }), ported())).to.include(lets);
  });
});

describe("what the reconciler is told, of anything that no construct writes", () => {
  const statuses = (...all: object[]) => ({ kind: "agentStatuses", agentStatuses: all });
  const told = (key: string) => [`disrupt: tells the function ${key}, which it isn't told`];
  const twice = (id: string) => [`disrupt: tells the function twice of ${id}`];
  const [a, b] = [{ name: "A" }, { name: "B" }];

  it("has no other keys, wherever they stand", () => {
    expect(said(statuses(a), { ...statuses(a), note: "x" })).to.deep.equal(told("note"));
    expect(said(statuses(a), statuses({ ...a, state: "DISABLED" }))).to.deep.equal(told("state"));
    expect(
      said(statuses(a, b), statuses({ ...a, state: "x" }, { ...b, state: "y" })),
    ).to.deep.equal(told("state"));
    const flow = { kind: "phoneNumberFlow", flow: { contactFlowId: "f", constructor: "x" } };
    expect(said({ kind: "phoneNumberFlow", flow: {} }, flow)).to.deep.equal(told("constructor"));
  });

  it("has nothing twice", () => {
    expect(said(statuses(a), statuses(a, a))).to.deep.equal(twice("A"));
    const queues = (...all: object[]) => ({ kind: "queueQuickConnects", queues: all });
    const queue = { name: "Q", queueId: "q", quickConnects: [{ name: "A", quickConnectId: "a" }] };
    const other = { name: "R", queueId: "q", quickConnects: [] };
    expect(said(queues(queue), queues(queue, other))).to.deep.equal(twice("q"));
    const repeated = { ...queue, quickConnects: [...queue.quickConnects, { quickConnectId: "a" }] };
    expect(said(queues(queue), queues(repeated))).to.deep.equal(twice("a"));
    const both = { ...queue, queueId: "r" };
    expect(said(queues(queue), queues(queue, both))).to.deep.equal([]);
  });

  it("stands beside the run alone", () => {
    const change = (input: object): ChangeJson => ({
      ...{ address: "aws_lambda_invocation.x", actions: ["update"] },
      before: { input: JSON.stringify({ desired: statuses(a) }) },
      after: { input: JSON.stringify({ desired: statuses(a), ...input }) },
    });
    const judged = (input: object) =>
      judge(planOf([change(input)])).refused.map(({ happens }) => happens);
    expect(judged({ run: "r" })).to.deep.equal([]);
    expect(judged({ run: "r", tf: { action: "delete" } })).to.deep.equal([
      "tells the function tf, which it isn't told",
    ]);
  });
});

describe("what the reconciler is told, of anything else", () => {
  const statuses = { kind: "agentStatuses", agentStatuses: [{ name: "A" }] };
  const otherwise = "disrupt: tells the function to set something else";

  it("is refused", () => {
    expect(said(statuses, { ...statuses, kind: "holidays" })).to.deep.equal([otherwise]);
    expect(said(statuses, { ...statuses, instanceId: "other" })).to.deep.equal([otherwise]);
    expect(said({ kind: "constructor" }, { kind: "constructor", a: 1 })).to.deep.equal([otherwise]);
    const raw = (before: unknown, after: unknown) =>
      judge(
        planOf([
          {
            address: ADDRESS,
            actions: ["update"],
            before: { input: before },
            after: { input: after },
          },
        ]),
      ).refused.map(({ happens }) => happens);
    expect(raw("not JSON", "{}")).to.deep.equal(["tells the function to set something else"]);
    expect(raw("[]", "{}")).to.have.lengthOf(1);
    expect(raw(1, 2)).to.have.lengthOf(1);
    expect(raw('{"desired":[]}', "{}")).to.have.lengthOf(1);
  });

  it("is refused where it is new, unless it is the first apply and known to that only", () => {
    const first = (desired: object | undefined, firstApply: boolean) =>
      judge(
        planOf([
          {
            address: ADDRESS,
            actions: ["create"],
            ...(desired
              ? { after: inputOf(desired) }
              : { after: {}, afterUnknown: { input: true } }),
          },
        ]),
        { firstApply },
      )
        .refused.map(({ happens }) => happens)
        // Which function is asked is another rule's concern.
        .filter((text) => !text.startsWith("invokes another function"));
    expect(first(statuses, false)).to.deep.equal([]);
    expect(first(statuses, true)).to.deep.equal([]);
    const nobody = "invokes the function with an input that nobody knows";
    expect(first({ kind: "other" }, true)).to.deep.equal([nobody]);
    expect(first({ kind: "constructor" }, false)).to.deep.equal([nobody]);
    expect(first(undefined, true)).to.deep.equal([]);
    expect(first(undefined, false)).to.deep.equal([
      "invokes the function with an input that isn't known before the apply",
    ]);
    const many = Array.from({ length: 21 }, () => ({ config: [] }));
    const full = { kind: "holidays", schedules: [{ name: "Hours", holidays: many }] };
    expect(first(full, true)).to.deep.equal(["closes Hours on more than 20 more days"]);
  });

  it("is looked up in what the observer is asked, where the function isn't told yet", () => {
    const observed = (desired: object): ChangeJson => ({
      address: "data.aws_lambda_invocation.a_observed",
      actions: ["no-op"],
      before: inputOf(desired),
      after: inputOf(desired),
    });
    const none = { ...statuses, agentStatuses: [] };
    expect(said(statuses, undefined, observed(statuses))).not.to.include(
      "disrupt: changes the agent statuses in a way that isn't known before the apply",
    );
    expect(said(statuses, undefined, observed(none))).to.include(
      "disrupt: disables the agent statuses A",
    );
  });
});
