import { request as httpRequest } from "node:http";
import { isDeepStrictEqual } from "node:util";

import { expect } from "chai";

import { momentOf } from "../../../contact-flow/hours";
import { KWGLOBAL } from "../../../kwglobal";
import { DeploymentBoard } from "../../../sandbox/telephone/deployment-board";
import { type Gateway, startGateway } from "../../../sandbox/gateway/gateway";
import type { Patch } from "../../../sandbox/telephone/events";
import { changed } from "../../../sandbox/telephone/page-changes";
import {
  createTelephone,
  isPhonePath,
  type TelephoneServer,
} from "../../../sandbox/telephone/server";
import type { Snapshot } from "../../../sandbox/telephone/views";
import { connectUnderTest } from "../../support/connect-under-test";
import { saidBy } from "../../support/kwglobal-texts";
import { type Center, deployKwglobal } from "./kwglobal-instance";

const CALLER = "%2B13025550123";
const OTHER = "%2B13025550124";

/** What a page shows after an event: the whole, or what was there with its changes. */
function afterEvent(before: Snapshot | undefined, event: string): Snapshot | undefined {
  const data = /^data: (.*)$/m.exec(event)?.[1];
  if (data === undefined) return before;
  if (!event.startsWith("event: patch")) return JSON.parse(data) as Snapshot;
  const { shared, telephone } = JSON.parse(data) as Patch;
  if (before === undefined) throw new Error("a page gets the whole first");
  const { telephone: own, ...all } = before;
  return { ...changed(all, shared), telephone: changed(own, telephone) };
}

describe("The telephone's page and API", () => {
  const under = connectUnderTest();
  let center: Center;
  let telephone: TelephoneServer;
  let gateway: Gateway;
  const board = new DeploymentBoard();

  before(async () => {
    center = await deployKwglobal(under);
    telephone = createTelephone({
      stores: () => [center.store],
      invoke: () => Promise.reject(new Error("no function is called here")),
      now: momentOf("2026-11-24T10:00", "America/Los_Angeles"),
      board,
    });
    gateway = await startGateway({
      port: 0,
      about: {},
      backend: () => ({
        service: () => () => Promise.resolve({ status: 200, headers: {}, body: "connect" }),
        sites: [{ serves: isPhonePath, handle: telephone.handle }],
      }),
    });
    telephone.exchange.speed = 0;
  });

  after(async () => {
    telephone.stop();
    await gateway.close();
  });

  const get = (path: string) => fetch(`${gateway.endpoint}/phone/${path}`, { redirect: "manual" });

  /** Posts a command. @returns its status, and the message of a refusal */
  const post = async (path: string, body: unknown = {}, headers: Record<string, string> = {}) => {
    const response = await fetch(`${gateway.endpoint}/phone/${path}`, {
      method: "POST",
      headers: { "content-type": "application/json", ...headers },
      body: typeof body === "string" ? body : JSON.stringify(body),
    });
    const text = await response.text();
    const { message } = (text === "" ? {} : JSON.parse(text)) as { message?: string };
    return { status: response.status, message };
  };

  /** The events that a page gets, one after the other, as they are sent. */
  async function* events(query: string): AsyncGenerator<string> {
    const ended = new AbortController();
    const { body } = await fetch(`${gateway.endpoint}/phone/events${query}`, {
      signal: ended.signal,
    });
    let text = "";
    try {
      for await (const chunk of body as unknown as AsyncIterable<Uint8Array>) {
        text += Buffer.from(chunk).toString();
        const whole = text.split("\n\n");
        text = whole.pop() ?? "";
        yield* whole;
      }
    } finally {
      ended.abort();
    }
  }

  /** What a page shows, one after the other. */
  async function* snapshots(query = `?telephone=${CALLER}`): AsyncGenerator<Snapshot> {
    let snapshot: Snapshot | undefined;
    for await (const event of events(query)) {
      snapshot = afterEvent(snapshot, event);
      if (snapshot !== undefined) yield structuredClone(snapshot);
    }
  }

  /** A page that is open. @returns the telephone that it shows, and what closes it */
  const page = async (query: string) => {
    const stream = snapshots(query);
    const { value } = (await stream.next()) as { value: Snapshot };
    return { number: value.telephone.number, close: () => stream.return(undefined) };
  };

  const now = async (): Promise<Snapshot> => {
    for await (const snapshot of snapshots()) return snapshot;
    throw new Error("the stream has ended");
  };

  describe("the page", () => {
    it("allows no script, style or connection but its own", async () => {
      const page = await get("");
      expect(page.status).to.equal(200);
      expect(page.headers.get("content-security-policy")).to.include("default-src 'none'");
      expect(page.headers.get("content-security-policy")).not.to.include("unsafe");
      const html = await page.text();
      expect(html).not.to.match(/(src|href)="https?:/);
      expect(html).not.to.match(/ style="| onclick=/);
    });

    it("is found without the slash at its end, too", async () => {
      const answer = await fetch(`${gateway.endpoint}/phone`, { redirect: "manual" });
      expect([answer.status, answer.headers.get("location")]).to.deep.equal([308, "/phone/"]);
    });

    it("has a script of its own modules, and a style, that fetch nothing from elsewhere", async () => {
      for (const [name, holds] of [
        ["phone.js", "speechSynthesis"],
        ["wallboard.js", "wallboard.json"],
      ] as const) {
        const script = await get(name);
        expect(script.headers.get("content-type")).to.include("text/javascript");
        const [code = ""] = (await script.text()).split("//# sourceMappingURL");
        expect(code)
          .to.include(holds)
          .and.not.to.match(/https?:\/\//);
      }
      for (const name of ["ground.css", "phone.css", "wallboard.css"]) {
        const style = await get(name);
        expect(style.headers.get("content-type")).to.include("text/css");
        expect(await style.text()).not.to.match(/@import|url\(/);
      }
    });

    it("serves no other file", async () => {
      for (const path of ["main.ts", "..%2fserver.ts", "../../gateway.ts", "constructor", "%zz"]) {
        expect((await get(path)).status, path).to.be.oneOf([400, 403, 404]);
      }
    });
  });

  describe("the picture of a flow", () => {
    it("is drawn from what is deployed", async () => {
      const { store, instanceId } = center;
      const flows = [...(store.instances.get(instanceId)?.contactFlows.values() ?? [])];
      const menu = flows.find(({ Name }) => Name === "KWGlobal Main Menu");
      const answer = await get(`flows/${menu?.Id ?? ""}.svg`);
      expect(answer.headers.get("content-type")).to.equal("image/svg+xml");
      const svg = await answer.text();
      expect(svg).to.include("KWGlobal Main Menu").and.to.include('data-action="Main menu"');
    });

    it("is not there for a flow that isn't", async () => {
      const answer = await get("flows/none.svg");
      expect(answer.status).to.equal(404);
      expect(await answer.json()).to.deep.equal({
        message: "flow must be the id of a published flow, got none",
      });
    });
  });

  describe("the last call as a test", () => {
    it("is a text to paste", async () => {
      await post(`telephones/${CALLER}/dial`, { to: center.number });
      await post(`telephones/${CALLER}/hang-up`);
      const answer = await get(`telephones/${CALLER}/test`);
      expect(answer.headers.get("content-type")).to.equal("text/plain; charset=utf-8");
      expect(await answer.text()).to.match(/^it\("a call on .*\.hangsUp\(\);\n\}\);\n$/s);
    });

    it("is not there before a call", async () => {
      const answer = await get("telephones/%2B13025550177/test");
      expect(answer.status).to.equal(404);
      expect(await answer.json()).to.deep.equal({ message: "+13025550177 has made no call yet" });
    });
  });

  describe("the events", () => {
    it("tell at once what there is, and again after each change", async () => {
      const seen: Snapshot[] = [];
      for await (const snapshot of snapshots()) {
        seen.push(snapshot);
        if (seen.length === 1) void post(`telephones/${CALLER}/dial`, { to: center.number });
        if (snapshot.telephone.state === "inCall") break;
      }
      expect(seen[0]).to.have.nested.property("telephone.state", "idle");
      expect(seen[0]?.numbers.map(({ number, flow }) => [number, flow])).to.deep.equal([
        [center.number, "KWGlobal Main Menu"],
      ]);
      expect(seen.at(-1)?.telephone.contact?.saying?.text).to.equal(saidBy("Welcome"));
      await post(`telephones/${CALLER}/hang-up`);
    });

    it("bring to a page what it would show if it were opened now, whatever has happened", async () => {
      const commands: readonly (readonly [path: string, body: object])[] = [
        [`telephones/${CALLER}/dial`, { to: center.number }],
        [`telephones/${OTHER}/dial`, { to: center.number }],
        ["clock/skip", { seconds: 9 }],
        [`telephones/${OTHER}/press`, { key: "1" }],
        [`telephones/${CALLER}/press`, { key: "1" }],
        ["faults/set", { queuesFull: true }],
        [`telephones/${OTHER}/hang-up`, {}],
        [`agents/${center.users.get("mary.jane") ?? ""}/status`, { status: "Available" }],
        ["clock/skip", { seconds: 40 }],
        ["faults/set", { queuesFull: false }],
        [`telephones/${CALLER}/hang-up`, {}],
        [`agents/${center.users.get("mary.jane") ?? ""}/status`, { status: "Offline" }],
      ];
      const stream = snapshots();
      let shown = ((await stream.next()) as { value: Snapshot }).value;
      for (const [path, body] of commands) {
        expect(await post(path, body), path).to.include({ status: 204 });
        const wanted = await now();
        // What comes together is sent together: the next event may not be all of it.
        for (let left = 5; left > 0 && !isDeepStrictEqual(shown, wanted); left -= 1) {
          shown = ((await stream.next()) as { value: Snapshot }).value;
        }
        expect(shown, path).to.deep.equal(wanted);
      }
      await stream.return(undefined);
    });

    it("tell after a change only what is different, and nothing of another telephone", async () => {
      const stream = events(`?telephone=${OTHER}`);
      const { length: whole } = ((await stream.next()) as { value: string }).value;
      await post(`telephones/${CALLER}/dial`, { to: center.number });
      await post("clock/next");
      await post(`telephones/${CALLER}/press`, { key: "1" });
      let sent = "";
      while (!sent.includes("+13025550123")) {
        sent += ((await stream.next()) as { value: string }).value;
      }
      await stream.return(undefined);
      await post(`telephones/${CALLER}/hang-up`);
      expect(sent.length).to.be.below(whole / 3);
      expect(sent).not.to.include(saidBy("Welcome")).and.not.to.include('"telephone"');
    });

    it("give each page a telephone of its own, and keep it for the page that had it", async () => {
      const first = await page("");
      const second = await page("");
      expect([first.number, second.number]).to.deep.equal(["+13025550123", "+13025550124"]);
      await second.close();
      const others = await Promise.all([page(`?own=${OTHER}`), page("?own=%2B13025550123")]);
      expect(others.map(({ number }) => number)).to.have.members(["+13025550124", "+13025550125"]);
      await Promise.all([first, ...others].map(({ close }) => close()));
    });

    it("keep its number for a page that is loaded again, also while its old stream lasts", async () => {
      const first = await page("");
      const second = await page("");
      const again = await page(`?own=${OTHER}&again`);
      expect(again.number).to.equal(second.number);
      const duplicate = await page(`?own=${OTHER}`);
      expect(duplicate.number).to.equal("+13025550125");
      await Promise.all([first, again, duplicate].map(({ close }) => close()));
    });

    it("show one telephone on two pages if both name it", async () => {
      const pages = await Promise.all([page(`?telephone=${CALLER}`), page(`?telephone=${CALLER}`)]);
      expect(pages.map(({ number }) => number)).to.deep.equal(["+13025550123", "+13025550123"]);
      await Promise.all(pages.map(({ close }) => close()));
    });

    it("name the picture of the flow that answers, another one when the flow has changed", async () => {
      const { store, instanceId } = center;
      const [first] = (await now()).numbers;
      expect((await get(`flows/${first?.flowId ?? ""}.svg`)).status).to.equal(200);
      const flow = store.instances.get(instanceId)?.contactFlows.get(first?.flowId ?? "");
      const content = flow?.Content ?? "";
      Object.assign(flow ?? {}, { Content: content.replace(saidBy("Welcome"), "Hello") });
      const [second] = (await now()).numbers;
      expect(second?.flowId).to.equal(first?.flowId);
      expect(second?.flowVersion).not.to.equal(first?.flowVersion);
      Object.assign(flow ?? {}, { Content: content });
      expect((await now()).numbers).to.deep.equal([first]);
    });

    it("tell how far the deployment is, as soon as that changes, and what can be gone back to", async () => {
      const seen: unknown[] = [];
      for await (const { deployment, resettable } of snapshots()) {
        seen.push([deployment?.state ?? "nothing", resettable]);
        if (seen.length === 1) board.show({ stack: "a", state: "applying", done: 1, total: 2 });
        if (seen.length === 2) board.becomeResettable();
        if (seen.length === 3) board.show({ stack: "a", state: "failed", fault: "no such queue" });
        if (seen.length === 4) break;
      }
      expect(seen).to.deep.equal([
        ["nothing", false],
        ["applying", false],
        ["applying", true],
        ["failed", true],
      ]);
    });

    it("end with word of it when another exchange takes the place, and the deployment is no more heard", async () => {
      const other = createTelephone({
        stores: () => [center.store],
        invoke: () => Promise.reject(new Error("no function is called here")),
        board,
      });
      const door = await startGateway({
        port: 0,
        about: {},
        backend: () => ({
          service: () => undefined,
          sites: [{ serves: isPhonePath, handle: other.handle }],
        }),
      });
      const { body } = await fetch(`${door.endpoint}/phone/events?telephone=${CALLER}`);
      let changes = 0;
      other.exchange.listen(() => (changes += 1));
      other.stop();
      let text = "";
      for await (const chunk of body as unknown as AsyncIterable<Uint8Array>) {
        text += Buffer.from(chunk).toString();
      }
      expect(text).to.match(/\nevent: gone\ndata:\n\n$/);
      board.show({ stack: "a", state: "synthesizing" });
      expect(changes).to.equal(0);
      await door.close();
    });

    it("need the number of a telephone", async () => {
      const answer = await get("events?telephone=home");
      expect(answer.status).to.equal(400);
      expect(await answer.json()).to.deep.equal({
        message: "telephone must be a number in E.164 form like +13025550123, got home",
      });
    });
  });

  describe("a command", () => {
    it("makes and ends a call, key by key", async () => {
      expect(await post(`telephones/${CALLER}/dial`, { to: center.number })).to.include({
        status: 204,
      });
      await post("clock/next");
      await post(`telephones/${CALLER}/press`, { key: "2" });
      const { queues } = await now();
      const consulting = queues.find(({ name }) => name === "Business Consulting");
      expect(consulting?.waiting).to.have.length(1);
      expect((await post(`telephones/${CALLER}/hang-up`)).status).to.equal(204);
    });

    it("sets the calendar in the zone of the center's hours, and its speed", async () => {
      await post("clock/set", { to: "2026-11-22T10:00" });
      await post("clock/speed", { speed: 0 });
      const { clock, queues } = await now();
      expect(clock).to.deep.equal({
        now: momentOf("2026-11-22T10:00", "America/Los_Angeles"),
        timeZone: "America/Los_Angeles",
        speed: 0,
      });
      expect(queues.map(({ name, open }) => [name, open])).to.deep.equal([
        ...KWGLOBAL.queues.map(({ name }) => [name, false]),
        ["BasicQueue", true],
      ]);
    });

    it("switches faults one by one", async () => {
      await post("faults/set", { queuesFull: true });
      await post("faults/set", { noAgents: true });
      await post("faults/set", { queuesFull: false });
      expect((await now()).faults).to.deep.equal({
        noAgents: true,
        queuesFull: false,
        lambdaDown: false,
        blocks: {},
      });
      await post("faults/set", { noAgents: false });
    });

    it("lets a block fail, and work again", async () => {
      await post("faults/break", { block: "Welcome" });
      expect((await now()).faults.blocks).to.deep.equal({ Welcome: "NoMatchingError" });
      await post("faults/mend", { block: "Welcome" });
      expect((await now()).faults.blocks).to.deep.equal({});
    });

    it("goes on to the next event", async () => {
      await post(`telephones/${CALLER}/dial`, { to: center.number });
      expect(await post("clock/next")).to.include({ status: 204 });
      expect((await now()).telephone.contact?.listening).to.equal(true);
      await post(`telephones/${CALLER}/hang-up`);
    });

    const REFUSED: readonly (readonly [
      path: string,
      body: unknown,
      status: number,
      text: string,
    ])[] = [
      [`telephones/${CALLER}/dial`, {}, 400, "to must be a text, got nothing"],
      [`telephones/${CALLER}/dial`, { to: 5 }, 400, "to must be a text, got 5"],
      [
        `telephones/${CALLER}/dial`,
        { to: "1", withheld: "no" },
        400,
        'withheld must be true or false, got "no"',
      ],
      [`telephones/${CALLER}/press`, { key: "1" }, 409, "there is no call: dial first"],
      [
        `telephones/${CALLER}/press`,
        { key: "12" },
        400,
        "key must be one of 0 1 2 3 4 5 6 7 8 9 * #, got 12",
      ],
      [`telephones/${CALLER}/answer`, {}, 409, "the telephone does not ring"],
      [`telephones/${CALLER}/hang-up`, {}, 409, "there is no call to hang up"],
      ["agents/nobody/accept", {}, 404, "agent must be the id of a user, got nobody"],
      ["clock/speed", { speed: 1000 }, 400, "speed must be a number from 0 to 60, got 1000"],
      ["clock/skip", { seconds: -1 }, 400, "seconds must be a number from 0 to 86400, got -1"],
      [
        "clock/set",
        { to: "tomorrow" },
        400,
        "a moment must be a date such as 2026-11-24T10:00, got tomorrow",
      ],
      [
        "faults/set",
        { fire: true },
        400,
        "field must be one of noAgents, queuesFull, lambdaDown, got fire",
      ],
      [
        "faults/break",
        { block: "Welcom" },
        404,
        'block must be one of a published flow, got Welcom (did you mean "Welcome"?)',
      ],
      [
        "faults/break",
        { block: "Welcome", error: "QueueAtCapacity" },
        400,
        "error must be one of the block's (NoMatchingError), got QueueAtCapacity",
      ],
      ["clock/skip", "[1]", 400, "the body must be a JSON object, got [1]"],
      ["clock/skip", "{", 400, "the body must be JSON"],
      [
        "clock/skip",
        `{"seconds":1${" ".repeat(10_000)}}`,
        400,
        "the body must be at most 10000 bytes long",
      ],
    ];
    for (const [path, body, status, message] of REFUSED) {
      it(`is refused as "${message}"`, async () => {
        expect(await post(path, body)).to.deep.equal({ status, message });
      });
    }

    it("that is unknown is answered with those there are", async () => {
      const { status, message } = await post("telephones/1/2/3");
      expect(status).to.equal(404);
      expect(message).to.match(
        /^command must be one of telephones\/…\/dial, .*got telephones\/1\/2\/3$/,
      );
    });

    it("must be JSON by its type, which no form of another site can send", async () => {
      const { status, message } = await post("clock/skip", {}, { "content-type": "text/plain" });
      expect([status, message]).to.deep.equal([400, "content-type must be application/json"]);
    });

    it("is refused from a page of another site, and under another host's name", async () => {
      const origin = { origin: "https://example.com" };
      expect((await post("clock/skip", { seconds: 1 }, origin)).status).to.equal(403);
      const status = await new Promise((resolve, reject) => {
        const { port } = gateway;
        const headers = { host: "phone.example.com" };
        httpRequest({ port, host: "127.0.0.1", path: "/phone/", headers }, (response) => {
          response.resume();
          resolve(response.statusCode);
        })
          .on("error", reject)
          .end();
      });
      expect(status).to.equal(403);
    });
  });

  it("leaves signed requests to the services, whatever their path", async () => {
    const answer = await fetch(`${gateway.endpoint}/phone/a-key`, {
      headers: {
        authorization:
          "AWS4-HMAC-SHA256 Credential=AKID/20261122/us-west-2/connect/aws4_request, SignedHeaders=host, Signature=x",
      },
    });
    expect(await answer.text()).to.equal("connect");
  });
});
