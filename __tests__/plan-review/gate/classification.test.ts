import { expect } from "chai";

import { classOf } from "../../../plan-review/gate/changes";
import { CLASSIFICATION, rulesOf } from "../../../plan-review/gate/classification";
import type { TypeRules } from "../../../plan-review/gate/type-rules";
import { STACKS } from "../../policy/stacks";

const META = ["//", "depends_on", "lifecycle", "provider"];

const listed = ({ free, judged, named, unused, computed }: TypeRules): string[] => [
  ...Object.values(free).flat(),
  ...Object.keys(judged),
  ...Object.values(named).flat(),
  ...unused,
  ...computed,
];

describe("the table of what may change", () => {
  for (const [type, rules] of Object.entries(CLASSIFICATION)) {
    it(`says of each attribute of ${type} one thing`, () => {
      const all = listed(rules);
      expect(all.filter((name, index) => all.indexOf(name) !== index)).to.deep.equal([]);
      for (const name of rules.target) expect(all).to.include(name);
    });

    it(`says of ${type} why one may be made or go unnamed, or what that does`, () => {
      const { made, gone, free, named } = rules;
      const reasons = [...Object.keys(free), ...Object.keys(named)];
      const texts = [made, gone].map((each) =>
        typeof each === "object" ? each.happens : typeof each === "function" ? "a rule" : each,
      );
      for (const text of [...reasons, ...texts]) expect(text).to.match(/^[^\s].+[^.]$/);
      for (const each of [made, gone]) {
        if (typeof each === "object") expect(each.because + each.source).to.match(/^\S.+\S$/);
      }
    });
  }

  it("has the arguments of every construct among those that may be set", () => {
    const wrong = STACKS.flatMap(({ name, stack }) =>
      stack.addresses().flatMap((address) => {
        const { unused = [], computed = [] } = rulesOf(address.split(".")[0] ?? "") ?? {};
        return Object.keys(stack.resource(address))
          .filter((argument) => !META.includes(argument))
          .filter((argument) => unused.includes(argument) || computed.includes(argument))
          .map((argument) => `${name}: ${address}.${argument}`);
      }),
    );
    expect(wrong).to.deep.equal([]);
  });

  it("lets a part stand for itself, and else for what it is a part of", () => {
    const rules = rulesOf("aws_connect_user");
    if (!rules) throw new Error("there are users");
    const isFree = (path: string) => classOf(path, rules).isFree;
    expect(isFree("phone_config.auto_accept")).to.equal(true);
    expect(isFree("phone_config.desk_phone_number")).to.equal(false);
    expect(isFree("identity_info.first_name")).to.equal(true);
    expect(isFree("identity_info")).to.equal(false);
    expect(isFree("identity_info.middle_name")).to.equal(false);
    expect(classOf("phone_config.new", rules).judgement).to.equal(rules.judged.phone_config);
    expect(classOf("tags.team", rules)).to.include({ isFree: true });
    expect(classOf("arn", rules)).to.include({ isFree: true });
    expect(classOf("directory_user_id", rules)).to.deep.equal({
      isFree: false,
      reason: "no construct here sets it",
    });
    expect(classOf("constructor", rules)).to.deep.equal({
      isFree: false,
      reason: "nobody has said whether it may change",
    });
  });

  it("knows no type by the name of a part of JavaScript", () => {
    expect(rulesOf("constructor")).to.equal(undefined);
    expect(rulesOf("aws_connect_queue")).to.equal(CLASSIFICATION.aws_connect_queue);
  });
});
