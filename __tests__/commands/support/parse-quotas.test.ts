import { expect } from "chai";
import { parseQuotas } from "../../../commands/support/parse-quotas";

describe("Quotas in a terminal", () => {
  it("are names and whole numbers", () => {
    expect(parseQuotas("users=2000, flows=150")).to.deep.equal({ users: 2000, flows: 150 });
  });

  it("are refused with all that is wrong, and what there is", () => {
    expect(() => parseQuotas("agents=5,users=x,queues,flows=0,prompts=600,prompts=700")).to.throw(
      'there is no quota "agents"; quota users must be a whole number like users=2000, got "x"; ' +
        'quota queues must be a whole number like queues=2000, got ""; ' +
        'quota flows must be a whole number like flows=2000, got "0"; ' +
        "quota prompts is given twice; there are: users, hierarchyGroups, queues, ",
    );
  });
});
