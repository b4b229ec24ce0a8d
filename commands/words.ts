import { writeFileSync } from "node:fs";
import { relative } from "node:path";
import { Command } from "commander";

import { generateWords } from "../lambda-src/vanity-engine/generate-words";
import { wordsFile } from "../lambda-src/vanity-engine/words-file";
import { run } from "./support/run";
import { say } from "./support/terminal";

void new Command("npm run words --")
  .description(
    "Make the vanity numbers' word list anew from its sources: the same bytes for the same packages.",
  )
  .action(() =>
    run(() => {
      const bytes = generateWords();
      writeFileSync(wordsFile, bytes);
      say(`wrote ${relative(process.cwd(), wordsFile)}: ${bytes.length} bytes`);
      say(
        "Next: npm run check:vanity, which makes the numbers of all suffixes and checks each one",
      );
    }),
  )
  .parseAsync();
