import { expect } from "chai";

import { functionsIn } from "../../../plan-review/configuration/expressions";

describe("the functions that a text calls", () => {
  const cases: readonly [text: string, functions: string[]][] = [
    ["call us (now), or later", []],
    ["${aws_connect_queue.sales.arn}", []],
    ['${jsonencode({"a" = lookup(var.m, "x", null)})}', ["jsonencode", "lookup"]],
    ["before ${upper(file(path.root))} (after)", ["upper", "file"]],
    ['%{ if fileexists("x") }yes%{ endif } (sure)', ["fileexists"]],
    ['${"quoted (not a call) ${file("x")} again (no)"}', ["file"]],
    ['${"a } brace and a \\" quote (no)"}${file("x")}', ["file"]],
    ['${"ends with a backslash \\\\"}${file("x")}', ["file"]],
    ['${file /* hidden */ ("x")}', ["file"]],
    ['${file # hidden\n("x")}', ["file"]],
    ['${file // hidden\n("x")}', ["file"]],
    ["$${file(1)} and %%{ file(1) }", []],
    ["$$${file(1)}", ["escape"]],
    ["${provider::evil::run(1)}", ["provider::evil::run"]],
    ["${<<EOT\n${file(1)}\nEOT\n}", ["heredoc", "file"]],
    ["${{for k in (keys(m)) : k => upper(k)}}", ["in", "keys", "upper"]],
    ["${never ends file(", ["file"]],
  ];
  for (const [text, functions] of cases) {
    it(`of ${JSON.stringify(text)} are ${functions.join(", ") || "none"}`, () => {
      expect(functionsIn(text)).to.deep.equal(functions);
    });
  }
});
