import { sentenceOf } from "../support/failure";
import { onSignal } from "../support/run";
import { watchFiles } from "../support/watch-files";
import { lint, type LintOptions } from "./lint";

/** Prints what is wrong with the flows, and again after each save, until Ctrl-C. */
export async function lintWhileWatching(
  paths: readonly string[],
  options: LintOptions,
  print: (text: string) => void,
): Promise<void> {
  const check = () => {
    try {
      lint(paths, options, print);
    } catch (error) {
      // Such as a file that is gone: it may come back.
      print(sentenceOf(error));
    }
  };
  const watch = await watchFiles(paths, {
    directory: process.cwd(),
    work: () => {
      check();
      return Promise.resolve();
    },
  });
  onSignal(async () => {
    await watch.stop();
    return 0;
  });
  check();
  print("watching until Ctrl-C: save, and it is checked again");
  watch.begin();
}
