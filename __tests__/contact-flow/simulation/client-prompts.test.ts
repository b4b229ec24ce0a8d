import { join } from "node:path";

import { expect } from "chai";

import { kwglobalFlows } from "../../../commands/support/kwglobal-center";
import { parseFlow } from "../../../contact-flow/flow";
import { KWGLOBAL } from "../../../kwglobal";
import { IN_QUEUE, MAIN_MENU, saidBy } from "../../support/kwglobal-texts";
import { expectSnapshot } from "../../support/snapshot";

/** The texts of the client's document, to the letter; only the white space around them is gone. */
const PROMPTS = join(__dirname, "fixtures", "client-prompts.json");

/** What is said beside them: the notice, and the main menu's closing text for who still waits then. */
const ADDED: Readonly<Record<string, readonly string[]>> = {
  [MAIN_MENU]: [KWGLOBAL.recordings.announcement ?? []].flat(),
  [IN_QUEUE]: [saidBy("Closed")],
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
  it("are in the flows to the letter, and nothing else but what is said beside them", () => {
    const prompts = Object.entries(ADDED).map(([name, added]) => {
      const said = saidIn(name);
      expect(said).to.include.members(added);
      const clients = said.filter((text) => !added.includes(text));
      expect(said).to.have.length(clients.length + added.length);
      return [name, clients.sort()];
    });
    expectSnapshot(Object.fromEntries(prompts), PROMPTS);
  });
});
