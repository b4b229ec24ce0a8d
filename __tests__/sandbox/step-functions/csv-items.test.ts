import { expect } from "chai";

import { csvItems } from "../../../sandbox/step-functions/csv-items";
import { StateFailure } from "../../../sandbox/step-functions/state-failure";

/** The rules are those of AWS's page "How Step Functions parses input CSV files". */
describe("A CSV that a Distributed Map reads", () => {
  const values = (row: string) => Object.values(csvItems(`a,b,c\n${row}\n`)[0] ?? {});

  it("is a list of rows with the header's names, the last line with or without its end", () => {
    const rows = [
      { phone: "1", name: "x" },
      { phone: "2", name: "y" },
    ];
    expect(csvItems("phone,name\n1,x\n2,y\n")).to.deep.equal(rows);
    expect(csvItems("phone,name\r\n1,x\r\n2,y")).to.deep.equal(rows);
    expect(csvItems("phone,name\n")).to.deep.equal([]);
  });

  it("keeps a byte-order mark in the first name", () => {
    expect(csvItems("\uFEFFphone\n1")).to.deep.equal([{ "\uFEFFphone": "1" }]);
  });

  it("fills rows that are too short, and cuts those that are too long", () => {
    expect(values("1")).to.deep.equal(["1", "", ""]);
    expect(values("1,2,3,4")).to.deep.equal(["1", "2", "3"]);
    expect(values(",,")).to.deep.equal(["", "", ""]);
    expect(values("")).to.deep.equal(["", "", ""]);
  });

  it("takes commas, lines and doubled quotation marks in quotation marks", () => {
    expect(values('"1,\n2","""x""",""')).to.deep.equal(["1,\n2", '"x"', ""]);
    expect(values('{""k"":1},"a ""b"" c",d')).to.deep.equal(['{"k":1}', 'a "b" c', "d"]);
  });

  it("lets a backslash escape itself, quotation marks and commas, and drops any other", () => {
    expect(values(String.raw`a\\b,c\,d,\e`)).to.deep.equal([String.raw`a\b`, "c,d", "e"]);
    expect(values(String.raw`"a\"b",c,d`)).to.deep.equal(['a"b', "c", "d"]);
  });

  for (const [what, text, message] of [
    ["without a header", "", "it is empty, and has no header"],
    ["with an open quotation mark", 'a\n1\n"2\n3', "the quotation mark of line 3 is never closed"],
    ["with one amid a value", 'a\n1\n2"x"', "line 3 has a quotation mark amid a value"],
    ["with a value after one", 'a\n"1"2', "line 2 has a quotation mark amid a value"],
  ] as const)
    it(`is refused ${what}`, () => {
      expect(() => csvItems(text))
        .to.throw(StateFailure, message)
        .with.property("error", "States.ItemReaderFailed");
    });
});
