import "./support/broken-source";

import { reviewedCommand } from "./support/reviewed-run";

void reviewedCommand(
  "apply",
  "Make an environment as the code says, after you have seen the plan and said yes.",
).parseAsync();
