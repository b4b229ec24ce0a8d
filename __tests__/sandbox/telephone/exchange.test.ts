import { expect } from "chai";

import {
  CreateHoursOfOperationOverrideCommand,
  DeleteHoursOfOperationOverrideCommand,
  UpdateContactFlowModuleContentCommand,
} from "@aws-sdk/client-connect";
import { kwglobalCenter } from "../../../commands/support/kwglobal-center";
import { messageContent } from "../../../constructs/connect/message";
import type { Json } from "../../../contact-flow/json";
import { momentOf } from "../../../contact-flow/hours";
import { dial } from "../../../contact-flow/simulation";
import { KWGLOBAL } from "../../../kwglobal";
import type { Contact } from "../../../sandbox/connect/store/store";
import { centerOf } from "../../../sandbox/telephone/center-of-instance";
import { Desk } from "../../../sandbox/telephone/desk";
import { Exchange } from "../../../sandbox/telephone/exchange";
import { namedCall } from "../../../sandbox/telephone/named-call";
import { Refusal } from "../../../sandbox/telephone/refusal";
import { snapshotOf } from "../../../sandbox/telephone/snapshot";
import { secondsOf } from "../../../sandbox/telephone/speech-length";
import type { AgentView, Snapshot } from "../../../sandbox/telephone/views";
import { connectUnderTest } from "../../support/connect-under-test";
import { IN_QUEUE, saidBy } from "../../support/kwglobal-texts";
import { type Center, deployKwglobal } from "./kwglobal-instance";

const TUESDAY = momentOf("2026-11-24T10:00", "America/Los_Angeles");
const SUNDAY = momentOf("2026-11-22T10:00", "America/Los_Angeles");
const MANAGEMENT = KWGLOBAL.quickConnects.flatMap((each) =>
  each.type === "PHONE_NUMBER" ? each.phoneNumber : [],
)[0];
const CALLER = "+13025550123";
const OTHER = "+13025550124";
/** How long the greeting and the notice of the recording take, in seconds, and a bit of the menu. */
const UNTIL_MENU =
  1 +
  Math.ceil(
    secondsOf({ text: saidBy("Welcome") }, undefined) +
      secondsOf({ text: saidBy("Recording notice") }, undefined),
  );

describe("The telephone exchange", () => {
  const under = connectUnderTest();
  let center: Center;
  let exchange: Exchange;
  let invoked: { readonly arn: string; readonly payload: Json }[];
  let lambda: () => Promise<Json>;

  before(async () => {
    center = await deployKwglobal(under);
  });

  beforeEach(() => {
    invoked = [];
    lambda = () => Promise.resolve({ vanityNumber: "1-302-FLOWERS" });
    exchange = new Exchange({
      stores: () => [center.store],
      invoke: (arn, payload) => {
        invoked.push({ arn, payload });
        return lambda();
      },
      now: TUESDAY,
    });
  });

  const see = (number = CALLER): Snapshot => snapshotOf(exchange, number);
  const telephone = (number = CALLER) => exchange.telephone(number);
  const hears = (number = CALLER) => {
    const { text, recording } = see(number).telephone.contact?.saying ?? {};
    return text ?? recording;
  };
  const pass = (seconds: number) => {
    exchange.timeline.pass(seconds * 1000);
  };
  const desk = (username: string) => new Desk(exchange, center.users.get(username) ?? "");
  const agent = (username: string): AgentView => {
    const found = see().agents.find((each) => each.username === username);
    if (found === undefined) throw new Error(`there is no agent ${username}`);
    return found;
  };
  const queue = (name: string) => see().queues.find((each) => each.name === name);
  const story = (number = CALLER) => see(number).telephone.trace.map(({ text }) => text);
  /** A caller who waits in the queue of that key. */
  const waits = (key: string, number = CALLER) => {
    telephone(number).dial(center.number);
    pass(UNTIL_MENU);
    telephone(number).press(key);
  };
  /** The last call as a test. */
  const told = () => {
    const { called } = telephone();
    return called === undefined ? "" : namedCall(called);
  };
  /** Runs a test that is to be pasted. @throws CallExpectationError as the test would fail */
  const run = (test: string, on = kwglobalCenter()) => {
    // The text is a test's: there is no other way to see that it runs.
    // eslint-disable-next-line @typescript-eslint/no-implied-eval
    const paste = new Function(
      ...["it", "dial", "center", "kwglobalCenter", "messageContent"],
      test,
    ) as (...names: unknown[]) => void;
    paste(
      (_: string, body: () => void) => {
        body();
      },
      dial,
      on,
      kwglobalCenter,
      messageContent,
    );
  };
  const quickConnect = (name: string) => center.quickConnects.get(name) ?? "";

  describe("time that is skipped", () => {
    it("stops where a caller is asked something, over which it never leaps", () => {
      waits("1");
      exchange.skip(600);
      const inQueue = exchange.timeline.elapsed - UNTIL_MENU * 1000;
      expect(inQueue).to.be.within(111_000, 121_000);
      expect(hears()).to.match(/^We apologize for the delay/);
    });

    it("passes as long as it should where nobody is asked anything", () => {
      waits("1");
      exchange.skip(100);
      expect(exchange.timeline.elapsed).to.equal((UNTIL_MENU + 100) * 1000);
    });

    it("leaves a question that goes unanswered, and stops at the next one", () => {
      telephone().dial(center.number);
      exchange.skip(60);
      const asked = exchange.timeline.elapsed;
      expect(see().telephone.contact?.listening).to.equal(true);
      exchange.skip(60);
      expect(exchange.timeline.elapsed).to.be.greaterThan(asked).and.below(60_000);
      expect(hears()).to.match(/please press 1 for customer service/);
    });

    const EVENTS: readonly (readonly [what: string, lead: () => void, now: () => unknown])[] = [
      [
        "a question",
        () => {
          telephone().dial(center.number);
        },
        () => see().telephone.contact?.listening,
      ],
      [
        "the end of a wait",
        () => {
          waits("1");
        },
        () => (hears() ?? "").startsWith("We apologize"),
      ],
      [
        "the end of a call",
        () => {
          exchange.timeline.set(SUNDAY);
          waits("1");
        },
        () => see().telephone.state === "idle",
      ],
      [
        "a ring that nobody answers",
        () => {
          waits("1");
          desk("mary.jane").setStatus("Available");
        },
        () => agent("mary.jane").activity === "missed",
      ],
    ];
    for (const [what, lead, isThere] of EVENTS) {
      it(`goes on to the next event: ${what}`, () => {
        lead();
        expect(isThere()).not.to.equal(true);
        exchange.skipToNext();
        expect(isThere()).to.equal(true);
      });
    }

    it("does not go on where nothing is to happen", () => {
      expect(() => {
        exchange.skipToNext();
      }).to.throw(Refusal, "nothing is to happen: call first");
      expect(exchange.timeline.elapsed).to.equal(0);
    });
  });

  describe("a key", () => {
    it("that nobody listens to is told as ignored", () => {
      telephone().dial(center.number);
      telephone().press("5");
      pass(UNTIL_MENU);
      telephone().press("1");
      telephone().press("2");
      expect(story().filter((line) => line.startsWith("presses"))).to.deep.equal([
        "presses 5: ignored, nobody listens for a key",
        "presses 1",
        "presses 2: ignored, nobody listens for a key",
      ]);
    });
  });

  describe("a block that is broken", () => {
    it("fails in the calls that come, and in the one that is there", () => {
      exchange.breakBlock("Welcome");
      telephone().dial(center.number);
      expect(hears()).to.equal(saidBy("Recording notice"));
      telephone().hangUp();
      exchange.mendBlock("Welcome");
      waits("1");
      exchange.breakBlock("Offer a callback");
      pass(121);
      expect(hears()).to.match(/^Sorry there has been a system error, you will remain in line/);
    });
  });

  describe("the call that was made, as a test", () => {
    const CALLS: readonly (readonly [name: string, call: () => void, step: string])[] = [
      [
        "who is called back",
        () => {
          waits("1");
          pass(125);
          telephone().press("1");
          pass(20);
        },
        '.hasCallback({ queue: "Customer Service", number: "+13025550123"',
      ],
      [
        "on a Sunday",
        () => {
          exchange.timeline.set(SUNDAY);
          waits("2");
          pass(30);
        },
        ".isDisconnected()",
      ],
      [
        "who never presses a key",
        () => {
          telephone().dial(center.number);
          pass(120);
        },
        '.isInQueue("Customer Service")',
      ],
      [
        "who meets full queues",
        () => {
          exchange.setFaults({ queuesFull: true });
          waits("1");
          pass(30);
        },
        'queues: { "Customer Service": { full: true } }',
      ],
      [
        "who meets a block that fails",
        () => {
          exchange.breakBlock("Main menu");
          telephone().dial(center.number);
          pass(30);
        },
        'broken: { "Main menu": "NoMatchingError" }',
      ],
      [
        "whom an agent answers",
        () => {
          waits("1");
          desk("mary.jane").setStatus("Available");
          desk("mary.jane").accept();
          pass(30);
          desk("mary.jane").hangUp();
        },
        '.isAnsweredBy("mary.jane");',
      ],
      [
        "who withholds the number and stays in line",
        () => {
          telephone().dial(center.number, true);
          pass(UNTIL_MENU);
          telephone().press("1");
          pass(125);
          telephone().press("1");
          pass(10);
          telephone().hangUp();
        },
        "from: null",
      ],
    ];
    for (const [name, call, step] of CALLS) {
      it(`is true of a caller ${name}`, () => {
        call();
        expect(told()).to.include(step);
        run(told());
      });
    }

    it("is true of a caller who hears a message that is switched on", async () => {
      const InstanceId = under.instanceId;
      const name = KWGLOBAL.message?.name ?? "";
      const MESSAGE = "Because of snow we are only a few today.";
      const content = (Content: string) =>
        under.client.send(
          new UpdateContactFlowModuleContentCommand({
            ...{ InstanceId, ContactFlowModuleId: center.modules.get(name), Content },
          }),
        );
      const midnight = { Hours: 0, Minutes: 0 };
      const { HoursOfOperationOverrideId } = await under.client.send(
        new CreateHoursOfOperationOverrideCommand({
          ...{ InstanceId, HoursOfOperationId: center.hours.get(name), Name: "Message" },
          ...{ EffectiveFrom: "2026-11-24", EffectiveTill: "2026-11-24" },
          Config: [{ Day: "TUESDAY", StartTime: { Hours: 14, Minutes: 0 }, EndTime: midnight }],
        }),
      );
      await content(messageContent(MESSAGE));
      try {
        telephone().dial(center.number);
        pass(30);
        telephone().hangUp();
        expect(told()).to.include(`.hears(${JSON.stringify(MESSAGE)})`);
        run(told());
      } finally {
        await content(messageContent());
        await under.client.send(
          new DeleteHoursOfOperationOverrideCommand({
            ...{ InstanceId, HoursOfOperationId: center.hours.get(name) },
            HoursOfOperationOverrideId,
          }),
        );
      }
    });

    it("reads as one that was written by hand", () => {
      waits("1");
      telephone().hangUp();
      expect(told()).to.equal(
        [
          'it("a call on 2026-11-24 at 10:00, with 1", () => {',
          "  dial(center, {",
          '    flow: "KWGlobal Main Menu",',
          '    at: "2026-11-24T10:00",',
          '    timeZone: "America/Los_Angeles",',
          '    from: "+13025550123",',
          "  })",
          `    .hears(${JSON.stringify(saidBy("Welcome"))})`,
          `    .hears(${JSON.stringify(saidBy("Recording notice"))})`,
          `    .hears(${JSON.stringify(saidBy("Main menu"))})`,
          '    .presses("1")',
          '    .isInQueue("Customer Service")',
          `    .hears(${JSON.stringify(saidBy("Loop prompts", IN_QUEUE))})`,
          "    .hangsUp();",
          "});",
          "",
        ].join("\n"),
      );
    });

    it("fails where the flows say something else", () => {
      waits("1");
      telephone().hangUp();
      expect(() => {
        run(told().replace(saidBy("Welcome"), "Welcome to another company"));
      }).to.throw("Welcome to another company");
    });
  });

  describe("a call to the claimed number", () => {
    it("runs the flow that is associated with the number", () => {
      telephone().dial(center.number);
      expect(hears()).to.equal(saidBy("Welcome"));
      while (hears() === saidBy("Welcome")) pass(1);
      expect(hears()).to.equal(saidBy("Recording notice"));
      while (hears() === saidBy("Recording notice")) pass(1);
      expect(hears()).to.equal(saidBy("Main menu"));
      expect(
        see().telephone.contact?.trails.map(({ name, running }) => [name, running]),
      ).to.deep.equal([["KWGlobal Main Menu", "Main menu"]]);
    });

    it("waits in the queue that was chosen, with the queue flow, its text and its music", () => {
      waits("1");
      expect(queue("Customer Service")?.waiting).to.have.length(1);
      expect(hears()).to.equal(saidBy("Loop prompts", IN_QUEUE));
      pass(15);
      expect(hears()).to.equal("Music_Pop_ThisAndThatIsLife_Inst.wav");
    });

    it("hears on a Sunday that the center is closed, and is hung up on", () => {
      exchange.timeline.set(SUNDAY);
      waits("1");
      expect(hears()).to.equal(saidBy("Closed"));
      pass(30);
      expect(see().telephone.state).to.equal("idle");
      expect(story()).to.include("the flow hung up");
    });

    it("hears an error when the queues are full", () => {
      exchange.setFaults({ queuesFull: true });
      waits("2");
      expect(hears()).to.equal(saidBy("System error"));
    });

    it("marks the blocks it was in and the exits it took", () => {
      waits("2");
      const [menu] = see().telephone.contact?.trails ?? [];
      expect(menu?.entered).to.include("Set working queue for key 2");
      expect(menu?.entered).not.to.include("Set working queue for key 1");
      expect(menu?.taken).to.include("Main menu Conditions[1]");
      expect(story()).to.include("Main menu (Get customer input) → Pressed 2");
    });

    it("tells what a block has set right behind the block", () => {
      waits("2");
      const at = story().indexOf("Set working queue for key 2 (Set working queue)");
      expect(story()[at + 1]).to.equal("working queue = Business Consulting");
      expect(story()[at - 1]).to.equal("menuKey = 2");
    });

    it("is refused for a number that nobody has claimed", () => {
      expect(() => {
        telephone().dial("+13025559999");
      }).to.throw(
        Refusal,
        `number must be claimed in the sandbox (${center.number}), got +13025559999`,
      );
    });

    it("is refused for a number without a flow, and for one whose flow is not published", () => {
      const number = [...center.store.phoneNumbers.values()][0];
      const flow = center.store.instances
        .get(center.instanceId)
        ?.contactFlows.get(number?.contactFlowId ?? "");
      if (number === undefined || flow?.Content === undefined) throw new Error("nothing deployed");
      const { contactFlowId } = number;
      const { Content } = flow;
      const call = () => {
        telephone().dial(center.number);
      };
      try {
        number.contactFlowId = undefined;
        expect(call).to.throw(Refusal, "has no flow: associate one with the number");
        number.contactFlowId = contactFlowId;
        flow.Content = undefined;
        expect(call).to.throw(Refusal, "the flow KWGlobal Main Menu must be published to be run");
      } finally {
        Object.assign(number, { contactFlowId });
        Object.assign(flow, { Content });
      }
      expect(see().telephone.state).to.equal("idle");
    });

    it("is refused while another call is on", () => {
      telephone().dial(center.number);
      expect(() => {
        telephone().dial(center.number);
      }).to.throw(Refusal, "hang up first");
    });

    it("goes on as it was when the calendar is set", () => {
      waits("1");
      pass(60);
      exchange.timeline.set(SUNDAY);
      pass(59);
      expect(hears()).to.equal("Music_Pop_ThisAndThatIsLife_Inst.wav");
      pass(1);
      expect(hears()).to.equal(saidBy("Closed", IN_QUEUE));
    });

    it("runs the flow as it is deployed at that moment, not as it was before", async () => {
      const hello = (Text: string) => ({
        Version: "2019-10-30",
        StartAction: "say",
        Actions: [
          {
            Identifier: "say",
            Type: "MessageParticipant",
            Parameters: { Text },
            Transitions: {
              NextAction: "end",
              Errors: [{ NextAction: "end", ErrorType: "NoMatchingError" }],
            },
          },
          { Identifier: "end", Type: "DisconnectParticipant", Parameters: {}, Transitions: {} },
        ],
      });
      const instance = center.store.instances.get(center.instanceId);
      const menu = [...(instance?.contactFlows.values() ?? [])].find(
        ({ Name }) => Name === "KWGlobal Main Menu",
      );
      const flow = await center.flow("Greeting", hello("Changed"));
      await center.answerWith(flow);
      try {
        telephone().dial(center.number);
        expect(hears()).to.equal("Changed");
      } finally {
        await center.answerWith(menu?.Id ?? "");
      }
    });
  });

  describe("agents", () => {
    it("are those of the instance, and begin Offline", () => {
      const agents = see().agents.map(({ username, status }) => [username, status]);
      expect(agents).to.have.deep.members(
        KWGLOBAL.users.map(({ username }) => [username, "Offline"]),
      );
      // Who serves no queue comes last.
      expect(agents.slice(-2).map(([username]) => username)).to.deep.equal([
        "caleb.wang",
        "jimin.lee",
      ]);
    });

    it("choose from the statuses of the instance", () => {
      expect(see().statuses).to.deep.equal(["Available", "Offline", "Lunch", "Break", "Meeting"]);
      desk("mary.jane").setStatus("Lunch");
      expect(agent("mary.jane")).to.include({ status: "Lunch", routable: false });
      expect(() => {
        desk("mary.jane").setStatus("Away");
      }).to.throw(
        Refusal,
        "status must be one of Available, Offline, Lunch, Break, Meeting, got Away",
      );
    });

    it("get a call only when they are Available", () => {
      desk("mary.jane").setStatus("Break");
      waits("1");
      expect(agent("mary.jane").activity).to.equal("idle");
      desk("mary.jane").setStatus("Available");
      expect(agent("mary.jane").activity).to.equal("ringing");
    });

    it("hear the queue's name, the caller a beep, and then each other", () => {
      desk("mary.jane").setStatus("Available");
      waits("1");
      desk("mary.jane").accept();
      expect(agent("mary.jane").contact?.saying?.text).to.equal("Customer Service");
      pass(3);
      expect(hears()).to.equal("Beep.wav");
      pass(1);
      expect(agent("mary.jane").contact).to.include({ connected: true, number: CALLER });
      expect(see().telephone.contact?.state).to.equal("connected with Mary Jane");
    });

    it("have after call work when the caller hangs up, and then the next call", () => {
      desk("mary.jane").setStatus("Available");
      waits("1");
      desk("mary.jane").accept();
      pass(5);
      waits("1", OTHER);
      telephone().hangUp();
      expect(agent("mary.jane").activity).to.equal("afterCallWork");
      pass(60);
      expect(agent("mary.jane").activity).to.equal("afterCallWork");
      desk("mary.jane").finish();
      expect(agent("mary.jane").contact).to.include({ number: OTHER });
    });

    it("who do not answer within 20 seconds get no more calls until they choose a status", () => {
      desk("mary.jane").setStatus("Available");
      waits("1");
      pass(20);
      expect(agent("mary.jane").activity).to.equal("missed");
      expect(queue("Customer Service")?.waiting).to.have.length(1);
      desk("mary.jane").setStatus("Available");
      expect(agent("mary.jane").activity).to.equal("ringing");
    });

    it("who decline leave the call to the others", () => {
      desk("mary.jane").setStatus("Available");
      desk("peter.parker").setStatus("Available");
      waits("1");
      expect(agent("mary.jane").activity).to.equal("ringing");
      desk("mary.jane").decline();
      pass(16);
      expect(agent("peter.parker").activity).to.equal("ringing");
    });

    it("are idle again when the caller hangs up while it rings", () => {
      desk("mary.jane").setStatus("Available");
      waits("1");
      telephone().hangUp();
      expect(agent("mary.jane").activity).to.equal("idle");
    });

    it("are not there at all when they are switched off", () => {
      exchange.setFaults({ noAgents: true });
      desk("mary.jane").setStatus("Available");
      waits("1");
      expect(agent("mary.jane").activity).to.equal("idle");
      exchange.setFaults({ noAgents: false });
      expect(agent("mary.jane").activity).to.equal("ringing");
    });

    it("put a caller on hold, who hears the music of the hold flow, and take the call back", () => {
      desk("mary.jane").setStatus("Available");
      waits("1");
      desk("mary.jane").accept();
      pass(5);
      desk("mary.jane").hold();
      expect(hears()).to.equal("CustomerHold.wav");
      desk("mary.jane").resume();
      expect(hears()).to.equal(undefined);
      expect(agent("mary.jane").contact).to.include({ connected: true, onHold: false });
    });

    it("cannot accept when nothing rings", () => {
      expect(() => {
        desk("mary.jane").accept();
      }).to.throw(Refusal, "no call rings at mary.jane");
    });
  });

  /** Lets the user of that name have other phone settings, until the test is over. */
  const withPhone = (username: string, phone: object, test: () => void) => {
    const user = center.store.instances
      .get(center.instanceId)
      ?.users.get(center.users.get(username) ?? "");
    if (user === undefined) throw new Error(`there is no user ${username}`);
    const before = user.PhoneConfig;
    user.PhoneConfig = { ...before, ...phone };
    try {
      test();
    } finally {
      user.PhoneConfig = before;
    }
  };

  describe("the settings of an agent's phone", () => {
    it("end after call work when its time is over, and the next call rings", () => {
      withPhone("mary.jane", { AfterContactWorkTimeLimit: 1 }, () => {
        desk("mary.jane").setStatus("Available");
        waits("1");
        desk("mary.jane").accept();
        pass(5);
        waits("1", OTHER);
        telephone().hangUp();
        pass(0.9);
        expect(agent("mary.jane").activity).to.equal("afterCallWork");
        pass(0.1);
        expect(agent("mary.jane")).to.include({ activity: "ringing" });
      });
    });

    it("accept a call at once where they say so", () => {
      withPhone("mary.jane", { AutoAccept: true }, () => {
        desk("mary.jane").setStatus("Available");
        waits("1");
        expect(agent("mary.jane").activity).to.equal("onContact");
      });
      telephone().hangUp();
      desk("mary.jane").finish();
      withPhone("mary.jane", { AutoAccept: false }, () => {
        waits("1", OTHER);
        expect(agent("mary.jane").activity).to.equal("ringing");
      });
    });
  });

  // https://docs.aws.amazon.com/connect/latest/adminguide/check-staffing.html
  describe("a queue's metrics", () => {
    const metrics = (name = "Customer Service") =>
      exchange.distribution.metrics(center.queues.get(name) ?? "");

    it("count as available who could take a call, as online who is not Offline", () => {
      expect(metrics()).to.include({ agentsOnline: 0, agentsStaffed: 0, agentsAvailable: 0 });
      desk("peter.parker").setStatus("Lunch");
      expect(metrics()).to.include({ agentsOnline: 1, agentsStaffed: 0, agentsAvailable: 0 });
      desk("mary.jane").setStatus("Available");
      expect(metrics()).to.include({ agentsOnline: 2, agentsStaffed: 1, agentsAvailable: 1 });
    });

    it("count as staffed who is on a call or at the work after it, whatever status comes next", () => {
      desk("mary.jane").setStatus("Available");
      waits("1");
      expect(metrics()).to.include({ agentsStaffed: 1, agentsAvailable: 0 });
      desk("mary.jane").accept();
      desk("mary.jane").setStatus("Break");
      expect(metrics()).to.include({ agentsOnline: 1, agentsStaffed: 1, agentsAvailable: 0 });
      telephone().hangUp();
      expect(agent("mary.jane").activity).to.equal("afterCallWork");
      expect(metrics()).to.include({ agentsOnline: 1, agentsStaffed: 1, agentsAvailable: 0 });
      desk("mary.jane").finish();
      expect(metrics()).to.include({ agentsOnline: 1, agentsStaffed: 0, agentsAvailable: 0 });
    });

    it("count only agents whose routing profile has the queue", () => {
      desk("mary.jane").setStatus("Available");
      expect(metrics("Business Consulting")).to.include({ agentsOnline: 0, agentsStaffed: 0 });
      desk("peter.parker").setStatus("Available");
      expect(metrics("Business Consulting")).to.include({ agentsOnline: 1, agentsStaffed: 1 });
    });

    it("count nobody while the agents are switched off", () => {
      desk("mary.jane").setStatus("Available");
      exchange.setFaults({ noAgents: true });
      expect(metrics()).to.include({ agentsOnline: 0, agentsStaffed: 0, agentsAvailable: 0 });
    });

    it("tell how many wait, and how long the oldest has waited", () => {
      expect(metrics()).to.include({ contactsInQueue: 0, oldestContactSeconds: 0 });
      waits("1");
      pass(30);
      waits("1", OTHER);
      pass(10);
      expect(metrics()).to.include({ contactsInQueue: 2, oldestContactSeconds: 40 + UNTIL_MENU });
    });
  });

  describe("a queue's limit", () => {
    // "Maximum contacts in queue": https://docs.aws.amazon.com/connect/latest/adminguide/set-maximum-queue-limit.html
    const withLimit = (limit: number, test: () => void) => {
      const limited = center.store.instances
        .get(center.instanceId)
        ?.queues.get(center.queues.get("Customer Service") ?? "");
      if (limited === undefined) throw new Error("there is no such queue");
      const before = limited.MaxContacts;
      limited.MaxContacts = limit;
      try {
        test();
      } finally {
        limited.MaxContacts = before;
      }
    };

    it("lets in as many as it says, and no more", () => {
      withLimit(1, () => {
        waits("1");
        expect(queue("Customer Service")?.waiting).to.have.length(1);
        waits("1", OTHER);
        expect(queue("Customer Service")?.waiting).to.have.length(1);
        expect(hears(OTHER)).to.equal(saidBy("System error"));
      });
    });

    it("counts for callbacks, too", () => {
      waits("1");
      pass(121);
      withLimit(1, () => {
        telephone().press("1");
        pass(12);
      });
      expect(story()).to.include(`“${saidBy("System error", IN_QUEUE)}”`);
      expect(exchange.pendingCallbacks.size).to.equal(0);
    });
  });

  describe("who comes first", () => {
    it("is who has waited longest, with the routing age that a flow has added", () => {
      waits("1");
      pass(20);
      waits("1", OTHER);
      const [, newer] = exchange.waitingIn(center.queues.get("Customer Service") ?? "");
      if (newer === undefined) throw new Error("two should wait");
      // As Change routing priority / age leaves it.
      Object.assign(newer.state.contact, { queueTimeAdjustmentSeconds: 60 });
      desk("mary.jane").setStatus("Available");
      expect(agent("mary.jane").contact).to.include({ number: OTHER });
    });

    it("is called by the agent who has been Available for longest", () => {
      exchange.setFaults({ noAgents: true });
      desk("peter.parker").setStatus("Available");
      pass(10);
      desk("mary.jane").setStatus("Available");
      waits("1");
      pass(20);
      exchange.setFaults({ noAgents: false });
      expect(agent("mary.jane").activity).to.equal("idle");
      expect(agent("peter.parker").activity).to.equal("ringing");
      expect(story()).to.include("rings at peter.parker");
    });

    it("is told when somebody does not answer, and the call rings on elsewhere", () => {
      desk("mary.jane").setStatus("Available");
      waits("1");
      desk("peter.parker").setStatus("Available");
      pass(20);
      expect(story()).to.include("mary.jane does not answer");
      expect(agent("peter.parker").activity).to.equal("ringing");
    });
  });

  describe("Peter", () => {
    it("gets a customer service call only after 15 seconds", () => {
      desk("peter.parker").setStatus("Available");
      waits("1");
      pass(14.99);
      expect(agent("peter.parker").activity).to.equal("idle");
      pass(0.01);
      expect(agent("peter.parker")).to.include({ activity: "ringing" });
    });

    it("gets it only when no consulting call waits", () => {
      waits("1");
      pass(60);
      waits("2", OTHER);
      desk("peter.parker").setStatus("Available");
      expect(agent("peter.parker").contact).to.include({
        queue: "Business Consulting",
        number: OTHER,
      });
    });
  });

  describe("a callback", () => {
    const asksForCallback = () => {
      waits("1");
      pass(121);
      telephone().press("1");
      pass(35);
    };

    it("ends the call, comes into the queue after its delay and rings at Mary", () => {
      waits("1");
      pass(121);
      telephone().press("1");
      expect(hears()).to.equal(saidBy("Callback is coming", IN_QUEUE));
      pass(8);
      expect(see().telephone.state).to.equal("idle");
      expect(queue("Customer Service")?.waiting).to.have.length(0);
      pass(25);
      expect(queue("Customer Service")?.waiting).to.have.length(1);
      desk("mary.jane").setStatus("Available");
      expect(agent("mary.jane").contact).to.include({ callback: true, number: CALLER });
    });

    it("rings at the customer once the agent has accepted, and connects the two", () => {
      desk("mary.jane").setStatus("Meeting");
      asksForCallback();
      expect(see().telephone.state).to.equal("idle");
      desk("mary.jane").setStatus("Available");
      desk("mary.jane").accept();
      pass(3);
      expect(see().telephone).to.include({ state: "ringing", with: center.number });
      telephone().answer();
      expect(hears()).to.equal("This call is not being recorded.");
      pass(5);
      expect(agent("mary.jane").contact?.connected).to.equal(true);
      expect(see().telephone.state).to.equal("inCall");
    });

    it("is over when the customer does not answer, and the agent is free", () => {
      asksForCallback();
      desk("mary.jane").setStatus("Available");
      desk("mary.jane").accept();
      pass(63);
      expect(see().telephone.state).to.equal("idle");
      expect(agent("mary.jane").activity).to.equal("afterCallWork");
      expect(queue("Customer Service")?.waiting).to.have.length(0);
    });

    it("cannot be had when the queue is full: the caller remains in line", () => {
      waits("1");
      pass(121);
      exchange.setFaults({ queuesFull: true });
      telephone().press("1");
      pass(12);
      expect(story()).to.include(`“${saidBy("System error", IN_QUEUE)}”`);
      expect(queue("Customer Service")?.waiting).to.have.length(1);
    });

    it("cannot be had without a number", () => {
      telephone().dial(center.number, true);
      pass(UNTIL_MENU);
      telephone().press("1");
      pass(121);
      telephone().press("1");
      expect(hears()).to.equal(saidBy("Invalid number", IN_QUEUE));
    });
  });

  describe("a quick connect", () => {
    const talking = (to = "mary.jane", key = "1") => {
      desk(to).setStatus("Available");
      waits(key);
      desk(to).accept();
      pass(6);
      expect(agent(to).contact?.connected).to.equal(true);
    };

    it("is one of those that the queues of the routing profile have", () => {
      const names = (username: string) => agent(username).quickConnects.map(({ name }) => name);
      expect(names("mary.jane")).to.have.members([
        "Business Consulting",
        "Management",
        "Mary Jane",
      ]);
      expect(names("peter.parker")).to.have.members([
        "Customer Service",
        "Business Consulting",
        "Management",
        "Mary Jane",
      ]);
    });

    it("to a queue brings the caller there by the transfer flow", () => {
      talking();
      desk("mary.jane").transfer(quickConnect("Business Consulting"));
      expect(agent("mary.jane").activity).to.equal("afterCallWork");
      expect(hears()).to.equal("Transferring now.");
      pass(5);
      expect(queue("Business Consulting")?.waiting).to.have.length(1);
      desk("peter.parker").setStatus("Available");
      expect(agent("peter.parker").contact).to.include({ number: CALLER });
    });

    it("to an agent rings at that agent, and waits until the agent is ready", () => {
      talking("peter.parker", "2");
      desk("peter.parker").transfer(quickConnect("Mary Jane"));
      pass(5);
      expect(agent("mary.jane").activity).to.equal("idle");
      desk("mary.jane").setStatus("Available");
      desk("mary.jane").accept();
      pass(6);
      expect(see().telephone.contact?.state).to.equal("connected with Mary Jane");
    });

    it("lets a caller who came to an agent be transferred on", () => {
      talking("peter.parker", "2");
      desk("mary.jane").setStatus("Available");
      desk("peter.parker").transfer(quickConnect("Mary Jane"));
      pass(5);
      desk("mary.jane").accept();
      pass(6);
      desk("mary.jane").transfer(quickConnect("Business Consulting"));
      pass(5);
      expect(queue("Business Consulting")?.waiting).to.have.length(1);
    });

    it("to a number takes the caller out of the center", () => {
      talking();
      desk("mary.jane").transfer(quickConnect("Management"));
      expect(see().telephone).to.include({
        state: "outside",
        with: `Management (${MANAGEMENT ?? ""})`,
      });
      telephone().hangUp();
      expect(see().telephone.state).to.equal("idle");
    });
  });

  describe("a flow's transfer to somebody outside", () => {
    let menu = "";
    before(() => {
      const { contactFlows } = center.store.instances.get(center.instanceId) ?? {};
      const flows = [...(contactFlows?.values() ?? [])];
      menu = flows.find(({ Name }) => Name === "KWGlobal Main Menu")?.Id ?? "";
    });
    after(() => center.answerWith(menu));

    it("carries the caller out once: a call made afterwards is another one", async () => {
      await center.answerWith(
        await center.flow("Outside", {
          Version: "2019-10-30",
          StartAction: "outside",
          Actions: [
            {
              Identifier: "outside",
              Type: "TransferParticipantToThirdParty",
              Parameters: {
                ThirdPartyPhoneNumber: "+13025550199",
                ThirdPartyConnectionTimeLimitSeconds: "30",
                ContinueFlowExecution: "False",
              },
              Transitions: {
                NextAction: "end",
                Errors: [{ NextAction: "end", ErrorType: "NoMatchingError" }],
              },
            },
            { Identifier: "end", Type: "DisconnectParticipant", Parameters: {}, Transitions: {} },
          ],
        }),
      );
      telephone().dial(center.number);
      pass(5);
      expect(see().telephone.state).to.equal("outside");
      telephone().hangUp();
      await center.answerWith(menu);
      telephone().dial(center.number);
      pass(40);
      expect(see().telephone.state).not.to.equal("outside");
    });
  });

  describe("Amazon Connect", () => {
    const contacts = () =>
      center.store.instances.get(center.instanceId)?.contacts ?? new Map<string, Contact>();
    const known = () =>
      [...contacts().values()].map((each) => [
        each.InitiationMethod,
        each.CustomerEndpoint?.Address,
        each.SystemEndpoint?.Address,
        each.InitiationTimestamp?.getTime(),
        each.DisconnectTimestamp?.getTime(),
      ]);

    beforeEach(() => {
      contacts().clear();
    });

    it("knows a contact from its beginning on, also once it is over", () => {
      telephone().dial(center.number);
      expect(known()).to.deep.equal([["INBOUND", CALLER, center.number, TUESDAY, undefined]]);
      pass(2);
      telephone().hangUp();
      expect(known()).to.deep.equal([["INBOUND", CALLER, center.number, TUESDAY, TUESDAY + 2000]]);
    });

    it("doesn't know the number of a caller who withholds it", () => {
      telephone().dial(center.number, true);
      expect(known()).to.deep.equal([["INBOUND", undefined, center.number, TUESDAY, undefined]]);
    });

    it("knows a callback as a contact of its own", () => {
      waits("1");
      pass(121);
      telephone().press("1");
      pass(30);
      expect(known().map(([method, caller]) => [method, caller])).to.deep.equal([
        ["INBOUND", CALLER],
        ["CALLBACK", CALLER],
      ]);
      const [asked, callback] = [...contacts().values()];
      expect(callback?.PreviousContactId).to.equal(asked?.Id);
      expect(asked?.told.nextContactId).to.equal(callback?.Id);
    });
  });

  describe("a function", () => {
    const ARN = "arn:aws:lambda:us-east-1:123456789012:function:recordVanityNumber";
    const branch = (NextAction: string) => ({
      NextAction,
      Errors: [{ NextAction: "failed", ErrorType: "NoMatchingError" }],
    });
    const say = (Identifier: string, Text: string) => ({
      Identifier,
      Type: "MessageParticipant",
      Parameters: { Text },
      Transitions: {
        NextAction: "end",
        Errors: [{ NextAction: "end", ErrorType: "NoMatchingError" }],
      },
    });
    let menu = "";

    const answerByAsking = async (name: string, arn: string) => {
      await center.answerWith(
        await center.flow(name, {
          Version: "2019-10-30",
          StartAction: "ask",
          Actions: [
            {
              Identifier: "ask",
              Type: "InvokeLambdaFunction",
              Parameters: { LambdaFunctionARN: arn, InvocationTimeLimitSeconds: "1" },
              Transitions: branch("tell"),
            },
            say("tell", "You are $.External.vanityNumber"),
            say("failed", "The function failed"),
            { Identifier: "end", Type: "DisconnectParticipant", Parameters: {}, Transitions: {} },
          ],
        }),
      );
    };

    before(async () => {
      const instance = center.store.instances.get(center.instanceId);
      instance?.lambdaFunctions.push(ARN);
      const flows = [...(instance?.contactFlows.values() ?? [])];
      menu = flows.find(({ Name }) => Name === "KWGlobal Main Menu")?.Id ?? "";
      await answerByAsking("Vanity", ARN);
    });

    after(() => center.answerWith(menu));

    const answered = () => new Promise((resolve) => setTimeout(resolve, 5));

    it("is invoked with Connect's event, and the flow reads its answer", async () => {
      telephone().dial(center.number);
      expect(invoked.map(({ arn }) => arn)).to.deep.equal([ARN]);
      expect(invoked[0]?.payload).to.have.nested.property(
        "Details.ContactData.CustomerEndpoint.Address",
        CALLER,
      );
      await answered();
      expect(hears()).to.equal("You are 1-302-FLOWERS");
      expect(story()).to.include('recordVanityNumber answers {"vanityNumber":"1-302-FLOWERS"}');
    });

    it("stands with its answer in the call as a test", async () => {
      telephone().dial(center.number);
      await answered();
      pass(30);
      const answer =
        '{ lambdas: { recordVanityNumber: { answers: { vanityNumber: "1-302-FLOWERS" } } } }';
      expect(told()).to.include(`world: ${answer}`).and.include('.hears("You are 1-302-FLOWERS")');
      const instance = center.store.instances.get(center.instanceId);
      if (instance === undefined) throw new Error("nothing deployed");
      run(told(), centerOf(instance, center.store));
    });

    it("is not asked at all when Lambda is switched off", async () => {
      exchange.setFaults({ lambdaDown: true });
      telephone().dial(center.number);
      await answered();
      expect(invoked).to.deep.equal([]);
      expect(hears()).to.equal("The function failed");
    });

    it("must be associated with the instance", async () => {
      const functions = center.store.instances.get(center.instanceId)?.lambdaFunctions ?? [];
      functions.splice(0);
      telephone().dial(center.number);
      await answered();
      functions.push(ARN);
      expect(hears()).to.equal("The function failed");
      expect(story().join()).to.include("not associated with the instance");
    });

    for (const { asked, associated, answers } of [
      { asked: `${ARN}:live`, associated: ARN, answers: true },
      { asked: `${ARN}:live`, associated: `${ARN}:live`, answers: true },
      { asked: `${ARN}:live`, associated: `${ARN}:test`, answers: false },
      { asked: `${ARN}:live`, associated: `${ARN}Batch`, answers: false },
      { asked: ARN, associated: `${ARN}:live`, answers: false },
    ]) {
      const [one, other] = [asked, associated].map((arn) => arn.replace(/.*:function:/, ""));
      it(`${answers ? "is invoked" : "fails"} as ${one} where ${other} is associated`, async () => {
        const functions = center.store.instances.get(center.instanceId)?.lambdaFunctions ?? [];
        functions.splice(0, Infinity, associated);
        await answerByAsking(`${one} by ${other}`, asked);
        telephone().dial(center.number);
        await answered();
        functions.splice(0, Infinity, ARN);
        await answerByAsking(`After ${one} by ${other}`, ARN);
        expect(invoked.map(({ arn }) => arn)).to.deep.equal(answers ? [asked] : []);
        expect(hears()).to.equal(answers ? "You are 1-302-FLOWERS" : "The function failed");
      });
    }

    it("has its time by the machine's clock, not by the exchange's", async () => {
      lambda = () => new Promise<never>(() => undefined);
      telephone().dial(center.number);
      pass(60);
      expect(hears()).to.equal(undefined);
      await new Promise((resolve) => setTimeout(resolve, 1050));
      expect(hears()).to.equal("The function failed");
    });
  });
});
