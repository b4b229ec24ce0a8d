import { SANDBOX_ACCOUNT } from "./account";
import { connectStore, type AccountState } from "./account-state";
import { createBudgets } from "./budgets";
import { createConnect } from "./connect/connect";
import type { Connect } from "./connect/connect";
import { othersOf } from "./connect-others";
import type { DeploymentBoard } from "./deployment-board";
import type { Emulator } from "./emulator";
import { forwardTo, streamTo } from "./forward";
import type { Backend } from "./gateway";
import type { Service } from "./http";
import { createLambda } from "./lambda";
import { createLogGroupKeys } from "./log-group-keys";
import { createLogs } from "./query-definitions";
import { createSamlProviderTags } from "./saml-provider-tags";
import { signatureOf } from "./signature";
import { createStepFunctions } from "./step-functions";
import { createTableUpdates } from "./table-updates";
import { invokeFunction } from "./telephone/invoke-function";
import { createTelephone, isPhonePath } from "./telephone/server";

/** An AWS account on this machine, with the telephone that calls it. */
export interface LocalAccount {
  readonly backend: Backend;
  /** Amazon Connect in a region: as in AWS, regions know nothing of each other. */
  connect(region: string): Connect;
  /** Logs of a function's newest invocations, oldest first. */
  functionLogs(functionArn: string): readonly string[];
  /** Ends its processes and its calls; the emulator goes on. */
  stop(): Promise<void>;
}

/** What an account is part of. */
export interface Surroundings {
  /** Where its own functions' AWS clients go. */
  readonly endpoint: () => string;
  /** Says how the deployment of what is in it stands. */
  readonly board: DeploymentBoard;
}

/**
 * Opens an account: Amazon Connect and Lambda invocations here, the rest in the emulator.
 *
 * @param state - What it holds; it is written to.
 * @param emulator - Has what else it holds.
 * @param surroundings - What it is part of.
 */
export function openAccount(
  state: AccountState,
  emulator: Emulator,
  { endpoint, board }: Surroundings,
): LocalAccount {
  const forward = forwardTo(emulator.upstream);
  const streamObjects = streamTo(emulator.upstream);
  const regions = new Map<string, Connect>();
  const connect = (region: string) => {
    const store = connectStore(state, region);
    const known =
      regions.get(region) ??
      createConnect({
        accountId: SANDBOX_ACCOUNT,
        region,
        store,
        others: othersOf(forward, region),
      });
    regions.set(region, known);
    return known;
  };
  const lambda = createLambda(forward, endpoint, state.functions);
  const telephone = createTelephone({
    stores: () => [...state.connect.values()],
    invoke: (functionArn, payload) => invokeFunction(endpoint(), functionArn, payload),
    board,
  });
  const own: Readonly<Record<string, Service>> = {
    connect: (request) =>
      connect(signatureOf(request.url, request.headers)?.region ?? "us-east-1").handle(request),
    budgets: createBudgets(state.budgets),
    lambda: lambda.handle,
    dynamodb: createTableUpdates(forward, state.tableEncryption),
    iam: createSamlProviderTags(forward, state.samlProviderTags),
    logs: createLogs(createLogGroupKeys(forward, state.logGroupKeys), state.queryDefinitions),
    states: createStepFunctions(forward),
  };
  const { services } = emulator;
  return {
    backend: {
      service: (name) => own[name] ?? (services?.includes(name) === false ? undefined : forward),
      ...(services && { names: [...new Set([...Object.keys(own), ...services])].sort() }),
      stream: (name) => (name === "s3" ? streamObjects : undefined),
      sites: [{ serves: isPhonePath, handle: telephone.handle }],
    },
    connect,
    functionLogs: (arn) => lambda.runner.logsOf(arn),
    stop: async () => {
      telephone.stop();
      await lambda.runner.stop();
    },
  };
}
