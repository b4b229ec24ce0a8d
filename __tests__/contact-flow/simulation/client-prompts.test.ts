import { readFileSync } from "node:fs";
import { join } from "node:path";

import { expect } from "chai";

import { kwglobalFlows } from "../../../commands/support/kwglobal-center";
import { parseFlow } from "../../../contact-flow/flow";

/** The texts of the client's document, to the letter; only the white space around them is gone. */
const PROMPTS = JSON.parse(
  readFileSync(join(__dirname, "fixtures", "client-prompts.json"), "utf8"),
) as Readonly<Record<string, readonly string[]>>;

/** What is said beside them, by the value that says it. */
const ADDED: Readonly<Record<string, readonly string[]>> = {
  "KWGlobal Main Menu": ["This call may be recorded for quality and training purposes."],
  // The main menu's own, for who still waits at closing time.
  "KWGlobal callback in queue": [
    "Sorry, we are currently closed. Our normal business hours are Monday to Friday 9 am to 6 pm, and Saturday 9 am to 3 pm. Please call back between the business hours. Goodbye",
  ],
};

/** All that a flow says. */
function saidIn(name: string): string[] {
  const content = kwglobalFlows().find((flow) => flow.name === name)?.content ?? "";
  return parseFlow(content).Actions.flatMap(({ Parameters = {} }) => {
    const { Messages: messages = [Parameters] } = Parameters;
    return (messages as readonly Readonly<Record<string, unknown>>[]).flatMap(({ Text: text }) =>
      typeof text === "string" ? [text] : [],
    );
  });
}

describe("The client's prompts", () => {
  for (const [name, prompts] of Object.entries(PROMPTS)) {
    it(`are in "${name}" to the letter, and nothing else but what is said beside them`, () => {
      expect(saidIn(name)).to.have.members([...prompts, ...(ADDED[name] ?? [])]);
    });
  }
});
