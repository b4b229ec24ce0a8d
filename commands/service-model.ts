import { writeFileSync } from "node:fs";
import { relative } from "node:path";
import { Command } from "commander";

import { SERVICE_MODEL, SERVICE_MODEL_FILE } from "../sandbox/connect/protocol/limits";
import { compact, writeModel } from "./service-model/compact";
import { publishedModel } from "./service-model/published-model";
import { run } from "./support/run";
import { say } from "./support/terminal";

const [, VERSION = ""] = /^botocore (\S+),/.exec(SERVICE_MODEL.source) ?? [];

void new Command("npm run service-model --")
  .description(
    "Make the limits and errors that the sandbox's Amazon Connect enforces anew from AWS's service model, which botocore publishes. Fetches botocore by pip.",
  )
  .option("--botocore <version>", "the version to take", VERSION)
  .action(({ botocore }: { botocore: string }) =>
    run(async () => {
      say(`fetching botocore ${botocore} …`);
      const text = writeModel(
        compact(
          await publishedModel(botocore),
          `botocore ${botocore}, data/connect/2017-08-08/service-2.json, Copyright Amazon.com, Inc., Apache-2.0`,
        ),
      );
      writeFileSync(SERVICE_MODEL_FILE, text);
      say(`wrote ${relative(process.cwd(), SERVICE_MODEL_FILE)}: ${text.length} bytes`);
      say(
        "Next: read its diff, then npx mocha __tests__/sandbox/connect/protocol/service-model.test.ts, which compares it with the SDK",
      );
    }),
  )
  .parseAsync();
