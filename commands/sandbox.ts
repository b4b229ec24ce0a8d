import { Command } from "commander";
import { clientSettings } from "../sandbox/machine/account";
import { SANDBOX_PORT, startSandbox } from "../sandbox/sandbox";
import type { Faults } from "../sandbox/faults/faults";
import { faultsText, parseFaults } from "../sandbox/faults/parse-faults";
import { parseQuotas } from "./support/parse-quotas";
import { onSignal, parsePort, run } from "./support/run";
import { complain, say } from "./support/terminal";

const program = new Command("npm run sandbox --")
  .description("Serve an empty local AWS with Amazon Connect, for Terraform and AWS clients.")
  .option("--port <number>", "TCP port on 127.0.0.1", parsePort, SANDBOX_PORT)
  .option("--region <name>", "region that the printed settings name", "us-west-2")
  .option("--quota <list>", "what AWS has granted, like users=2000,queues=300: see docs/sandbox.md")
  .option("--faults <list>", "behave badly, like throttling,errors=0.05: see docs/faults.md")
  .action((options: { port: number; region: string; faults?: string; quota?: string }) =>
    run(async () => {
      const faults: Faults = options.faults === undefined ? {} : parseFaults(options.faults);
      const sandbox = await startSandbox({
        port: options.port,
        faults,
        quotas: options.quota === undefined ? undefined : parseQuotas(options.quota),
        onNotice: complain,
      });
      onSignal(async () => {
        await sandbox.stop();
        return 0;
      });
      const settings = Object.entries(clientSettings(sandbox.endpoint, options.region));
      const behaves = faultsText(sandbox.faults.faults);
      say(`A local AWS with Amazon Connect is at ${sandbox.endpoint} until Ctrl-C.
${behaves && `It behaves badly: --faults ${behaves}\n`}
For the AWS CLI, the SDKs and Terraform:
${settings.map(([name, value]) => `  export ${name}=${value}`).join("\n")}

Try:  aws connect list-instances
Call what is deployed:  ${sandbox.phone}`);
    }),
  );

void program.parseAsync();
