import { drawFlow } from "../contact-flow/diagram";
import { parseFlow } from "../contact-flow/flow";
import { lintFlow } from "../contact-flow/lint";
import { PhoneCall, World } from "../contact-flow/simulation";
import { kwglobalCenter, kwglobalFlows } from "../commands/support/kwglobal-center";

/** The best of several rounds: what the code can do when nothing else wants the machine. */
function bestOf(rounds: number, round: () => number): number {
  return Math.max(...Array.from({ length: rounds }, round));
}

/** Seconds that a core has worked for this process: what else runs here does not count. */
function coreSeconds(work: () => void): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1_000_000;
}

/** Calls to the main menu that press 1 and come into the queue, in a second of a core. */
function callsASecond(): number {
  const center = kwglobalCenter();
  const world = new World(center);
  const tuesday = Date.parse("2026-11-24T18:00:00Z");
  const calls = 20_000;
  const makeCalls = () => {
    for (let at = 0; at < calls; at++) {
      const call = new PhoneCall(center, world, {
        flow: "KWGlobal Main Menu",
        at: tuesday + at * 100,
        contact: { customerNumber: "+13025550123" },
      });
      while (call.state.run?.waiting?.for === "speech") call.tick();
      call.happens({ type: "digit", key: "1" });
      if (call.state.inQueue === undefined) {
        throw new Error("the call must come into the queue");
      }
    }
  };
  return bestOf(6, () => calls / coreSeconds(makeCalls));
}

/** A flow as long as Connect allows, in which each copy of the main menu leads to the next. */
function longFlow(actions: number): string {
  const { Actions, StartAction } = parseFlow(kwglobalFlows()[0]?.content ?? "");
  const copies = Math.ceil(actions / Actions.length);
  const all = Array.from({ length: copies }, (_, copy) =>
    Actions.map((action) => {
      const own = Actions.reduce(
        (text, { Identifier: id }) => text.replaceAll(`"${id}"`, `"${id} ${copy}"`),
        JSON.stringify(action),
      );
      // A closed office hears the next copy's welcome in place of the dial tone.
      return copy < copies - 1 && action.Identifier === "Closed"
        ? own.replaceAll(`"Disconnect ${copy}"`, `"${StartAction} ${copy + 1}"`)
        : own;
    }),
  ).flat();
  return `{"Version":"2019-10-30","StartAction":"${StartAction} 0","Actions":[${all.slice(0, actions).join(",")}]}`;
}

/** Milliseconds of a core to lint a flow of 250 actions. */
function lintMilliseconds(): number {
  const content = longFlow(250);
  const flows = 20;
  const lintAll = () => {
    for (let at = 0; at < flows; at++) {
      lintFlow(content, { type: "CONTACT_FLOW", origin: "rendered" });
    }
  };
  return -bestOf(12, () => (-1000 * coreSeconds(lintAll)) / flows);
}

/** Seconds to draw a flow of 250 actions, from its text to the picture's. */
async function drawSeconds(): Promise<number> {
  const flow = parseFlow(longFlow(250));
  const began = process.cpuUsage();
  await drawFlow(flow, { title: "Long", subtitle: "CONTACT_FLOW" });
  const { user, system } = process.cpuUsage(began);
  return (user + system) / 1_000_000;
}

async function main(): Promise<void> {
  const figures = [
    `${Math.round(callsASecond()).toLocaleString("en-US")} simulated calls to the main menu in a second of one core`,
    `${lintMilliseconds().toFixed(1)} ms to lint a flow of 250 actions`,
    `${(await drawSeconds()).toFixed(1)} s of a core to draw it`,
  ];
  process.stdout.write(`${figures.join("\n")}\n`);
}

void main();
