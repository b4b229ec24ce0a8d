import { SANDBOX_ACCOUNT } from "./machine/account";
import { connectStore, type AccountState } from "./account-state";
import { createBudgets } from "./budgets";
import { createConnect } from "./connect/connect";
import type { Connect } from "./connect/connect";
import { type Alarms, createAlarms } from "./cloudwatch/alarms";
import { executionMetric } from "./cloudwatch/execution-metrics";
import { measured } from "./cloudwatch/function-metrics";
import { MetricStore } from "./cloudwatch/metric-store";
import { othersOf } from "./connect-others";
import { sendContactRecords } from "./contact-records";
import type { DeploymentBoard } from "./telephone/deployment-board";
import type { Emulator } from "./emulator";
import { writeFlowLogs } from "./flow-logs";
import { createFirehose } from "./firehose/firehose";
import { forwardTo, streamTo } from "./gateway/forward";
import type { Backend } from "./gateway/gateway";
import type { Service } from "./gateway/http";
import { createLambda } from "./lambda/lambda";
import { createLogGroupKeys } from "./moto/log-group-keys";
import { createLogs } from "./moto/query-definitions";
import { createSamlProviderTags } from "./moto/saml-provider-tags";
import { signatureOf } from "./gateway/signature";
import { createStateMachines } from "./moto/state-machines";
import { createTableUpdates } from "./moto/table-updates";
import { createStepFunctions } from "./step-functions/step-functions";
import type { Exchange } from "./telephone/exchange";
import { invokeFunction } from "./telephone/invoke-function";
import { liveCallsOf } from "./telephone/live-calls";
import { submitEvaluationAt } from "./telephone/evaluations";
import { publishFlowAt } from "./telephone/publish-flow";
import { createTelephone, isPhonePath, type TelephoneServer } from "./telephone/server";

/** An AWS account on this machine, with the telephone that calls it. */
export interface LocalAccount {
  readonly backend: Backend;
  /** Amazon Connect in a region: as in AWS, regions know nothing of each other. */
  connect(region: string): Connect;
  /** Logs of a function's newest invocations, oldest first. */
  functionLogs(functionArn: string): readonly string[];
  /** The telephone's exchange, for whoever calls without a page. */
  readonly exchange: Exchange;
  /** The alarms, evaluated on the exchange's clock. */
  readonly alarms: Pick<Alarms, "notifications" | "settled">;
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
        quotas: state.quotas,
        others: othersOf(forward, region),
        calls: () => liveCallsOf(telephone.exchange),
      });
    regions.set(region, known);
    return known;
  };
  const lambda = createLambda(forward, endpoint, state.functions);
  const metrics = new MetricStore();
  const alarms = createAlarms(endpoint, metrics);
  const now = () => telephone.exchange.timeline.now;
  const firehose = createFirehose(forward, {
    now,
    after: (seconds, happen) => telephone.exchange.timeline.after(seconds, happen, true),
  });
  const telephone: TelephoneServer = createTelephone({
    stores: () => [...state.connect.values()],
    invoke: (functionArn, payload) => invokeFunction(endpoint(), functionArn, payload),
    onRecord: sendContactRecords(firehose.handle),
    onFlowLog: writeFlowLogs(forward),
    onMetric: (metric, value) => {
      metrics.put({ namespace: "AWS/Connect", ...metric }, value, now());
    },
    onMinute: () => {
      for (const [DeliveryStreamName, seconds] of firehose.freshness()) {
        const name = "DeliveryToS3.DataFreshness";
        const of = { namespace: "AWS/Firehose", name, dimensions: { DeliveryStreamName } };
        metrics.put(of, seconds, now());
      }
      const places = telephone.exchange.directory.places();
      alarms.due(
        [...new Set(places.map(({ instance }) => instance.Arn.split(":")[3] ?? ""))],
        now(),
      );
    },
    alarms: () => alarms.ringing(),
    publishFlow: publishFlowAt(endpoint),
    submitEvaluation: submitEvaluationAt(endpoint),
    board,
  });
  const measuredLambda = measured(lambda.handle, (metric, value) => {
    metrics.put(metric, value, now());
  });
  const stepFunctions = createStepFunctions(state.executions, {
    states: createStateMachines(forward),
    lambda: measuredLambda,
    s3: forward,
    onEnd: (machineArn, end) => {
      metrics.put(executionMetric(machineArn, end), 1, now());
    },
  });
  const own: Readonly<Record<string, Service>> = {
    connect: (request) =>
      connect(signatureOf(request.url, request.headers)?.region ?? "us-east-1").handle(request),
    budgets: createBudgets(state.budgets),
    lambda: measuredLambda,
    firehose: firehose.handle,
    dynamodb: createTableUpdates(forward, state.tableEncryption),
    iam: createSamlProviderTags(forward, state.samlProviderTags),
    logs: createLogs(createLogGroupKeys(forward, state.logGroupKeys), state.queryDefinitions),
    states: stepFunctions.handle,
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
    exchange: telephone.exchange,
    alarms,
    functionLogs: (arn) => lambda.runner.logsOf(arn),
    stop: async () => {
      alarms.stop();
      stepFunctions.stop();
      telephone.stop();
      await lambda.runner.stop();
    },
  };
}
