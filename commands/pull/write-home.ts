import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join, relative } from "node:path";

import { format, resolveConfig } from "prettier";

import { connectHours } from "../../constructs/connect/hours-of-operation";
import { originOfFlow } from "../../constructs/validation/flows";
import { drawFlow } from "../../contact-flow/diagram";
import { lintFlow } from "../../contact-flow/lint";
import { PROJECT } from "../support/stacks";
import { say } from "../support/terminal";
import { CenterSource } from "./center-source";
import type { FlowPull, PullRequest } from "./pull-flow";

export const TEMPLATES = join(PROJECT, "flow-templates");
export const CENTER = join(PROJECT, "kwglobal.ts");
/** For pictures; nothing there is kept. */
const PICTURES = join(PROJECT, "cdktf.out", "pulled");

/** Writes kwglobal.ts, in the project's layout. */
export async function writeCenter(source: CenterSource): Promise<CenterSource> {
  const text = await format(source.text, {
    ...(await resolveConfig(CENTER)),
    parser: "typescript",
  });
  await writeFile(CENTER, text);
  return new CenterSource(text, CENTER);
}

/** Writes the template, draws the flow, and judges it. */
export async function writeHome(
  { flow, template, pulled }: FlowPull,
  request: PullRequest,
): Promise<void> {
  const file = join(TEMPLATES, flow.template);
  const text = await format(JSON.stringify(template, undefined, 2), {
    parser: "json",
    printWidth: 100,
  });
  const before = await readFile(file, "utf8");
  await mkdir(PICTURES, { recursive: true });
  const picture = join(PICTURES, flow.template.replace(/\.json$/, ".svg"));
  await writeFile(join(PICTURES, flow.template), before);
  await writeFile(file, text);
  await writeFile(
    picture,
    await drawFlow(pulled.live, {
      title: flow.name,
      subtitle: flow.type,
      nameOf: (id) => request.live.thing(id)?.name,
    }),
  );
  const hours = request.center.hoursOfOperation.find((each) => each.name === flow.announces);
  const findings = lintFlow(JSON.stringify(pulled.live), {
    type: flow.type,
    origin: originOfFlow(flow),
    ...(hours && { hours: connectHours(hours) }),
    allowedDestinations: request.center.allowedDestinations ?? [],
  });
  say(
    `  picture: ${relative(PROJECT, picture)}; the template as it was: ${relative(PROJECT, join(PICTURES, flow.template))}`,
  );
  for (const { level, rule, action, message, fix } of findings) {
    const at = action === undefined ? "" : ` at "${action}"`;
    say(`  ${level} ${rule}${at}: ${message}${fix === undefined ? "" : `\n    fix: ${fix}`}`);
  }
  if (findings.length === 0) say("  lint: nothing found");
}
