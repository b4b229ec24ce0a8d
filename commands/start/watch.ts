import { sentenceOf } from "../support/failure";
import { PROJECT } from "../support/stacks";
import { sayNow } from "../support/terminal";
import { watchFiles, type FileWatch } from "../support/watch-files";
import { changesText } from "./changes";
import type { LiveCenter } from "./live-center";

/** All that a synth reads. */
const SOURCES = [
  "kwglobal.ts",
  "main.ts",
  "constructs",
  "contact-flow",
  "flow-templates",
  "lambda-src",
];

/** Brings each save into the running center, and says what came of it. */
export const watchSources = (center: LiveCenter): Promise<FileWatch> =>
  watchFiles(SOURCES, { directory: PROJECT, work: () => bring(center) });

async function bring(center: LiveCenter): Promise<void> {
  const began = performance.now();
  try {
    const changes = await center.update();
    const seconds = ((performance.now() - began) / 1000).toFixed(1);
    if (changes.length === 0) sayNow(`nothing to change (${seconds} s)`);
    else
      sayNow(`applied in ${seconds} s, the next call hears it:\n${indent(changesText(changes))}`);
  } catch (error) {
    sayNow(`not applied:\n${indent(sentenceOf(error))}`);
  }
}

const indent = (text: string): string => text.replaceAll(/^(?=.)/gm, "  ");
