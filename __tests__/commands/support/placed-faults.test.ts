import { expect } from "chai";

import { placed } from "../../../commands/support/placed-faults";

const HEAD = "the contact center can't be built, 2 faults to mend in its value:";
const USER =
  '  - user "a": routingProfile names "Sals", which is not there (did you mean "Sales"?)';
const HOURS = '  - hours of operation "Week": must close after it opens';
const COMPLAINT = `kwglobal.ts:41:7: Type '"Sals"' is not assignable to type '"Sales" | "Basic Routing Profile"'. Did you mean '"Sales"'?`;

describe("The faults of a value, by its check and by the compiler", () => {
  it("are told once where both know one, with the compiler's line", () => {
    expect(placed([HEAD, HOURS, USER].join("\n"), COMPLAINT)).to.deep.equal({
      check: [HEAD, HOURS, `${USER} (kwglobal.ts:41:7)`].join("\n"),
      compiler: "",
    });
  });

  it("are told twice where the same name is wrong at two places", () => {
    const other = COMPLAINT.replace("41", "52");
    expect(placed([USER, USER].join("\n"), `${COMPLAINT}\n${other}`).check).to.equal(
      [`${USER} (kwglobal.ts:41:7)`, `${USER} (kwglobal.ts:52:7)`].join("\n"),
    );
  });

  it("are found by the last line of a complaint that has many", () => {
    const menu = '  - flow "Menu": values.menu[0].queue: there is no queue named "Sals"';
    const complaint = [
      `kwglobal.ts:9:9: Type 'readonly [{ readonly queue: "Sals"; }]' is not assignable to type 'x'.`,
      "  Types of property 'queue' are incompatible.",
      `    Type '"Sals"' is not assignable to type '"Sales" | "BasicQueue"'. Did you mean '"Sales"'?`,
    ].join("\n");
    expect(placed(menu, complaint)).to.deep.equal({
      check: `${menu} (kwglobal.ts:9:9)`,
      compiler: "",
    });
  });

  it("stay as they are where only one knows them", () => {
    const unknown = "kwglobal.ts:3:3: 'maxContact' does not exist in type 'QueueValue'.";
    const kind = `kwglobal.ts:4:3: Type '"DIDD"' is not assignable to type '"DID" | "TOLL_FREE"'.`;
    expect(placed(HOURS, `${unknown}\n${kind}`)).to.deep.equal({
      check: HOURS,
      compiler: `${unknown}\n${kind}`,
    });
    expect(placed("", kind)).to.deep.equal({ check: "", compiler: kind });
    expect(placed(HOURS, "")).to.deep.equal({ check: HOURS, compiler: "" });
  });
});
