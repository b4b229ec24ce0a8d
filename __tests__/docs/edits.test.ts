import { readFileSync } from "node:fs";
import { join } from "node:path";

import { expect } from "chai";

import { applyEdit, editsIn, HOW_TO_PAGES, isMade } from "../support/how-to";

const PROJECT = join(__dirname, "..", "..");

/** A page that adds a user below a line, and changes a greeting. */
const PAGE = [
  "# How do I greet Gwen?",
  "",
  "1. Add her:",
  "",
  "   ```diff kwglobal.ts",
  "      users: [",
  '   +    { username: "gwen" },',
  "   ```",
  "",
  "2. Greet her:",
  "",
  "   ```diff menu.json",
  '   -  "Hello",',
  '   +  "Hello, Gwen",',
  '      "Bye"',
  '   +  , "Gwen"',
  "   ```",
  "",
].join("\n");

const [ADD, GREET] = editsIn("greet-gwen", PAGE);
const USERS = 'a\n  users: [\n    { username: "mary" },\n  ]\n';
const GREETINGS = '  "Hello",\n  "Bye"\n';

describe("An edit that a page tells to make", () => {
  const made = (text: string, edit = ADD) => (edit === undefined ? "" : applyEdit(text, edit));
  const refusal = (text: string, edit = ADD) => {
    try {
      return made(text, edit);
    } catch (error) {
      return (error as Error).message;
    }
  };

  it("is made where its lines are", () => {
    expect(made(USERS)).to.equal(
      'a\n  users: [\n    { username: "gwen" },\n    { username: "mary" },\n  ]\n',
    );
    expect(made(GREETINGS, GREET)).to.equal('  "Hello, Gwen",\n  "Bye"\n  , "Gwen"\n');
  });

  it("counts as made, and isn't made twice, once somebody has made it", () => {
    const once = made(USERS);
    expect(made(once)).to.equal(once);
    const changed = made(GREETINGS, GREET);
    expect(made(changed, GREET)).to.equal(changed);
  });

  it("counts as made, too, where somebody has put something beside it", () => {
    const text = made(USERS).replace("users: [\n", 'users: [\n    { username: "peter" },\n');
    expect(made(text)).to.equal(text);
  });

  it("is still made where something else has come to the same place", () => {
    const text = USERS.replace("users: [\n", 'users: [\n    { username: "peter" },\n');
    expect(made(text)).to.include('{ username: "gwen" },\n    { username: "peter" },\n');
  });

  it("is not made by half: all its new lines must be there", () => {
    const half = '  "Hello, Gwen",\n  "Bye"\n';
    expect(GREET && isMade(half, GREET)).to.equal(false);
    expect(refusal(half, GREET)).to.include("docs/how-to/greet-gwen.md");
  });

  it("that fits no more names the page, and how to mend its diff", () => {
    expect(refusal("  people: [\n")).to.equal(
      "docs/how-to/greet-gwen.md must show kwglobal.ts as it is, but its diff names lines that aren't there: write today's lines of kwglobal.ts into the diff, in place of those without +, or delete the diff if nobody needs it any more\n  users: [",
    );
  });

  it("that fits twice names the page, and what tells the places apart", () => {
    expect(refusal(USERS + USERS)).to.match(
      /^docs\/how-to\/greet-gwen\.md must show one place of kwglobal\.ts, .* there 2 times: add the line above or below/,
    );
  });

  for (const name of HOW_TO_PAGES) {
    for (const edit of editsIn(name)) {
      it(`counts as made after it was: ${name}, ${edit.file}`, () => {
        const text = readFileSync(join(PROJECT, edit.file), "utf8");
        const once = applyEdit(text, edit);
        expect(isMade(once, edit)).to.equal(true);
        expect(applyEdit(once, edit)).to.equal(once);
      });
    }
  }
});
