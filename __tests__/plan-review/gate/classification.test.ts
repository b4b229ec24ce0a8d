import { expect } from "chai";

import { classOf } from "../../../plan-review/gate/changes";
import { CLASSIFICATION, rulesOf } from "../../../plan-review/gate/classification";
import { STACKS } from "../../policy/stacks";
import { listed, recorded } from "./provider-schema";
import { SOURCE } from "./source";

const UNCLASSIFIED = "nobody has said whether it may change";
const META = ["//", "depends_on", "lifecycle", "provider"];

describe("the table of what may change", () => {
  const schemas = recorded();

  it("has the types of the record of the provider's schema", () => {
    expect(Object.keys(CLASSIFICATION)).to.have.members(Object.keys(schemas));
  });

  for (const [type, rules] of Object.entries(CLASSIFICATION)) {
    it(`says of each attribute of ${type} one thing`, () => {
      const all = listed(rules);
      expect(all.filter((name, index) => all.indexOf(name) !== index)).to.deep.equal([]);
      for (const name of rules.target) expect(all).to.include(name);
    });

    it(`has all attributes of ${type}, and no others`, () => {
      const schema = schemas[type] ?? {};
      const there = Object.keys(schema);
      const missing = there.filter((path) => classOf(path, rules).reason === UNCLASSIFIED);
      expect(missing, "say what may happen with these").to.deep.equal([]);
      const gone = listed(rules).filter(
        (path) => !there.some((each) => each === path || each.startsWith(`${path}.`)),
      );
      expect(gone, "the provider has no such attribute").to.deep.equal([]);
      // What the configuration can set follows from nothing.
      const computed = there.filter((path) => schema[path] === "computed");
      expect(rules.computed).to.have.members(computed);
    });

    it(`says of ${type} why one may be made or go unnamed, or what that does`, () => {
      const { made, gone, free, named } = rules;
      const reasons = [...Object.keys(free), ...Object.keys(named)];
      const texts = [made, gone].map((each) =>
        typeof each === "object" ? each.happens : typeof each === "function" ? "a rule" : each,
      );
      for (const text of [...reasons, ...texts]) expect(text).to.match(/^[^\s].+[^.]$/);
      for (const each of [made, gone]) {
        if (typeof each !== "object") continue;
        expect(each.because).to.match(/^\S.+[^\s.]$/);
        expect(each.source).to.match(SOURCE);
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
    expect(classOf("phone_config.desk_phone_number", rules).judgement).to.equal(
      rules.judged.phone_config,
    );
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
      reason: UNCLASSIFIED,
    });
  });

  it("knows no type by the name of a part of JavaScript", () => {
    expect(rulesOf("constructor")).to.equal(undefined);
    expect(rulesOf("aws_connect_queue")).to.equal(CLASSIFICATION.aws_connect_queue);
  });
});
