import { expect } from "chai";

import {
  blockName,
  canFail,
  CATALOG,
  NEVER_VALID,
  specificationOf,
} from "../../../contact-flow/catalog";
import { CONTACT } from "../../../contact-flow/catalog/contact";
import { FLOW_CONTROL } from "../../../contact-flow/catalog/flow-control";
import { INTERACTIONS } from "../../../contact-flow/catalog/interactions";
import { PARTICIPANT } from "../../../contact-flow/catalog/participant";

describe("The catalog of action types", () => {
  it("has the 56 types of AWS's four category pages", () => {
    expect({
      contact: Object.keys(CONTACT).length,
      participant: Object.keys(PARTICIPANT).length,
      flowControl: Object.keys(FLOW_CONTROL).length,
      interactions: Object.keys(INTERACTIONS).length,
    }).to.deep.equal({ contact: 27, participant: 6, flowControl: 15, interactions: 8 });
  });

  it("names the source of each", () => {
    for (const [type, { source }] of Object.entries(CATALOG)) {
      expect(source, type).to.match(
        /^https:\/\/docs\.aws\.amazon\.com\/connect\/latest\/\w+guide\//,
      );
    }
  });

  it("tells which actions can fail: not a loop whose count is written out", () => {
    expect(canFail({ Type: "MessageParticipant" })).to.equal(true);
    expect(canFail({ Type: "UpdateFlowLoggingBehavior" })).to.equal(false);
    expect(canFail({ Type: "Loop", Parameters: { LoopCount: "2" } })).to.equal(false);
    expect(canFail({ Type: "Loop", Parameters: { LoopCount: "$.Attributes.count" } })).to.equal(
      true,
    );
  });

  it("gives a terminal action no way out", () => {
    const terminal = Object.entries(CATALOG).filter(([, { next }]) => next === "none");
    expect(terminal.map(([type]) => type)).to.have.members([
      "DisconnectParticipant",
      "EndFlowExecution",
      "EndFlowModuleExecution",
      "TransferContactToAgent",
    ]);
    for (const [type, { errors, conditions }] of terminal) {
      expect(errors, type).to.deep.equal({});
      expect(conditions, type).to.equal("none");
    }
  });

  it("mirrors only branches that the action has", () => {
    for (const [type, { mirrors, errors, conditions }] of Object.entries(CATALOG)) {
      if (mirrors === undefined || mirrors === "none") {
        continue;
      }
      if ("error" in mirrors) {
        expect(errors, type).to.include.keys(mirrors.error);
      } else {
        expect(conditions, type).to.have.property("needs").that.includes(mirrors.condition);
      }
    }
  });

  it("points each name that is never valid to one that is", () => {
    for (const [wrong, right] of Object.entries(NEVER_VALID)) {
      expect(CATALOG, wrong).to.not.have.property(wrong);
      expect(CATALOG, wrong).to.have.property(right);
    }
  });

  describe("the forms of a type", () => {
    it("are chosen by the parameters", () => {
      const menu = specificationOf({
        Type: "GetParticipantInput",
        Parameters: { StoreInput: "False" },
      });
      const store = specificationOf({
        Type: "GetParticipantInput",
        Parameters: { StoreInput: "True" },
      });
      expect(menu?.errors).to.include.keys("InputTimeLimitExceeded", "NoMatchingCondition");
      expect(store?.errors).to.not.include.keys("InputTimeLimitExceeded", "NoMatchingCondition");
      expect(store?.conditions).to.equal("none");
    });

    it("give the block the console's name", () => {
      const names = [
        blockName({ Type: "GetParticipantInput", Parameters: { StoreInput: "True" } }),
        blockName({ Type: "CheckMetricData", Parameters: { MetricType: "NumberOfAgentsStaffed" } }),
        blockName({
          Type: "UpdateContactEventHooks",
          Parameters: { EventHooks: { CustomerQueue: "x" } },
        }),
        blockName({
          Type: "UpdateContactEventHooks",
          Parameters: { EventHooks: { AgentWhisper: "x" } },
        }),
        blockName({ Type: "NotAType" }),
      ];
      expect(names).to.deep.equal([
        "Store customer input",
        "Check staffing",
        "Set customer queue flow",
        "Set whisper flow",
        "NotAType",
      ]);
    });
  });
});
