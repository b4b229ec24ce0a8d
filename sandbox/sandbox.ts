import { deserialize, serialize } from "node:v8";
import { join, resolve } from "node:path";
import { SANDBOX_ACCOUNT } from "./machine/account";
import { emptyState, type AccountState } from "./account-state";
import type { Quotas } from "./connect/store/quotas";
import type { CallLog } from "./gateway/call-log";
import type { Connect } from "./connect/connect";
import { DeploymentBoard } from "./telephone/deployment-board";
import { OPERATIONS } from "./connect/protocol/model";
import { createRouter } from "./connect/protocol/router";
import { copyEmulator, startEmulator, type Emulator } from "./emulator";
import { OperatorError } from "./machine/errors";
import { FaultInjector } from "./faults/fault-injector";
import type { Faults } from "./faults/faults";
import { faultsText } from "./faults/parse-faults";
import { startGateway } from "./gateway/gateway";
import type { Gateway } from "./gateway/gateway";
import { openAccount, type LocalAccount } from "./local-account";
import { RESET_PATH, resetSite } from "./reset-site";
import type { Exchange } from "./telephone/exchange";
import { PHONE_PATH } from "./telephone/server";

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
  /** What AWS has granted Connect's instances above a new account's; a snapshot has its own. */
  readonly quotas?: Quotas | undefined;
  /** What it holds at first: a copy of what another sandbox held; by default nothing. */
  readonly from?: Snapshot;
}

/**
 * What a sandbox held at a moment. Plain data: another process may start a sandbox from it, while the
 * one that was copied still runs.
 */
export interface Snapshot {
  /** Where the copy of moto can be copied in turn. */
  readonly control: string;
  /** The rest, as `v8.serialize` writes it. */
  readonly state: Uint8Array;
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
  /** Where the deployment stands, for the telephone's page: whoever deploys says it there. */
  readonly board: DeploymentBoard;
  /** Amazon Connect in a region: as in AWS, regions know nothing of each other. */
  connect(region: string): Connect;
  /** The telephone's exchange, for calls without a page: another one after a reset. */
  readonly exchange: Exchange;
  /** The alarms, and what they told their topics, since the start or the last reset. */
  readonly alarms: LocalAccount["alarms"];
  /** Logs of a function's newest invocations, oldest first. */
  functionLogs(functionArn: string): readonly string[];
  /**
   * Copies all that the sandbox holds, Terraform's state included. Take it while nothing changes. The
   * newest is what `POST /sandbox/reset` goes back to.
   *
   * @param aside - Whether that goes on to go back to the one before.
   * @throws OperatorError where the emulator can't be copied.
   */
  snapshot(aside?: boolean): Promise<Snapshot>;
  /** Gives up a snapshot of this sandbox that nobody goes back to any more: it holds memory. */
  forget(snapshot: Snapshot): Promise<void>;
  /** Goes back to a snapshot: what came after it is gone, and so are calls that are under way. */
  reset(snapshot: Snapshot): Promise<void>;
  /** Ends every process and port of the sandbox; its contents are gone. */
  stop(): Promise<void>;
}

const route = createRouter(OPERATIONS);

const NOTHING_TO_GO_BACK_TO =
  "there is no snapshot to go back to: npm start takes one when it has applied";

/** The project's ignored folder for what the sandbox writes. */
export const SANDBOX_DIRECTORY = join(__dirname, "..", ".sandbox");

/**
 * Starts a local AWS, empty unless told otherwise: Amazon Connect and Lambda invocations here, the rest
 * in moto.
 *
 * @throws OperatorError when the port is taken or moto cannot be had.
 */
export async function startSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
  const { port = SANDBOX_PORT, environment = process.env, from, onNotice } = options;
  const directory = resolve(options.directory ?? SANDBOX_DIRECTORY);
  let gateway: Gateway | undefined;
  const board = new DeploymentBoard();
  const surroundings = { board, endpoint: () => gateway?.endpoint ?? "" };
  const open = (state: AccountState, emulator: Emulator) => ({
    state,
    emulator,
    account: openAccount(state, emulator, surroundings),
  });
  let current = from
    ? open(stateOf(from), await copyEmulator(from.control))
    : open(
        emptyState(options.quotas),
        await startEmulator({ directory, environment, ...(onNotice && { onNotice }) }),
      );
  const copies = new Map<Snapshot, Emulator>();
  let last: Snapshot | undefined;
  const reset = async (snapshot: Snapshot) => {
    const before = current;
    current = open(stateOf(snapshot), await copyEmulator(snapshot.control));
    await end(before);
  };
  const resets = resetSite({
    refusal: () => {
      if (board.isBusy) return "the center is being changed: wait until that is applied";
      return last ? undefined : NOTHING_TO_GO_BACK_TO;
    },
    reset: async () => {
      if (last) await reset(last);
    },
  });
  const faults = new FaultInjector((milliseconds) => {
    gateway?.refuse(milliseconds).catch(console.error);
  }, options.faults);
  try {
    const opened = await startGateway({
      port,
      backend: () => {
        const { backend } = current.account;
        return { ...backend, sites: [resets, ...(backend.sites ?? [])] };
      },
      fault: () => faults.fault,
      operations: {
        connect: (method, path) => route(method, path)?.operation.name,
        lambda: (_, path) => (path.endsWith("/invocations") ? "Invoke" : undefined),
      },
      about: {
        service: "a local AWS for Amazon Connect contact centers",
        usage: "set AWS_ENDPOINT_URL to this address, with any credentials",
        telephone: `a page for browsers at ${PHONE_PATH}`,
        reset: `POST ${RESET_PATH} goes back to the last snapshot`,
        account: SANDBOX_ACCOUNT,
        get faults() {
          return faultsText(faults.faults) || "none";
        },
        services: {
          connect: "emulated here",
          lambda: "functions kept by the emulator, their code run here",
          [current.emulator.services?.join(", ") ?? "*"]: current.emulator.name,
        },
      },
    });
    gateway = opened;
    const { endpoint } = opened;
    return {
      endpoint,
      port: opened.port,
      phone: `${endpoint}${PHONE_PATH}`,
      directory,
      calls: opened.calls,
      faults,
      board,
      get exchange() {
        return current.account.exchange;
      },
      get alarms() {
        return current.account.alarms;
      },
      connect: (region) => current.account.connect(region),
      functionLogs: (arn) => current.account.functionLogs(arn),
      snapshot: async (aside = false) => {
        const copy = await copyEmulator(controlOf(current.emulator));
        const snapshot = { control: controlOf(copy), state: serialize(current.state) };
        copies.set(snapshot, copy);
        if (!aside) {
          last = snapshot;
          board.becomeResettable();
        }
        return snapshot;
      },
      forget: async (snapshot) => {
        await copies.get(snapshot)?.stop();
        copies.delete(snapshot);
      },
      reset,
      stop: async () => {
        await opened.close();
        await end(current);
        for (const copy of copies.values()) await copy.stop();
      },
    };
  } catch (error) {
    await current.emulator.stop();
    throw error;
  }
}

async function end({ account, emulator }: { account: LocalAccount; emulator: Emulator }) {
  await account.stop();
  await emulator.stop();
}

const stateOf = ({ state }: Snapshot) => deserialize(state) as AccountState;

function controlOf({ name, control }: Emulator): string {
  if (control !== undefined) return control;
  throw new OperatorError(
    `the ${name} can't be copied: a snapshot needs moto, and an operating system that can fork (not Windows)`,
  );
}
