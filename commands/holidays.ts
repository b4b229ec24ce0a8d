import { Argument, Command } from "commander";

import { holidayLines, proposeHolidays } from "./holidays/propose";
import { run } from "./support/run";
import { complain, say } from "./support/terminal";

void new Command("npm run holidays --")
  .description(
    "Propose the public holidays of the next twelve months, as lines for a schedule in kwglobal.ts.",
  )
  .addArgument(
    new Argument("<country>", "ISO code, such as US").argParser((code) => code.toUpperCase()),
  )
  .addArgument(
    new Argument("[state]", "a state or region of it, such as OR").argParser((code) =>
      code.toUpperCase(),
    ),
  )
  .action((country: string, state: string | undefined) =>
    run(() => {
      const holidays = proposeHolidays({ country, state }, new Date());
      say(holidayLines(holidays));
      complain(
        "Next: take out those on which you work, and put the rest into the schedule's holidays in kwglobal.ts (docs/how-to/holiday.md)",
      );
    }),
  )
  .parseAsync();
