import { expect } from "chai";

import { faultsIn } from "../../../plan-review/configuration/check";
import { ATTEMPTS } from "./attempts";
import { changed, set } from "./change";
import { RICH, WRITTEN } from "./configurations";

describe("the check of a configuration that nobody has reviewed", () => {
  for (const { name, json } of WRITTEN) {
    it(`finds nothing wrong with ${name}`, () => {
      expect(faultsIn(json)).to.deep.equal([]);
    });
  }

  it("finds nothing wrong with a thing that has moved twice", () => {
    const moved = [
      { from: "aws_sns_topic.first", to: "aws_sns_topic.second" },
      { from: "aws_sns_topic.second", to: "aws_sns_topic.notifications" },
    ];
    expect(faultsIn(changed(RICH.json, set("moved", moved)))).to.deep.equal([]);
  });

  for (const [what, change, ...faults] of ATTEMPTS) {
    it(`refuses ${what}`, () => {
      const found = faultsIn(changed(RICH.json, change));
      expect(found, found.join("\n")).to.have.length(faults.length);
      found.forEach((fault, index) => {
        expect(fault.slice(0, faults[index]?.length)).to.equal(faults[index]);
      });
    });
  }

  for (const value of [null, [], "{}", 1]) {
    it(`refuses ${JSON.stringify(value)}`, () => {
      expect(faultsIn(value)).to.deep.equal([
        `the configuration must be an object, as cdktf writes it, got ${JSON.stringify(value)}`,
      ]);
    });
  }
});
