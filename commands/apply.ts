import "./support/broken-source";

import { cdktfCommand } from "./support/cdktf";

void cdktfCommand("apply", "Make an environment as the code says.").parseAsync();
