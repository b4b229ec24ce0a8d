import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { expect } from "chai";

import { parseFlow } from "../../contact-flow/flow";
import { kwglobalFlows } from "../../commands/support/kwglobal-center";
import { calls } from "../../commands/flows/calls";
import { diff } from "../../commands/flows/diff";
import { draw } from "../../commands/flows/draw";
import { flowFiles, UserError } from "../../commands/flows/files";
import { lint } from "../../commands/flows/lint";
import { run } from "../../commands/flows/run";
import { verify } from "../../commands/flows/verify";
import { setVariables } from "../support/hostile-environment";
import { saidBy } from "../support/kwglobal-texts";

/** Where the main menu's loop stands. */
const LOOP = `Actions[${parseFlow(kwglobalFlows()[0]?.content ?? "").Actions.findIndex(({ Type }) => Type === "Loop")}]`;

describe("npm run flows", () => {
  let directory = "";
  let printed: string[] = [];
  const print = (text: string): void => void printed.push(text);
  const path = (name: string): string => join(directory, name);
  const save = (name: string, content: unknown): string => {
    writeFileSync(path(name), typeof content === "string" ? content : JSON.stringify(content));
    return path(name);
  };
  let menu = "";
  let queue = "";

  before(() => {
    directory = mkdtempSync(join(tmpdir(), "flows-"));
    [menu = "", queue = ""] = kwglobalFlows()
      .slice(0, 2)
      .map(({ name, type, content }) =>
        save(`${type}.json`, { ContactFlow: { Name: name, Type: type, Content: content } }),
      );
  });
  after(() => {
    rmSync(directory, { recursive: true });
  });
  beforeEach(() => {
    printed = [];
  });

  describe("lint", () => {
    it("takes what describe-contact-flow answers, a flow's content, and directories", () => {
      save("content.json", kwglobalFlows()[0]?.content);
      save("other.json", { name: "no flow" });
      expect(flowFiles([directory]).map(({ name, type }) => [name, type])).to.deep.equal([
        ["KWGlobal Main Menu", "CONTACT_FLOW"],
        ["KWGlobal callback in queue", "CUSTOMER_QUEUE"],
        ["content", "CONTACT_FLOW"],
      ]);
      expect(lint([directory], { strict: true }, print)).to.equal(0);
      expect(printed.at(-1)).to.match(/^3 flows: 0 errors, /);
    });

    it("exits 1 on an error and says how to mend it", () => {
      const file = save(
        "broken.txt",
        (kwglobalFlows()[0]?.content ?? "").replace('"Type":"Loop"', '"Type":"Lopo"'),
      );
      expect(lint([file], {}, print)).to.equal(1);
      expect(printed[0]).to.equal(
        `${file}: error action-type at "Menu again"\n  Invalid Action type. Type: Lopo, Path: ${LOOP}.Type\n  fix: use a type of the flow language; types are case-sensitive`,
      );
      expect(printed.at(-1)).to.match(/^next: /);
    });

    it("--json is an array of {file, rule, level, action, path, message}", () => {
      const file = save(
        "broken.txt",
        (kwglobalFlows()[0]?.content ?? "").replace('"Type":"Loop"', '"Type":"Lopo"'),
      );
      expect(lint([file], { json: true }, print)).to.equal(1);
      expect(JSON.parse(printed.join("\n"))).to.deep.include({
        file,
        rule: "action-type",
        level: "error",
        action: "Menu again",
        path: `${LOOP}.Type`,
        message: `Invalid Action type. Type: Lopo, Path: ${LOOP}.Type`,
      });
    });

    it("takes of a folder what is a flow, however broken, and nothing that isn't", () => {
      const folder = mkdtempSync(join(tmpdir(), "flows-"));
      const put = (name: string, text: string) => {
        writeFileSync(join(folder, name), text);
      };
      put("tsconfig.json", "// not JSON\n{}");
      put("empty.json", "");
      put("policy.json", '{"Actions":["s3:GetObject"]}');
      put("view.json", '{"Name":"Form","Content":{"Actions":["Submit"],"Template":"{}"}}');
      put("release.json", '{"modules":[{"name":"a"}]}');
      expect(() => lint([folder], {}, print)).to.throw(UserError, "holds a flow");
      put("broken.json", '{"StartAction":"a",}');
      expect(lint([folder], {}, print)).to.equal(1);
      expect(printed.at(-2)).to.match(/^1 flow: 1 error, /);
    });

    it("tells of a path that is not there, and of a file that is no flow", () => {
      expect(() => lint([path("nowhere")], {}, print)).to.throw(
        UserError,
        "there is no file or directory",
      );
      expect(() => lint([save("package.txt", { name: "x" })], {}, print)).to.throw(
        UserError,
        "holds no flow",
      );
    });
  });

  describe("reads", () => {
    const content = JSON.stringify({
      Version: "2019-10-30",
      StartAction: "Goodbye",
      Actions: [{ Identifier: "Goodbye", Type: "DisconnectParticipant", Transitions: {} }],
    });
    const module = JSON.stringify({ ...(JSON.parse(content) as object), Settings: {} });
    const described = JSON.stringify({
      ContactFlow: { Name: "Bye", Type: "CONTACT_FLOW", Content: content },
    });
    const files: Readonly<Record<string, readonly [string | Buffer, string]>> = {
      "UTF-8 with a byte-order mark": [`\uFEFF${content}`, "CONTACT_FLOW"],
      "UTF-16 as PowerShell writes it": [
        Buffer.from(`\uFEFF${described}`, "utf16le"),
        "CONTACT_FLOW",
      ],
      "UTF-16 without a mark": [Buffer.from(described, "utf16le"), "CONTACT_FLOW"],
      "UTF-16 with its bytes the other way round": [
        Buffer.from(`\uFEFF${described}`, "utf16le").swap16(),
        "CONTACT_FLOW",
      ],
      "a content as a JSON string": [JSON.stringify(content), "CONTACT_FLOW"],
      "what --query ContactFlow gives": [
        JSON.stringify((JSON.parse(described) as { ContactFlow: object }).ContactFlow),
        "CONTACT_FLOW",
      ],
      "what describe-contact-flow-module answers": [
        JSON.stringify({ ContactFlowModule: { Name: "Bye", Content: module } }),
        "MODULE",
      ],
      "a module by its settings, without a Return block": [module, "MODULE"],
    };
    for (const [what, [bytes, type]] of Object.entries(files)) {
      it(what, () => {
        const file = path("read.txt");
        writeFileSync(file, bytes);
        expect(flowFiles([file]).map((flow) => flow.type)).to.deep.equal([type]);
        expect(lint([file], {}, print), printed.join("\n")).to.equal(0);
      });
    }

    it("says that a type was guessed, and names the holes of others", () => {
      const text = content.replace(
        '"Goodbye","Actions":[',
        '"Set","Actions":[' +
          JSON.stringify({
            Identifier: "Set",
            Type: "UpdateContactTargetQueue",
            Parameters: { QueueId: "${aws_connect_queue.q.arn}" },
            Transitions: {
              NextAction: "Hello",
              Errors: [{ ErrorType: "NoMatchingError", NextAction: "Hello" }],
            },
          }) +
          "," +
          JSON.stringify({
            Identifier: "Hello",
            Type: "MessageParticipant",
            Parameters: { Text: "Hello {{name}}" },
            Transitions: {
              NextAction: "Goodbye",
              Errors: [{ ErrorType: "NoMatchingError", NextAction: "Goodbye" }],
            },
          }) +
          ",",
      );
      const file = save("holes.txt", text);
      expect(lint([file], {}, print), printed.join("\n")).to.equal(0);
      expect(printed).to.deep.equal([
        `${file}: note: taken for CONTACT_FLOW, since the file doesn't say its type (--type says it)`,
        `${file}: note: 1 value with a hole that Terraform fills: not judged`,
        `${file}: note: 1 value with a hole that a template fills: not judged`,
        "1 flow: 0 errors, 0 warnings",
      ]);
    });

    it("nothing where there is none, and says so", () => {
      const empty = mkdtempSync(join(directory, "empty-"));
      writeFileSync(join(empty, "package.json"), '{"name":"x"}');
      expect(() => lint([empty], {}, print)).to.throw(UserError, "holds a flow");
    });
  });

  describe("run", () => {
    const options = { timeZone: "America/Los_Angeles", from: "+13025550123" };

    it("plays a call through the keys", async () => {
      const call = { ...options, keys: "1ww1", at: "2026-11-24T10:00", with: [queue] };
      expect(await run(menu, call, print)).to.equal(0);
      expect(printed[0]).to.equal(`10:00:00  ${saidBy("Welcome")}`);
      expect(printed.join("\n")).to.include("♪ Music_Pop_ThisAndThatIsLife_Inst.wav");
      expect(printed.at(-1)).to.equal("the call is over (flow), with a callback");
    });

    it("knows the clock", async () => {
      await run(menu, { ...options, keys: "1", at: "2026-11-22T10:00" }, print);
      expect(printed.at(-2)).to.include(saidBy("Closed"));
    });

    it("calls a template of ours with the values that are deployed", async () => {
      const call = { ...options, keys: "1ww1", at: "2026-11-24T10:00" };
      expect(await run("flow-templates/main-menu.json", call, print)).to.equal(0);
      expect(printed.join("\n"))
        .to.include(saidBy("Main menu"))
        .and.to.include("♪ Music_Pop_ThisAndThatIsLife_Inst.wav");
      expect(printed.at(-1)).to.equal("the call is over (flow), with a callback");
    });

    describe("any flow as what it is", () => {
      const at = "2026-11-24T10:00";
      const say = (Text: string, next: string) => ({
        Type: "MessageParticipant",
        Parameters: { Text },
        Transitions: {
          NextAction: next,
          Errors: [{ ErrorType: "NoMatchingError", NextAction: "End" }],
        },
      });
      const loops = {
        Type: "MessageParticipantIteratively",
        Parameters: { Messages: [{ Text: "Please hold" }] },
        Transitions: {},
      };
      const bye = { Type: "DisconnectParticipant", Transitions: {} };
      const over = { Type: "EndFlowExecution", Transitions: {} };

      async function told(
        actions: Readonly<Record<string, object>>,
        keys: string,
        Type = "CONTACT_FLOW",
        more: object = {},
      ): Promise<readonly string[]> {
        const Actions = Object.entries(actions).map(([Identifier, action]) => ({
          Identifier,
          ...action,
        }));
        const Content = JSON.stringify({
          Version: "2019-10-30",
          StartAction: Object.keys(actions)[0],
          Actions,
        });
        const file = save("any.txt", { ContactFlow: { Name: "any", Type, Content } });
        printed = [];
        expect(await run(file, { ...options, at, keys, ...more }, print)).to.equal(0);
        return printed;
      }

      it("asks for a key where nothing but time would pass: hold, queue, a prompt in a circle", async () => {
        for (const [type, where] of [
          ["CUSTOMER_HOLD", "(the customer is on hold)"],
          ["AGENT_HOLD", "(the agent is on hold)"],
          ["CUSTOMER_QUEUE", "(the caller waits in a queue)"],
        ] as const) {
          const lines = await told({ Loop: loops }, "h", type);
          expect(lines[0]).to.include(where);
          expect(lines[1]).to.match(/Please hold$/);
          expect(lines.at(-1)).to.equal("the call is over (customer)");
        }
        const lines = await told({ Busy: say("All lines are busy", "Busy"), End: bye }, "h");
        expect(lines.filter((line) => line.endsWith("All lines are busy"))).to.have.length(4);
        expect(lines.at(-1)).to.equal("the call is over (customer)");
        expect((await told({ Busy: say("Busy", "Busy"), End: bye }, "")).at(-1)).to.equal(
          'the call goes on at "Busy"',
        );
      });

      it("joins agent and customer after a whisper, and takes up what is on hold", async () => {
        const whisper = { Whisper: say("A call from sales", "End"), End: over };
        const agent = await told(whisper, "", "AGENT_WHISPER");
        expect(agent[1]).to.include("(to the agent) A call from sales");
        expect(agent.at(-1)).to.equal("agent and customer are connected");
        expect((await told(whisper, "", "CUSTOMER_WHISPER")).at(-1)).to.equal(
          "agent and customer are connected",
        );
        expect((await told(whisper, "", "OUTBOUND_WHISPER")).at(-1)).to.equal(
          "agent and customer are connected",
        );
        expect((await told({ Loop: loops }, "", "CUSTOMER_HOLD")).at(-1)).to.equal(
          "the call is on hold",
        );
        expect((await told({ Loop: loops }, "a", "CUSTOMER_HOLD")).at(-1)).to.equal(
          "agent and customer are connected",
        );
        expect((await told({ Loop: loops }, "a", "CUSTOMER_QUEUE")).at(-1)).to.equal(
          "agent and customer are connected",
        );
      });

      it("has a transfer flow's contact come with a queue", async () => {
        const transfer = {
          Transfer: {
            Type: "TransferContactToQueue",
            Transitions: {
              NextAction: "End",
              Errors: ["QueueAtCapacity", "NoMatchingError"].map((ErrorType) => ({
                ErrorType,
                NextAction: "End",
              })),
            },
          },
          End: bye,
        };
        expect((await told(transfer, "", "QUEUE_TRANSFER")).at(-1)).to.equal(
          "the caller waits in the queue",
        );
      });

      it("asks for the exit of what isn't run here", async () => {
        const lines = await told(
          {
            View: {
              Type: "ShowView",
              Parameters: { ViewResource: { Id: "form" }, InvocationTimeLimitSeconds: "60" },
              Transitions: {
                NextAction: "End",
                Conditions: [
                  { NextAction: "Thanks", Condition: { Operator: "Equals", Operands: ["Sent"] } },
                ],
                Errors: ["NoMatchingCondition", "NoMatchingError", "TimeLimitExceeded"].map(
                  (ErrorType) => ({ ErrorType, NextAction: "End" }),
                ),
              },
            },
            Thanks: say("Thank you", "End"),
            End: bye,
          },
          "1",
        );
        expect(lines.slice(0, 2)).to.deep.equal([
          '          "View" needs a chat and isn\'t run here; its exit: 1 = Sent, 2 Default, 3 Error, 4 Timeout',
          "          [= Sent]",
        ]);
        expect(lines[2]).to.match(/Thank you$/);
      });

      it("takes a function's answer, attributes and blocks that fail", async () => {
        const asks = {
          Ask: {
            Type: "InvokeLambdaFunction",
            Parameters: {
              LambdaFunctionARN: "arn:aws:lambda:us-west-2:123456789012:function:look-up",
              InvocationTimeLimitSeconds: "8",
            },
            Transitions: {
              NextAction: "Hello",
              Errors: [{ ErrorType: "NoMatchingError", NextAction: "Sorry" }],
            },
          },
          Hello: say("Hello $.External.name of $.Attributes.town", "End"),
          Sorry: say("Sorry", "End"),
          End: bye,
        };
        const answer = save("answer.txt", { name: "Ann" });
        const attribute = ["town=Bern"];
        const heard = async (more: object) => (await told(asks, "", "CONTACT_FLOW", more))[0];
        expect(await heard({ attribute, lambda: [`look-up=${answer}`] })).to.match(
          /Hello Ann of Bern$/,
        );
        expect(await heard({ attribute, lambda: ['look-up={"name":"Bo"}'] })).to.match(/Hello Bo/);
        expect(await heard({ lambda: ["look-up=fails"] })).to.match(/Sorry$/);
        expect(await heard({ lambda: ["look-up=timesOut"] })).to.match(/^10:00:08 {2}Sorry$/);
        expect(await heard({ lambda: ['look-up={"name":"Bo"}'], fail: ["Ask"] })).to.match(
          /Sorry$/,
        );
        for (const [more, problem] of [
          [{ fail: ["Akk"] }, /no block "Akk".*did you mean "Ask"/],
          [{ lambda: ["look-up=nowhere.json"] }, /can't read nowhere.json/],
          [{ attribute: ["town"] }, /must be NAME=VALUE/],
        ] as const) {
          const error = await told(asks, "", "CONTACT_FLOW", more).catch(
            (caught: unknown) => caught,
          );
          expect(error).to.be.instanceOf(UserError).with.property("message").that.matches(problem);
        }
      });
    });

    it("refuses a key or a moment that is none, and a template of nobody", async () => {
      for (const [file, wrong, problem] of [
        [menu, { keys: "x" }, /a key must be one of/],
        [menu, { keys: "1", at: "tomorrow" }, /a moment must be a date/],
        ["flow-templates/vanity-number.json", { keys: "1" }, /is a template that kwglobal.ts/],
      ] as const) {
        const error = await run(file, { ...options, ...wrong }, print).catch(
          (caught: unknown) => caught,
        );
        expect(error).to.be.instanceOf(UserError).with.property("message").that.matches(problem);
      }
    });
  });

  it("draw writes SVG into a file, or prints Mermaid", async () => {
    await draw(menu, { output: path("menu.svg") }, print);
    expect(readFileSync(path("menu.svg"), "utf8")).to.match(
      /^<svg [\s\S]*Get customer input[\s\S]*<\/svg>\n$/,
    );
    await draw(menu, { mermaid: true }, print);
    expect(printed[1]).to.match(/^flowchart LR\n/);
  });

  it("diff tells a changed prompt in two lines", () => {
    const content = (kwglobalFlows()[0]?.content ?? "").replace(saidBy("Welcome"), "Hi");
    diff(menu, save("changed.txt", content), {}, print);
    expect(printed).to.deep.equal([
      `changed "Welcome" (Play prompt)\n  - Text: ${saidBy("Welcome")}\n  + Text: Hi`,
    ]);
    printed = [];
    diff(menu, menu, {}, print);
    expect(printed).to.deep.equal(["the two versions do the same"]);
  });

  describe("calls", () => {
    const answer = {
      Version: "2019-10-30",
      StartAction: "hello",
      Actions: [
        {
          Identifier: "hello",
          Type: "MessageParticipant",
          Parameters: { Text: "hello" },
          Transitions: {
            NextAction: "bye",
            Errors: [{ ErrorType: "NoMatchingError", NextAction: "bye" }],
          },
        },
        { Identifier: "bye", Type: "DisconnectParticipant", Parameters: {}, Transitions: {} },
        { Identifier: "alone", Type: "DisconnectParticipant", Parameters: {}, Transitions: {} },
      ],
    };

    it("proposes a test file, and says what no call takes", async () => {
      await calls(save("answer.json", answer), {}, print);
      const [code = ""] = printed;
      expect(code).to.match(
        /^import .*const center = instanceAround\(.*describe\("A call to answer"/s,
      );
      expect(code).to.match(/it\("an ordinary call".*\.hears\("hello"\)\s*\.isDisconnected\(\);/s);
      expect(code.split("\n").slice(-2)).to.deep.equal([
        "// 2 calls take 3 of 4 transitions",
        '//   not taken: "alone" (Disconnect): no exit leads here',
      ]);
    });

    it("writes the file", async () => {
      await calls(save("answer.json", answer), { output: path("answer.test.ts") }, print);
      expect(readFileSync(path("answer.test.ts"), "utf8")).to.match(/flowFile\(/);
      expect(printed.at(-1)).to.match(/^wrote .*answer\.test\.ts\nnext: read what each call hears/);
    });

    it("refuses a template of ours, which has its named calls", async () => {
      const failure = await calls("flow-templates/main-menu.json", {}, print).catch(
        (error: unknown) => error,
      );
      expect(failure)
        .to.be.instanceOf(UserError)
        .with.property("message")
        .that.matches(/next: /);
    });
  });

  describe("verify", () => {
    let server: Server;
    let requests: string[] = [];
    let refuses = false;

    before((ready) => {
      server = createServer((request, response) => {
        requests.push(`${request.method ?? ""} ${(request.url ?? "").split("/")[1] ?? ""}`);
        if (refuses) {
          response.writeHead(400, { "x-amzn-ErrorType": "InvalidContactFlowException" });
          response.end(
            '{"problems":[{"message":"Invalid Action type. Type: X, Path: Actions[0].Type"}]}',
          );
        } else {
          response.end(
            request.method === "PUT" ? '{"ContactFlowId":"1","ContactFlowArn":"arn"}' : "{}",
          );
        }
      }).listen(0, "127.0.0.1", ready);
    });
    after((closed) => {
      server.close(closed);
    });

    async function judged(file: string): Promise<number> {
      requests = [];
      const { port } = server.address() as AddressInfo;
      const restore = setVariables({
        AWS_ENDPOINT_URL: `http://127.0.0.1:${port}`,
        AWS_ACCESS_KEY_ID: "test",
        AWS_SECRET_ACCESS_KEY: "test",
      });
      try {
        return await verify(
          [file],
          { instanceId: "8f2f7b56-0a7f-4a4b-9c5c-3f5a4f3c0001", region: "us-west-2" },
          print,
        );
      } finally {
        restore();
      }
    }

    it("creates a scratch flow in the instance and deletes it", async () => {
      expect(await judged(menu)).to.equal(0);
      expect(requests).to.deep.equal(["PUT contact-flows", "DELETE contact-flows"]);
      expect(printed).to.deep.equal([`${menu}: accepted`]);
    });

    it("prints the problems that Terraform drops", async () => {
      refuses = true;
      expect(await judged(menu)).to.equal(1);
      expect(printed.slice(0, 2)).to.deep.equal([
        `${menu}: refused`,
        "  Invalid Action type. Type: X, Path: Actions[0].Type",
      ]);
    });
  });
});
