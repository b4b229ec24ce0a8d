import { expect } from "chai";

import { judge } from "../../../../plan-review/gate/judge";
import { type ChangeJson, planOf } from "../../../support/plans";

interface Action {
  readonly Identifier: string;
  readonly Type?: string;
  readonly Parameters?: object;
  readonly Transitions?: object;
}

/** A flow whose actions follow each other, unless they say otherwise. */
const flow = (...actions: Action[]) =>
  JSON.stringify({
    StartAction: actions[0]?.Identifier,
    Actions: actions.map((action, index) => ({
      Type: "MessageParticipant",
      Parameters: {},
      Transitions: { NextAction: actions[index + 1]?.Identifier },
      ...action,
    })),
  });

const queue = (QueueId: string): Action => ({
  Identifier: `queue ${QueueId}`,
  Type: "UpdateContactTargetQueue",
  Parameters: { QueueId },
});
const transfer = (Type = "TransferContactToQueue"): Action => ({ Identifier: Type, Type });
const out = (ThirdPartyPhoneNumber: string): Action => ({
  Identifier: `to ${ThirdPartyPhoneNumber}`,
  Type: "TransferParticipantToThirdParty",
  Parameters: { ThirdPartyPhoneNumber },
});
const records = (RecordedParticipants: string[]): Action => ({
  Identifier: "record",
  Type: "UpdateContactRecordingBehavior",
  Parameters: { RecordingBehavior: { RecordedParticipants } },
});
const end: Action = { Identifier: "end", Type: "DisconnectParticipant", Transitions: {} };

/** What is said of a flow that gets another content. */
const said = (
  before: unknown,
  after: unknown,
  more: object = {},
  plan: object = {},
  ...others: ChangeJson[]
) => {
  const change = {
    address: "aws_connect_contact_flow.a",
    actions: ["update"],
    ...{ before: { content: before }, after: { content: after }, ...more },
  };
  return judge(planOf([change, ...others], plan)).refused.map(
    ({ effect, happens }) => `${effect ?? "never"}: ${happens}`,
  );
};

const NOBODY = "disrupt: no longer leads callers to half of the queues or more, which stay";
const ELSEWHERE = "grant: sends callers to another telephone number, or calls one back";
const SILENT = "unprotect: no longer records the calls";
const UNREADABLE = "disrupt: writes a flow that can't be read here";

describe("a flow's other content", () => {
  it("may leave out less than half of the queues", () => {
    const three = flow(queue("a"), queue("b"), queue("c"), transfer());
    expect(said(three, flow(queue("a"), queue("c"), transfer()))).to.deep.equal([]);
    expect(said(three, flow(queue("a"), queue("d"), transfer()))).to.deep.equal([NOBODY]);
    const two = flow(queue("a"), queue("b"), transfer());
    expect(said(two, flow(queue("b"), transfer()))).to.deep.equal([NOBODY]);
    expect(said(two, flow(queue("b"), queue("a"), transfer()))).to.deep.equal([]);
  });

  it("may leave out a queue that goes in the same plan, and no other", () => {
    const gone = {
      ...{ address: "aws_connect_queue.b", actions: ["delete"] },
      ...{ before: { arn: "b" }, after: null },
    };
    const two = flow(queue("a"), queue("b"), transfer());
    const refused = (content: string) => {
      const change = {
        ...{ address: "aws_connect_contact_flow.a", actions: ["update"] },
        ...{ before: { content: two }, after: { content } },
      };
      return judge(planOf([change, gone])).refused.map(({ happens }) => happens);
    };
    expect(refused(flow(queue("a"), transfer()))).to.deep.equal([]);
    expect(refused(flow(queue("b"), transfer()))).to.deep.equal([NOBODY.replace(/^.*?: /, "")]);
  });

  it("must lead somebody on, if it did: to a queue, an agent, a flow or a callback", () => {
    for (const type of [
      ...["TransferContactToQueue", "TransferContactToAgent", "TransferToFlow"],
      "CreateCallbackContact",
    ]) {
      const old = flow({ Identifier: "hello" }, transfer(type), end);
      expect(said(old, flow({ Identifier: "good day" }, transfer(type), end))).to.deep.equal([]);
      expect(said(old, flow({ Identifier: "hello" }, end)), type).to.deep.equal([NOBODY]);
      expect(said(old, flow(end, transfer(type))), type).to.deep.equal([NOBODY]);
    }
    expect(said(flow({ Identifier: "whisper" }, end), flow(end))).to.deep.equal([]);
  });

  it("may lead on by a condition or after an error", () => {
    const old = flow(queue("a"), transfer());
    for (const way of ["Conditions", "Errors"]) {
      const Transitions = { NextAction: "end", [way]: [{ NextAction: "queue a" }] };
      const asked = { Identifier: "ask", Type: "GetParticipantInput", Transitions };
      expect(said(old, flow(asked, queue("a"), transfer(), end)), way).to.deep.equal([]);
    }
  });

  it("may go round in a circle", () => {
    const old = flow(queue("a"), transfer());
    const again = { ...transfer(), Transitions: { NextAction: "queue a" } };
    expect(said(old, flow(queue("a"), again))).to.deep.equal([]);
  });

  it("sends nobody to a telephone that it didn't know", () => {
    expect(said(flow(out("+15550100")), flow(out("+15550100")))).to.deep.equal([]);
    expect(said(flow(out("+15550100")), flow(out("$.Attributes.to")))).to.deep.equal([ELSEWHERE]);
    expect(said(flow(out("+15550100")), flow(end))).to.deep.equal([]);
    expect(said(flow(end), flow({ ...end, Transitions: {} }, out("+15550100")))).to.deep.equal([]);
  });

  it("calls nobody back whom it didn't call", () => {
    const back = (CallbackNumber: string): Action => ({
      Identifier: "back",
      Type: "UpdateContactCallbackNumber",
      Parameters: { CallbackNumber },
    });
    const caller = flow(back("$.CustomerEndpoint.Address"));
    expect(said(caller, caller.replace("back", "again"))).to.deep.equal([]);
    expect(said(caller, flow(back("+9005550123")))).to.deep.equal([ELSEWHERE]);
  });

  it("records as before", () => {
    expect(said(flow(records(["Agent", "Customer"])), flow(records(["Agent"])))).to.deep.equal([]);
    expect(said(flow(records(["Agent"])), flow(records([])))).to.deep.equal([SILENT]);
    expect(said(flow(records(["Agent"])), flow(end))).to.deep.equal([SILENT]);
    expect(said(flow(end), flow(records(["Agent"])))).to.deep.equal([]);
  });

  it("records everybody still, where it did, and logs every part", () => {
    const off = { ...records([]), Identifier: "off" };
    expect(said(flow(records(["Agent"])), flow(records(["Agent"]), off))).to.deep.equal([SILENT]);
    expect(said(flow(records(["Agent"]), off), flow(off, records(["Agent"])))).to.deep.equal([]);
    const log = (FlowLoggingBehavior: string): Action => ({
      Identifier: FlowLoggingBehavior,
      Type: "UpdateFlowLoggingBehavior",
      Parameters: { FlowLoggingBehavior },
    });
    const [on, no] = [log("Enabled"), log("Disabled")];
    expect(said(flow(on), flow(on, no))).to.deep.equal(["disrupt: turns the flow's log off"]);
    expect(said(flow(on, no), flow(no, on))).to.deep.equal([]);
  });

  it("can be read", () => {
    for (const content of ["", "{", "[]", '{"Actions":{}}', null]) {
      expect(said(flow(end), content), String(content)).to.deep.equal([UNREADABLE]);
    }
    expect(said("{", flow(end))).to.deep.equal([]);
  });

  it("is read in the configuration where the id of a new thing is missing in it", () => {
    const of = (text: string): [object, object] => [
      { afterUnknown: { content: true } },
      {
        configuration: {
          root_module: {
            resources: [
              {
                ...{ address: "aws_connect_contact_flow.a", mode: "managed", name: "a" },
                ...{ type: "aws_connect_contact_flow", provider_config_key: "aws" },
                ...{ schema_version: 0, expressions: { content: { constant_value: text } } },
              },
            ],
          },
        },
      },
    ];
    const old = flow(queue("arn:a"), transfer());
    const known = {
      address: "aws_connect_queue.a",
      actions: ["no-op"],
      before: { arn: "arn:a" },
      after: { arn: "arn:a" },
    };
    const next = (name: string) =>
      flow(
        queue(`\${aws_connect_queue.${name}.arn}`),
        queue("${aws_connect_queue.new.arn}"),
        transfer(),
      );
    expect(said(old, undefined, ...of(next("a")), known)).to.deep.equal([]);
    expect(said(old, undefined, ...of(next("b")), known)).to.deep.equal([NOBODY]);
    expect(said(old, undefined, ...of(flow(end)))).to.deep.equal([NOBODY]);
    expect(said(old, undefined, ...of("${local.flow}"))).to.deep.equal([UNREADABLE]);
  });

  it("doesn't matter where the flow is new: nothing leads to it yet", () => {
    expect(said(undefined, flow(end), { actions: ["create"], before: null })).to.deep.equal([]);
  });
});
