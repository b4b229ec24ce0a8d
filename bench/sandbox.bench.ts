import { type ChildProcess, fork, spawn } from "node:child_process";
import { once } from "node:events";
import { type AddressInfo, createServer } from "node:net";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";

import "../commands/support/quiet-sdk";
import Table from "cli-table3";
import { findPython, MOTO_VERSION } from "../sandbox/moto/python";
import { SANDBOX_DIRECTORY } from "../sandbox/sandbox";
import { Asker, type Timing } from "./sandbox/asking";

/**
 * One instance with very many users and other things: calls a second, and what the slowest hundredth
 * of them takes. Rivals: a plain HTTP server of Node's that keeps JSON in a Map, which is the floor,
 * and for the operations that it has, moto's Amazon Connect.
 */
const USERS = 10_000;
/** Of each of four kinds. */
const OTHERS = 500;
const READS = 10_000;
const SEARCHES = 200;

interface Served {
  readonly asker: Asker;
  readonly memory: () => Promise<number>;
  readonly stop: () => void;
}

async function serve(name: "connect" | "plain"): Promise<Served> {
  const child: ChildProcess = fork(join(__dirname, "sandbox/served.ts"), [name], {
    execArgv: ["--expose-gc", "--require", "ts-node/register/transpile-only"],
  });
  const said = async () => ((await once(child, "message")) as [number])[0];
  const asker = new Asker(await said());
  return {
    asker,
    memory: () => {
      const answer = said();
      child.send("memory");
      return answer;
    },
    stop: () => {
      asker.close();
      child.kill();
    },
  };
}

interface Things {
  readonly instance: string;
  readonly profile: string;
  readonly security: string;
}

/** The same calls for both; the plain server takes any ids. */
async function measure({ asker }: Served, { instance, profile, security }: Things) {
  const ids: string[] = [];
  const timings = new Map<string, Timing>();
  timings.set(
    `CreateUser, ${USERS} of them`,
    await asker.time(USERS, async (index) => {
      const body = {
        Username: `user-${index}@example.com`,
        Password: "Passw0rd!",
        IdentityInfo: { FirstName: "Mary", LastName: `Jane ${index}` },
        PhoneConfig: { PhoneType: "SOFT_PHONE", AutoAccept: false, AfterContactWorkTimeLimit: 0 },
        SecurityProfileIds: [security],
        RoutingProfileId: profile,
        Tags: { team: `team-${index % 20}` },
      };
      const { UserId } = await asker.ask({ method: "PUT", path: `/users/${instance}`, body });
      ids[index] = String(UserId);
    }),
  );
  timings.set(
    "DescribeUser",
    await asker.time(READS, (index) =>
      // A prime takes them out of their order.
      asker.ask({ method: "GET", path: `/users/${instance}/${ids[(index * 7919) % USERS] ?? ""}` }),
    ),
  );
  let token = "";
  timings.set(
    "ListUsers, page by page",
    await pages(async () => {
      const query = token === "" ? "" : `&nextToken=${encodeURIComponent(token)}`;
      const path = `/users-summary/${instance}?maxResults=100${query}`;
      const { NextToken } = await asker.ask({ method: "GET", path });
      token = typeof NextToken === "string" ? NextToken : "";
      return token !== "";
    }),
  );
  timings.set(
    "SearchUsers, by user name",
    await asker.time(SEARCHES, (index) => {
      const Value = `user-${(index * 7919) % USERS}@example.com`;
      const StringCondition = { FieldName: "Username", Value, ComparisonType: "EXACT" };
      const body = { InstanceId: instance, SearchCriteria: { StringCondition } };
      return asker.ask({ method: "POST", path: "/search-users", body });
    }),
  );
  return timings;
}

/** One page after the other, since each needs the one before. */
async function pages(next: () => Promise<boolean>): Promise<Timing> {
  const each: number[] = [];
  const began = performance.now();
  for (let more = true; more;) {
    const start = performance.now();
    more = await next();
    each.push(performance.now() - start);
  }
  const seconds = (performance.now() - began) / 1000;
  return { calls: each.length, seconds, each: each.sort((a, b) => a - b) };
}

async function newInstance(asker: Asker): Promise<string> {
  const body = {
    IdentityManagementType: "CONNECT_MANAGED",
    InstanceAlias: "bench",
    InboundCallsEnabled: true,
    OutboundCallsEnabled: true,
  };
  return String((await asker.ask({ method: "PUT", path: "/instance", body })).Id);
}

async function idsOf(asker: Asker, path: string, list: string): Promise<string> {
  const answer = await asker.ask({ method: "GET", path });
  return (answer[list] as { Id: string }[])[0]?.Id ?? "";
}

/** So many queues, quick connects, routing profiles and schedules beside the users. */
function makeOthers({ asker }: Served, instance: string, queue: string): Promise<Timing> {
  const nine = {
    Day: "MONDAY",
    StartTime: { Hours: 9, Minutes: 0 },
    EndTime: { Hours: 18, Minutes: 0 },
  };
  let hours = "";
  const makers: ((name: string) => Promise<unknown>)[] = [
    async (Name) => {
      const body = { Name, TimeZone: "UTC", Config: [nine] };
      const path = `/hours-of-operations/${instance}`;
      hours = String((await asker.ask({ method: "PUT", path, body })).HoursOfOperationId);
    },
    (Name) => {
      const body = { Name, HoursOfOperationId: hours };
      return asker.ask({ method: "PUT", path: `/queues/${instance}`, body });
    },
    (Name) => {
      const QuickConnectConfig = {
        QuickConnectType: "PHONE_NUMBER",
        PhoneConfig: { PhoneNumber: "+13025550198" },
      };
      const body = { Name, QuickConnectConfig };
      return asker.ask({ method: "PUT", path: `/quick-connects/${instance}`, body });
    },
    (Name) => {
      const MediaConcurrencies = [{ Channel: "VOICE", Concurrency: 1 }];
      const body = { Name, Description: Name, DefaultOutboundQueueId: queue, MediaConcurrencies };
      return asker.ask({ method: "PUT", path: `/routing-profiles/${instance}`, body });
    },
  ];
  const calls = OTHERS * makers.length;
  return asker.time(calls, async (index) => {
    const kind = Math.floor(index / OTHERS);
    // The first queue needs the first schedule's id.
    while (kind === 1 && hours === "") await wait(1);
    await makers[kind]?.(`thing ${index}`);
  });
}

/** moto's whole server, on a port of its own. */
async function serveMoto(): Promise<{ asker: Asker; stop: () => void }> {
  const python = await findPython({ directory: SANDBOX_DIRECTORY, onNotice: console.error });
  const port = await freePort();
  const child = spawn(python, ["-m", "moto.server", "-H", "127.0.0.1", "-p", String(port)], {
    stdio: "ignore",
  });
  const asker = new Asker(port);
  for (let tries = 0; tries < 300; tries++) {
    const isUp = await asker.ask({ method: "GET", path: "/instance" }).then(
      () => true,
      () => false,
    );
    if (isUp) break;
    await wait(100);
  }
  return {
    asker,
    stop: () => {
      asker.close();
      child.kill();
    },
  };
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, "close");
  return port;
}

const describeInstances = (asker: Asker, instance: string): Promise<Timing> =>
  asker.time(2000, () => asker.ask({ method: "GET", path: `/instance/${instance}` }));

const rate = ({ calls, seconds }: Timing): number => calls / seconds;
const p99 = ({ each }: Timing): number => each[Math.floor(each.length * 0.99)] ?? 0;

function row(what: string, ours: Timing, theirs: Timing, rival: string): string[] {
  return [
    what,
    rate(ours).toFixed(0),
    p99(ours).toFixed(1),
    rate(theirs).toFixed(0),
    p99(theirs).toFixed(1),
    `${(rate(ours) / rate(theirs)).toFixed(2)} × ${rival}`,
  ];
}

async function main(): Promise<void> {
  const served = await serve("connect");
  const floor = await serve("plain");
  const moto = await serveMoto();
  try {
    const empty = await served.memory();
    const { asker } = served;
    const instance = await newInstance(asker);
    const others = await makeOthers(
      served,
      instance,
      await idsOf(asker, `/queues-summary/${instance}?queueTypes=STANDARD`, "QueueSummaryList"),
    );
    const withOthers = await served.memory();
    const ours = await measure(served, {
      instance,
      profile: await idsOf(
        asker,
        `/routing-profiles-summary/${instance}`,
        "RoutingProfileSummaryList",
      ),
      security: await idsOf(
        asker,
        `/security-profiles-summary/${instance}`,
        "SecurityProfileSummaryList",
      ),
    });
    const full = await served.memory();
    const theirs = await measure(floor, { instance, profile: instance, security: instance });
    const table = new Table({
      head: ["operation", "calls/s", "p99, ms", "rival's", "p99, ms", "calls/s, ratio"],
      style: { head: [], border: [] },
    });
    for (const [what, timing] of ours) {
      const rival = theirs.get(what);
      if (rival) table.push(row(what, timing, rival, "plain HTTP"));
    }
    const ofMoto = await describeInstances(moto.asker, await newInstance(moto.asker));
    const same = await describeInstances(asker, instance);
    table.push(row("DescribeInstance", same, ofMoto, `moto ${MOTO_VERSION}`));
    const seconds = [...ours.values()][0]?.seconds ?? 0;
    const mega = (bytes: number) => `${(bytes / 2 ** 20).toFixed(0)} MB`;
    console.log(
      `An instance with ${USERS} users and ${others.calls} other things, ten calls at a time:`,
    );
    console.log(table.toString());
    console.log(
      `Made in ${seconds.toFixed(1)} s (users) and ${others.seconds.toFixed(1)} s (others). Memory of the ` +
        `process: ${mega(empty)} empty, ${mega(withOthers)} with the others, ${mega(full)} with all; ` +
        `plain HTTP with the users: ${mega(await floor.memory())}.`,
    );
  } finally {
    for (const each of [served, floor, moto]) each.stop();
  }
}

void main();
