import { script } from "./github/workflow.ts";
import { firstPasswords, usersWithoutPassword } from "./new-users.ts";
import { readPlan } from "./plan.ts";

/** Fails if an apply in a workflow would fail at users who have no initial password. */
void script(() => {
  const [file] = process.argv.slice(2);
  if (file === undefined) throw new Error("usage: node plan-review/first-passwords.ts PLAN.json");
  const users = usersWithoutPassword(readPlan(file));
  if (users.length === 0) return;
  const { template, rule } = firstPasswords(users);
  throw new Error(
    `new users need a first password, and nothing was applied: make ${template} the secret INITIAL_PASSWORDS of the environment (${rule}), and run the whole workflow again`,
  );
});
