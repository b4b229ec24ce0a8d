import "./support/broken-source";

import { cdktfCommand } from "./support/cdktf";

void cdktfCommand("plan", "Show what an apply would change in an environment.").parseAsync();
