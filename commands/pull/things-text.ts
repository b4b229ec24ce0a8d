import { format } from "prettier";

import {
  isSetting,
  NOUNS,
  type LiveValue,
  placeOfThing,
  SETTING_NOUNS,
} from "../adopt/live-value/live-value";
import type { ThingPull, ThingsPull } from "./pull-things";
import { codeOf } from "./syntax";
import { DEFAULTS } from "./thing-changes";

/** What a person is told of what was changed beside the flows. */
export async function thingsText(
  { things, flows }: ThingsPull,
  live: LiveValue,
  isWritten: boolean,
): Promise<string> {
  const lines = [
    things.length === 0
      ? `${[...Object.values(NOUNS), ...Object.values(SETTING_NOUNS).slice(0, -1)].join(", ")} and hierarchy: as the code says`
      : "Changed by hand, beside the flows:",
  ];
  for (const thing of things) lines.push(...(await thingLines(thing, isWritten)));
  if (flows.length > 0) {
    lines.push(`  With these edits, these flows say something else: ${flows.join(", ")}`);
  }
  const unsaid = live.unsaid.filter(
    ({ section, name }) => isSetting(section) || DEFAULTS[section]?.includes(name) !== true,
  );
  if (unsaid.length > 0) {
    lines.push(
      "kwglobal.ts has no words for this; a plan says whether an apply would change it:",
      ...unsaid.map(({ section, name, what }) => `  ${placeOfThing(section, name)} ${what}`),
    );
  }
  return lines.join("\n");
}

async function thingLines(
  { change, edit, byHand }: ThingPull,
  isWritten: boolean,
): Promise<string[]> {
  const { kind, section, name } = change;
  const what = { set: "", add: " is not in the code", remove: " is not in the instance" }[kind];
  const field = kind === "set" ? `, ${change.field}` : "";
  const code = kind === "add" ? await pasted(change.value) : [];
  const how =
    byHand === undefined
      ? isWritten
        ? "it is written"
        : "--write makes this edit"
      : `by hand: ${byHand}`;
  return [
    `  ${placeOfThing(section, name)}${field}${what}`,
    `    to keep that: ${edit}`,
    ...code.map((line) => `      ${line}`),
    `    ${how}`,
    `    an apply ${{ set: undoing(change), add: "leaves it alone", remove: "makes it again, or gives its name back to what was renamed" }[kind]}`,
  ];
}

function undoing(change: ThingPull["change"]): string {
  if (change.kind !== "set") return "";
  if (change.field === "holidays") return "sets the code's holidays back, and leaves others alone";
  if (change.field === "groups") return "makes the code's groups, and leaves others alone";
  return change.was === undefined ? "takes it away" : `sets it back to ${codeOf(change.was)}`;
}

/** A value as lines that can be pasted into a list. */
async function pasted(value: unknown): Promise<string[]> {
  const text = await format(`const it = [\n${codeOf(value)}\n];`, {
    parser: "typescript",
    printWidth: 90,
  });
  return text
    .replace(/^const it = \[\n?|\n?\];\n$/g, "")
    .split("\n")
    .map((line) => line.replace(/^ {2}/, ""));
}
