import { expect } from "chai";

import {
  choosesLogs,
  logsOf,
  unknownCommands,
} from "../../../../plan-review/gate/judgements/log-queries";

describe("a query of logs", () => {
  it("chooses logs itself by SOURCE, at its start, after a bar or in a query within it", () => {
    for (const query of [
      "SOURCE '/x' | fields a",
      "  source '/x'",
      "fields a |SOURCE '/x'",
      "# SOURCE\n  SOURCE '/x'",
      "filter a in (SOURCE '/x' | fields b)",
      "filter a in (source logGroups())",
      'filter a in ( SOURCE  "/x")',
    ]) {
      expect(choosesLogs(query), query).to.equal(true);
    }
    for (const query of ["# SOURCE '/x'\nfields a", "fields SOURCE", "filter a = (SOURCE)"]) {
      expect(choosesLogs(query), query).to.equal(false);
    }
  });

  it("looks at the logs that its leading commands name", () => {
    expect(logsOf("SOURCE '/a' | SOURCE '/b' | fields c")).to.deep.equal(["/a", "/b"]);
    expect(logsOf("# logs\n SOURCE  '/a'")).to.deep.equal(["/a"]);
    expect(logsOf("fields a")).to.deep.equal([]);
    expect(logsOf("SOURCE '/a' fields c")).to.equal(undefined);
    expect(logsOf("SOURCE '/a' | fields c | SOURCE '/b'")).to.equal(undefined);
  });

  it("may find, choose and count, with bars in texts and expressions", () => {
    for (const query of [
      "anomaly | dedup a | diff | display a | fields a | filter a | filterIndex a | limit 1",
      "parse a | PATTERN a | sort a | SOURCE '/x' | stats count(*) | unnest a into b | ",
      "filter a like /x|y/ and b like /\\/|z/ or c =~ /v|w/",
      "filter a like/x|y/ and b =~/v|w/",
      "parse /(?<x>a|b)/ | parse @message /(?<x>a|b)/ | parse a.b /(?<x>a|b)/",
      "filter a = 'x|y' or a = \"x|y'\" or a = `x|y` or a = 'it\\'s|x'",
      "# who | unmask a\nfields a\n  # and | reveal",
      "parse  @message  /(?<x>a|b)/",
      "fields unmasked, reunmask",
    ]) {
      expect(unknownCommands(query), query).to.deep.equal([]);
    }
  });

  it("may not do anything else, nor show what is masked", () => {
    for (const [query, unknown] of [
      ["fields unmask(a)", "unmask"],
      ["fields a | Unmask a | unmask b", "unmask"],
      ["filter a = 'unmask'", "unmask"],
      ["fields a | lookup b", "lookup"],
      ["fields a |reveal(b)", "reveal"],
      ["fields a / b | reveal / c", "reveal"],
      ["filter a = 'x\\\\' | reveal b | filter c = 'y'", "reveal"],
      ["filter a like 'x' / b | reveal c / d", "reveal"],
      ["filter a like /x/ | reveal b like /y/", "reveal"],
      ["filter a = 'x\" | reveal' | show b", "show"],
      ["@reveal a", "@reveal"],
      ["filter a = '#x' | unmask b", "unmask"],
      ["fields a# | reveal b", "reveal"],
    ] as const) {
      expect(unknownCommands(query), query).to.deep.equal([unknown]);
    }
  });
});
