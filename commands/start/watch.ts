import { errorCode } from "../../sandbox/errors";
import { sentenceOf } from "../support/failure";
import { PROJECT } from "../support/stacks";
import { complain, say } from "../support/terminal";
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
export function watchSources(center: LiveCenter): Promise<FileWatch> {
  return watchFiles(SOURCES, {
    directory: PROJECT,
    work: (files) => bring(center, files),
    onError: (error) => {
      const cure = errorCode(error) === "ENOSPC" ? " (raise fs.inotify.max_user_watches)" : "";
      complain(`files can't be watched: ${sentenceOf(error)}${cure}`);
    },
  });
}

async function bring(center: LiveCenter, files: readonly string[]): Promise<void> {
  tell(`saved: ${shortList(files)}`);
  const began = performance.now();
  try {
    const changes = await center.update();
    const seconds = ((performance.now() - began) / 1000).toFixed(1);
    if (changes.length === 0) tell(`nothing to change (${seconds} s)`);
    else tell(`applied in ${seconds} s, the next call hears it:\n${indent(changesText(changes))}`);
  } catch (error) {
    tell(`not applied:\n${indent(sentenceOf(error))}`);
  }
}

/** As many names as fit in a line: another branch may be hundreds. */
const shortList = (files: readonly string[]): string =>
  files.length <= 4
    ? files.join(", ")
    : `${files.slice(0, 3).join(", ")} and ${files.length - 3} more`;

const tell = (text: string): void => {
  say(`${new Date().toLocaleTimeString("en-GB")}  ${text}`);
};

const indent = (text: string): string => text.replaceAll(/^(?=.)/gm, "  ");
