import { LIMIT } from "../report/comment-text.ts";
import { type FlowDifference, flowSection } from "../report/flow-changes.ts";
import { cut, fenced } from "../report/markdown.ts";

/** What a pull request tells that keeps a change of the console. */
export interface PulledParts {
  readonly environment: string;
  /** What `npm run pull` said. */
  readonly words: string;
  readonly flows: readonly FlowDifference[];
  /** Address of the workflow's run. */
  readonly run: string;
}

/** Characters for what `npm run pull` said; the rest is for pictures. */
const WORDS = 30_000;

/** The text of that pull request. */
export function pulledText({ environment, words, flows, run }: PulledParts): string {
  const told = cut(words, WORDS);
  const head = [
    `Somebody changed this by hand in ${environment}. Merging keeps it; the plan then shows no change of it there. To undo it instead, close this and apply: \`npm run apply -- ${environment}\`, or the workflow _Apply_.`,
    `It is the difference between main and ${environment}: if main has a change that isn't applied there yet, this takes it back. Read each line.`,
    "GitHub holds back the checks of a pull request that a workflow has opened: approve them below.",
    "### What npm run pull says",
    fenced("", told.text),
    ...(told.missing === 0 ? [] : [`… and ${told.missing} more lines, in the run's log.`]),
  ].join("\n\n");
  const foot = `Pulled by [this run](${run}).`;
  const drawn = flowSection(flows, LIMIT - 1_000 - head.length - foot.length);
  return [head, ...(drawn === "" ? [] : ["### Flows", drawn]), foot].join("\n\n");
}
