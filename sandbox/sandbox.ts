import { SANDBOX_ACCOUNT } from "./account";
import { answers } from "./answers";
import { join, resolve } from "node:path";
import { forwardTo } from "./forward";
import { startGateway } from "./gateway";
import type { Gateway } from "./gateway";
import type { CallLog } from "./call-log";
import { createConnect } from "./connect/connect";
import type { Connect } from "./connect/connect";
import { OPERATIONS } from "./connect/model";
import { createRouter } from "./connect/router";
import type { Service } from "./http";
import { createLambda } from "./lambda";
import { FaultInjector } from "./faults/fault-injector";
import type { Faults } from "./faults/faults";
import { faultsText } from "./faults/parse-faults";
import { createLogGroupKeys } from "./log-group-keys";
import { startMoto } from "./moto";
import { createSamlProviderTags } from "./saml-provider-tags";
import { signatureOf } from "./signature";
import { invokeFunction } from "./telephone/invoke-function";
import { createLogs } from "./query-definitions";
import { createStepFunctions } from "./step-functions";
import { createTableUpdates } from "./table-updates";
import { createTelephone, isPhonePath, PHONE_PATH } from "./telephone/server";
import { OperatorError } from "./errors";

/** The port that local AWS emulators share. */
export const SANDBOX_PORT = 4566;

/** How to start a sandbox. */
export interface SandboxOptions {
  /** TCP port on 127.0.0.1, by default {@link SANDBOX_PORT}; 0 takes any free one. */
  readonly port?: number;
  /** Ignored folder for moto's log and installation, by default `.sandbox` in the project. */
  readonly directory?: string;
  /** Receives a line when something takes long. */
  readonly onNotice?: (line: string) => void;
  /** By default the process's own: PATH, and SANDBOX_AWS_ENDPOINT for another emulator than moto. */
  readonly environment?: NodeJS.ProcessEnv;
  /** How to behave badly; by default not at all. */
  readonly faults?: Faults;
}

/** A running local AWS. */
export interface Sandbox {
  /** What goes into AWS_ENDPOINT_URL. */
  readonly endpoint: string;
  readonly port: number;
  /** The page with the telephone, for a browser. */
  readonly phone: string;
  /** Ignored folder for what the sandbox writes. */
  readonly directory: string;
  readonly calls: CallLog;
  /** How it behaves badly: may be changed while it runs. */
  readonly faults: FaultInjector;
  /** Amazon Connect in a region: as in AWS, regions know nothing of each other. */
  connect(region: string): Connect;
  /** Logs of a function's newest invocations, oldest first. */
  functionLogs(functionArn: string): readonly string[];
  /** Ends every process and port of the sandbox; its contents are gone. */
  stop(): Promise<void>;
}

const route = createRouter(OPERATIONS);

/** The project's ignored folder for what the sandbox writes. */
export const SANDBOX_DIRECTORY = join(__dirname, "..", ".sandbox");

/**
 * Starts an empty local AWS: Amazon Connect and Lambda invocations here, the rest in moto.
 *
 * @throws OperatorError when the port is taken or moto cannot be had.
 */
export async function startSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
  const { port = SANDBOX_PORT, environment = process.env } = options;
  const directory = resolve(options.directory ?? SANDBOX_DIRECTORY);
  const emulator = await startEmulator(options, directory, environment);
  const regions = new Map<string, Connect>();
  const connect = (region: string) => {
    const known = regions.get(region) ?? createConnect({ accountId: SANDBOX_ACCOUNT, region });
    regions.set(region, known);
    return known;
  };
  const handleConnect: Service = (request) =>
    connect(signatureOf(request.url, request.headers)?.region ?? "us-east-1").handle(request);
  let endpoint = "";
  let gateway: Gateway | undefined;
  const faults = new FaultInjector((milliseconds) => {
    gateway?.refuse(milliseconds).catch(console.error);
  }, options.faults);
  const lambda = createLambda(forwardTo(emulator.endpoint), () => endpoint);
  const telephone = createTelephone({
    stores: () => [...regions.values()].map(({ store }) => store),
    invoke: (functionArn, payload) => invokeFunction(endpoint, functionArn, payload),
  });
  try {
    const opened = await startGateway({
      port,
      upstream: emulator.endpoint,
      services: {
        connect: handleConnect,
        lambda: lambda.handle,
        dynamodb: createTableUpdates(forwardTo(emulator.endpoint)),
        iam: createSamlProviderTags(forwardTo(emulator.endpoint)),
        logs: createLogs(createLogGroupKeys(forwardTo(emulator.endpoint))),
        states: createStepFunctions(forwardTo(emulator.endpoint)),
      },
      fault: () => faults.fault,
      site: { serves: isPhonePath, handle: telephone.handle },
      operations: {
        connect: (method, path) => route(method, path)?.operation.name,
        lambda: (_, path) => (path.endsWith("/invocations") ? "Invoke" : undefined),
      },
      about: {
        service: "a local AWS for Amazon Connect contact centers",
        usage: "set AWS_ENDPOINT_URL to this address, with any credentials",
        telephone: `a page for browsers at ${PHONE_PATH}`,
        account: SANDBOX_ACCOUNT,
        get faults() {
          return faultsText(faults.faults) || "none";
        },
        services: {
          connect: "emulated here",
          lambda: "functions kept by the emulator, their code run here",
          "*": emulator.name,
        },
      },
    });
    gateway = opened;
    ({ endpoint } = opened);
    return {
      endpoint,
      port: opened.port,
      phone: `${endpoint}${PHONE_PATH}`,
      directory,
      calls: opened.calls,
      faults,
      connect,
      functionLogs: (arn) => lambda.runner.logsOf(arn),
      stop: async () => {
        telephone.stop();
        await opened.close();
        await lambda.runner.stop();
        await emulator.stop();
      },
    };
  } catch (error) {
    await emulator.stop();
    throw error;
  }
}

interface Emulator {
  readonly endpoint: string;
  readonly name: string;
  stop(): Promise<void>;
}

async function startEmulator(
  { onNotice }: SandboxOptions,
  directory: string,
  environment: NodeJS.ProcessEnv,
): Promise<Emulator> {
  const other = environment.SANDBOX_AWS_ENDPOINT;
  if (other !== undefined && other !== "") {
    if (!URL.canParse(other) || !/^https?:/.test(other)) {
      throw new OperatorError(
        `SANDBOX_AWS_ENDPOINT must be an http address like http://127.0.0.1:4566, got ${JSON.stringify(other)}`,
      );
    }
    if (!(await answers(other))) {
      throw new OperatorError(
        `nothing answers at ${other}, which SANDBOX_AWS_ENDPOINT names: start the emulator there, or unset it to use moto`,
      );
    }
    return { endpoint: other, name: `emulator at ${other}`, stop: () => Promise.resolve() };
  }
  const moto = await startMoto({ directory, environment, ...(onNotice && { onNotice }) });
  return { ...moto, name: "moto" };
}
