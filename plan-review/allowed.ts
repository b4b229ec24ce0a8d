import { execFileSync } from "node:child_process";
import { script } from "./github/workflow.ts";
import { print } from "./print.ts";
import { visible } from "./report/visible.ts";

/** What `git` calls a branch's tip before its first push. */
const NOTHING = /^0+$/;

/** An address as it stands in a plan: no spaces but within an index. */
const ADDRESS = /^[a-z_][\w-]*\.[\w-]+(\[("[^"\n]*"|\d+)\])?$/;

const [from = "", to = ""] = process.argv.slice(2);

/**
 * Prints the addresses that the commits of a range name in their `Allows:` trailers, each on a line.
 * Without a beginning (a new branch, or one that was pushed by force) only the last commit counts.
 */
function allowed(): readonly string[] {
  const range = NOTHING.test(from) || !known(from) ? ["-1", to] : [`${from}..${to}`];
  const format = "--format=%h%x00%(trailers:key=Allows,valueonly,unfold,separator=%x00)";
  const lines = git("log", format, ...range, "--").split("\n");
  return lines.flatMap((line) => {
    const [commit = "", ...values] = line.split("\0").filter((part) => part !== "");
    for (const value of values) {
      if (!ADDRESS.test(value) || value !== visible(value)) {
        throw new Error(
          `commit ${commit}: Allows: must be followed by one Terraform address, such as aws_connect_phone_number.main, got ${JSON.stringify(value)}: name each address in a trailer of its own`,
        );
      }
    }
    return values;
  });
}

function known(revision: string): boolean {
  try {
    git("cat-file", "-e", `${revision}^{commit}`);
    return true;
  } catch {
    return false;
  }
}

function git(...args: readonly string[]): string {
  return execFileSync("git", args, { encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] }).trim();
}

void script(() => {
  if (from === "" || to === "") {
    throw new Error("usage: node plan-review/allowed.ts <revision before> <revision after>");
  }
  for (const address of new Set(allowed())) print(address);
});
