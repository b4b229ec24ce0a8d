import { join } from "node:path";
import { S3Client } from "@aws-sdk/client-s3";
import { Command, Argument } from "commander";
import { execa } from "execa";
import { answers } from "../../sandbox/answers";
import { createStateBucket, initialPasswords } from "../../sandbox/deploy";
import { OperatorError } from "../../sandbox/errors";
import { writeOverride } from "../../sandbox/override";
import { SANDBOX_DIRECTORY } from "../../sandbox/sandbox";
import { readStack, regionOf } from "../../sandbox/stack";
import { Terraform } from "../../sandbox/terraform";
import { findProviderSource } from "../../sandbox/terraform-mirror";
import { run } from "./run";
import { ENVIRONMENT_NAMES, PROJECT, SANDBOX_OUTPUT, stackOf, synthesize } from "./stacks";

/** Resources at a time. Connect's control plane throttles at 2 requests a second and operation. */
const PARALLELISM = "4";

/**
 * Makes `npm run plan` and `npm run apply`: cdktf itself, with the settings that fit this project.
 *
 * @param verb - cdktf's command.
 * @param description - What the help says.
 */
export function cdktfCommand(verb: "plan" | "apply", description: string): Command {
  return new Command(`npm run ${verb} --`)
    .description(description)
    .addArgument(new Argument("<environment>").choices(ENVIRONMENT_NAMES))
    .argument("[options...]", `options of cdktf ${verb}, like --auto-approve`)
    .allowUnknownOption()
    .action((environment: string, options: string[]) =>
      run(() => cdktf(verb, environment, options)),
    );
}

async function cdktf(
  verb: "plan" | "apply",
  environment: string,
  options: readonly string[],
): Promise<void> {
  const asks = verb === "apply" && !options.includes("--auto-approve");
  if (asks && !process.stdin.isTTY) {
    // cdktf would crash, and leave the state locked.
    throw new OperatorError(
      "apply asks for approval, and there is no terminal to answer it: add --auto-approve",
    );
  }
  const endpoint = process.env.AWS_ENDPOINT_URL ?? "";
  const local = isLoopback(endpoint);
  const output = local ? SANDBOX_OUTPUT : join(PROJECT, "cdktf.out");
  const stackDirectory = join(output, "stacks", stackOf(environment));
  await Terraform.find({
    directory: PROJECT,
    workDirectory: SANDBOX_DIRECTORY,
    environment: process.env,
  });
  if (local && !(await answers(endpoint))) {
    throw new OperatorError(
      `nothing answers at ${endpoint}, which AWS_ENDPOINT_URL names: start a sandbox there (npm run sandbox -- --port ${new URL(endpoint).port || "80"}), or unset it to go to AWS`,
    );
  }
  await synthesize(output);
  const stack = await readStack(stackDirectory);
  await requireCredentials(regionOf(stack));
  let variables: NodeJS.ProcessEnv = {};
  if (local) {
    variables = { TF_VAR_initial_passwords: JSON.stringify(initialPasswords(stack)) };
    await writeOverride(stackDirectory, stack);
    await createStateBucket(stack, endpoint);
  }

  const { mirror, cliConfigFile } = await findProviderSource(SANDBOX_DIRECTORY);
  const mirrored = mirror !== undefined || cliConfigFile !== undefined;
  const { exitCode } = await execa(
    join(PROJECT, "node_modules", ".bin", "cdktf"),
    [
      verb,
      stackOf(environment),
      "--skip-synth",
      "--output",
      output,
      "--terraform-parallelism",
      PARALLELISM,
      // The lock file for every platform needs the registry, which a mirror stands in for.
      ...(mirrored ? ["--skip-provider-lock"] : []),
      ...options,
    ],
    {
      cwd: PROJECT,
      env: {
        ...variables,
        ...process.env,
        TF_CLI_CONFIG_FILE: cliConfigFile,
        CHECKPOINT_DISABLE: "1",
        // Without it, each frame of a spinner is a line of the log.
        ...(!asks && { CI: "1" }),
      },
      extendEnv: false,
      stdio: "inherit",
      reject: false,
    },
  );
  process.exitCode = exitCode ?? 1;
}

function isLoopback(endpoint: string): boolean {
  if (!URL.canParse(endpoint)) return false;
  return /^(localhost|127\.0\.0\.1|\[::1\])$/.test(new URL(endpoint).hostname);
}

/** Asks the AWS SDK, which looks where Terraform looks. */
async function requireCredentials(region: string): Promise<void> {
  const client = new S3Client({ region });
  try {
    await client.config.credentials();
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new OperatorError(
      `there are no AWS credentials: set AWS_PROFILE (after aws sso login), or AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY\n${reason}`,
    );
  }
}
