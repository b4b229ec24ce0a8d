import { execFileSync } from "node:child_process";
import { allowanceText, parseAllowance } from "./gate/allowances.ts";
import { script } from "./github/workflow.ts";
import { print } from "./print.ts";

/** The id that stands for a branch's tip before its first push. */
const NOTHING = /^0+$/;

const [from = "", to = ""] = process.argv.slice(2);

/**
 * Prints what the commits of a range allow in their `Allows:` trailers, each on a line. Without a beginning (a new branch, or one that was pushed by force) only the last commit counts.
 */
function allowed(): readonly string[] {
  const range = NOTHING.test(from) || !known(from) ? ["-1", to] : [`${from}..${to}`];
  const format = "--format=%h%x00%(trailers:key=Allows,valueonly,unfold,separator=%x00)";
  const lines = git("log", format, ...range, "--").split("\n");
  return lines.flatMap((line) => {
    const [commit = "", ...values] = line.split("\0").filter((part) => part !== "");
    return values.map((value) => {
      try {
        return allowanceText(parseAllowance(value));
      } catch (error) {
        const what = error instanceof Error ? error.message : String(error);
        throw new Error(`commit ${commit}: what follows Allows: ${what}`, { cause: error });
      }
    });
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
  for (const allowance of new Set(allowed())) print(allowance);
});
