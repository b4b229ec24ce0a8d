import "./support/broken-source";

import { reviewedCommand } from "./support/reviewed-run";

void reviewedCommand(
  "plan",
  "Show what an apply would change in an environment, and whether the gate lets it pass.",
).parseAsync();
