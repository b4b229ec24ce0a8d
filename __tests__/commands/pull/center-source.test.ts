import { join } from "node:path";

import { expect } from "chai";

import { CenterSource } from "../../../commands/pull/center-source";
import type { ValueEdit } from "../../../commands/pull/value-edits";

const TEXT = `
/** What callers press. */
const menu = [
  { key: "1", queue: "Sales" },
  // The second.
  { key: "2", queue: "Repairs" },
] as const;
const seconds = "5";
const spoken = (keys: readonly { key: string }[]) => keys.map(({ key }) => key).join(", ");
const recording = () => ({ announcement: [{ text: "Recorded." }] });

export const KWGLOBAL = {
  flows: [
    {
      name: "Menu",
      template: "menu.json",
      values: {
        // How often.
        repeats: "2",
        seconds,
        menu,
        menuText: spoken(menu),
        ...recording(),
      },
    },
  ],
};
`;

const source = new CenterSource(TEXT, join(__dirname, "center.ts"), "center.ts");

/** What an edit is told as, and the lines that it puts in the place of others. */
function made(edit: ValueEdit) {
  const { text, change } = source.edit("Menu", edit);
  const lines = change && source.edited([change]).text.split("\n");
  return {
    text,
    added: lines?.filter((line) => !TEXT.split("\n").includes(line)),
    gone: lines && TEXT.split("\n").filter((line) => !lines.includes(line)),
  };
}

describe("an edit of a flow's values in its source", () => {
  it("replaces a text, and leaves comments and layout", () => {
    expect(made({ kind: "set", value: "repeats", to: "3" })).to.deep.equal({
      text: 'center.ts:19: repeats: "3" in place of "2"',
      added: ['        repeats: "3",'],
      gone: ['        repeats: "2",'],
    });
  });

  it("replaces a constant's text where the flow names it, and not where others do", () => {
    expect(made({ kind: "set", value: "seconds", to: "9" })).to.deep.equal({
      text: 'center.ts:20: seconds: "9"',
      added: ['        seconds: "9",'],
      gone: ["        seconds,"],
    });
  });

  it("adds an entry to a list, on a line of its own as the others are", () => {
    expect(made({ kind: "add", value: "menu", entry: { key: "3", queue: "Parts" } })).to.deep.equal(
      {
        text: 'center.ts:3: menu: add { key: "3", queue: "Parts" }',
        added: ['  { key: "3", queue: "Parts" },'],
        gone: [],
      },
    );
  });

  it("changes a field of an entry", () => {
    const edit = { kind: "change", value: "menu", index: 1, field: "queue", to: "Parts" } as const;
    expect(made(edit)).to.deep.equal({
      text: 'center.ts:3: menu, entry 2: queue: "Parts" in place of "Repairs"',
      added: ['  { key: "2", queue: "Parts" },'],
      gone: ['  { key: "2", queue: "Repairs" },'],
    });
  });

  it("removes an entry with the comment before it", () => {
    const entry = { key: "2", queue: "Repairs" };
    expect(made({ kind: "remove", value: "menu", index: 1, entry }).gone).to.deep.equal([
      "  // The second.",
      '  { key: "2", queue: "Repairs" },',
    ]);
  });

  it("drops a value that nothing asks for", () => {
    expect(made({ kind: "drop", value: "menuText" }).gone).to.deep.equal([
      "        menuText: spoken(menu),",
    ]);
  });

  it("leaves to a person what is worked out elsewhere, and names it", () => {
    const { change, text } = source.edit("Menu", { kind: "drop", value: "announcement" });
    expect(change).to.equal(undefined);
    expect(text).to.include("which ...recording() gives");
    expect(source.edit("Menu", { kind: "set", value: "menuText", to: "1" }).change).to.equal(
      undefined,
    );
  });

  it("gives the values that the edited source works out", () => {
    const { change } = source.edit("Menu", {
      kind: "add",
      value: "menu",
      entry: { key: "3", queue: "Parts" },
    });
    const after = source.edited(change === undefined ? [] : [change]).center();
    expect(after.flows[0]?.values.menuText).to.equal("1, 2, 3");
  });
});
