import { expect } from "chai";
import fc from "fast-check";

import { kwglobalFlows } from "../../../commands/support/kwglobal-center";
import { diffFlows } from "../../../contact-flow/diff";
import { type Action, type Flow, parseFlow } from "../../../contact-flow/flow";
import { createContactCenter, type Effect } from "../../../contact-flow/runtime";
import { PhoneCall, World } from "../../../contact-flow/simulation";
import { renamed } from "../flows";

const KEYS = "0123456789*#w";
const AT = Date.parse("2026-11-24T18:00:00Z");
const MENU = parseFlow(kwglobalFlows()[0]?.content ?? "");

/** Open on weekdays from nine to five, in UTC. */
const HOURS = {
  TimeZone: "UTC",
  Config: (["MONDAY", "TUESDAY", "WEDNESDAY", "THURSDAY", "FRIDAY"] as const).map((Day) => ({
    Day,
    StartTime: { Hours: 9, Minutes: 0 },
    EndTime: { Hours: 17, Minutes: 0 },
  })),
};

/** Lets what is said end, unless the flow says it for ever. */
function hearOut(call: PhoneCall): void {
  for (let ticks = 0; ticks < 20 && call.state.run?.waiting?.for === "speech"; ticks++) call.tick();
}

/** All that a call asks of the world, but for the names of blocks; `broken` is the place of one that fails. */
function traceOf(flow: Flow, keys: string, at: number, full: boolean, broken?: number): string {
  const [first, ...others] = kwglobalFlows();
  const center = createContactCenter({
    flows: [
      { id: "main", name: "main", type: "CONTACT_FLOW", content: JSON.stringify(flow) },
      ...others,
    ],
    queues:
      JSON.stringify(flow)
        .match(/arn:[^"]*\/queue\/[^"]*/g)
        ?.map((id) => ({ id, name: id, hours: "h" })) ?? [],
    hours: ["h", ...(JSON.stringify(flow).match(/arn:[^"]*\/operating-hours\/[^"]*/g) ?? [])].map(
      (id) => ({ ...HOURS, id }),
    ),
  });
  const asked: Effect[] = [];
  const queues = Object.fromEntries([...center.queues.keys()].map((id) => [id, { full }]));
  const call = new PhoneCall(center, new World(center, { queues }), {
    flow: first === undefined ? "" : "main",
    at,
    broken: broken === undefined ? {} : { [targetOf(flow, broken)]: "NoMatchingError" },
    watch: (effect) => {
      if (effect.type !== "entered" && effect.type !== "took") asked.push(effect);
    },
  });
  for (const key of keys) {
    hearOut(call);
    if (key === "w") call.pass(30);
    else call.happens({ type: "digit", key });
  }
  call.pass(60);
  return JSON.stringify(asked);
}

const changed = (flow: Flow, at: number, change: (action: Action) => Action): Flow => ({
  ...flow,
  Actions: flow.Actions.map((action, index) =>
    index === at % flow.Actions.length ? change(action) : action,
  ),
});

const targetOf = (flow: Flow, at: number): string =>
  flow.Actions[at % flow.Actions.length]?.Identifier ?? "";

/** Edits of the kinds that people and the designer make. */
const EDITS: Readonly<Record<string, (flow: Flow, at: number, to: number) => Flow>> = {
  "the blocks in another order": (flow, at) => ({
    ...flow,
    Actions: [...flow.Actions.slice(at % 5), ...flow.Actions.slice(0, at % 5)],
  }),
  "identifiers made anew": (flow) =>
    renamed(flow, (id) => `block ${flow.Actions.findIndex(({ Identifier }) => Identifier === id)}`),
  "conditions turned round": (flow, at) =>
    changed(flow, at, (action) => ({
      ...action,
      Transitions: {
        ...action.Transitions,
        Conditions: [...(action.Transitions.Conditions ?? [])].reverse(),
      },
    })),
  "NextAction led elsewhere": (flow, at, to) =>
    changed(flow, at, (action) =>
      action.Transitions.NextAction === undefined
        ? action
        : {
            ...action,
            Transitions: { ...action.Transitions, NextAction: targetOf(flow, to) },
          },
    ),
  "a condition led elsewhere": (flow, at, to) =>
    changed(flow, at, (action) => ({
      ...action,
      Transitions: {
        ...action.Transitions,
        ...(action.Transitions.Conditions === undefined
          ? {}
          : {
              Conditions: action.Transitions.Conditions.map((condition, index) =>
                index === 0 ? { ...condition, NextAction: targetOf(flow, to) } : condition,
              ),
            }),
      },
    })),
  "a text written anew": (flow, at) =>
    changed(flow, at, (action) =>
      typeof action.Parameters?.Text === "string"
        ? { ...action, Parameters: { ...action.Parameters, Text: `${action.Parameters.Text}!` } }
        : action,
    ),
};

describe("That two versions of a flow do the same", () => {
  it("is said only where no random call can tell them apart", () => {
    let same = 0;
    fc.assert(
      fc.property(
        fc.constantFrom(...Object.values(EDITS)),
        fc.nat(100),
        fc.nat(100),
        fc.array(fc.constantFrom(...Array.from(KEYS)), { maxLength: 8 }),
        fc.boolean(),
        fc.nat(7 * 24),
        (edit, at, to, keys, full, hours) => {
          const after = edit(MENU, at, to);
          if (diffFlows(MENU, after).length > 0) return;
          same++;
          const when = AT + hours * 3_600_000;
          expect(traceOf(after, keys.join(""), when, full)).to.equal(
            traceOf(MENU, keys.join(""), when, full),
          );
        },
      ),
      { numRuns: 150, seed: 13 },
    );
    expect(same).to.be.greaterThan(50);
  });

  it("isn't said where a call can tell them apart, and said where none of sixty random ones can", () => {
    const random = fc.tuple(
      fc.array(fc.constantFrom(...Array.from("123490#w")), { maxLength: 4 }),
      fc.nat(7 * 24),
      fc.boolean(),
      fc.option(fc.nat(MENU.Actions.length - 1), { nil: undefined }),
    );
    const calls = fc.sample(random, { numRuns: 60, seed: 13 });
    const traces = (flow: Flow): string[] =>
      calls.map(([keys, hours, full, broken]) =>
        traceOf(flow, keys.join(""), AT + hours * 3_600_000, full, broken),
      );
    const before = traces(MENU);
    const wrong: string[] = [];
    for (const [at] of MENU.Actions.entries()) {
      for (const name of ["a text written anew", "NextAction led elsewhere"]) {
        const after = EDITS[name]?.(MENU, at, at + 7) ?? MENU;
        const isSame = diffFlows(MENU, after).length === 0;
        const isApart = traces(after).some((trace, call) => trace !== before[call]);
        if (isSame === isApart) wrong.push(`${name}: ${targetOf(MENU, at)}`);
      }
    }
    // The module of the message isn't among these flows: its block always takes its error branch.
    expect(wrong).to.deep.equal(["NextAction led elsewhere: Message"]);
  });

  it("is said of blocks in another order and under other names, whatever else is edited", () => {
    const { "identifiers made anew": rename, "the blocks in another order": move } = EDITS;
    fc.assert(
      fc.property(
        fc.constantFrom(...Object.values(EDITS)),
        fc.nat(100),
        fc.nat(100),
        (edit, at, to) => {
          const flow = edit(MENU, at, to);
          const other = rename?.(move?.(flow, at, to) ?? flow, at, to) ?? flow;
          expect(diffFlows(flow, other)).to.deep.equal([]);
        },
      ),
      { numRuns: 100, seed: 13 },
    );
  });

  it("isn't said where a caller hears something else", () => {
    const spoken = MENU.Actions.flatMap(({ Parameters }, at) =>
      typeof Parameters?.Text === "string" ? [at] : [],
    );
    for (const at of spoken) {
      const after = EDITS["a text written anew"]?.(MENU, at, 0) ?? MENU;
      expect(diffFlows(MENU, after), String(at)).to.have.length(1);
    }
  });
});
