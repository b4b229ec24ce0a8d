import { ConnectClient, CreateInstanceCommand } from "@aws-sdk/client-connect";
import { SSMClient } from "@aws-sdk/client-ssm";
import type { CallLog } from "../../sandbox/gateway/call-log";
import { createConnect } from "../../sandbox/connect/connect";
import { OPERATIONS } from "../../sandbox/connect/protocol/model";
import { createRouter } from "../../sandbox/connect/protocol/router";
import { FaultInjector } from "../../sandbox/faults/fault-injector";
import { type Gateway, startGateway } from "../../sandbox/gateway/gateway";
import { ParameterStore } from "./parameter-store";

/** Connect behind the sandbox's gateway, with an instance and faults that a test sets. */
export interface FaultyConnect {
  readonly faults: FaultInjector;
  readonly instanceId: string;
  readonly endpoint: string;
  readonly calls: CallLog;
  /** What `ssm` reaches. */
  readonly parameters: ParameterStore;
  /** Turns the faults' clock on, by milliseconds: it stands still unless a test lets it run. */
  advance(milliseconds: number): void;
  /** Lets the faults' clock run for the rest of a test. */
  run(): void;
  /** A client that tries so often; it is destroyed after the tests. */
  client(maxAttempts: number): ConnectClient;
  /** A client that tries once; it is destroyed after the tests. */
  ssm(): SSMClient;
}

const route = createRouter(OPERATIONS);

/** Declares it for a `describe`; every test begins on a good day. */
export function faultyConnect(): FaultyConnect {
  let gateway: Gateway | undefined;
  const clients: (ConnectClient | SSMClient)[] = [];
  const parameters = new ParameterStore();
  const settings = () => ({
    endpoint: gateway?.endpoint ?? "",
    region: "us-west-2",
    credentials: { accessKeyId: "test", secretAccessKey: "test" },
  });
  let time = 0;
  let runs = false;
  const faults = new FaultInjector(
    (milliseconds) => {
      gateway?.refuse(milliseconds).catch(console.error);
    },
    {},
    () => (runs ? performance.now() : time),
  );
  const under = {
    faults,
    parameters,
    advance: (milliseconds: number) => {
      time += milliseconds;
    },
    run: () => {
      runs = true;
    },
    client(maxAttempts: number) {
      const client = new ConnectClient({ ...settings(), maxAttempts });
      clients.push(client);
      return client;
    },
    ssm() {
      const client = new SSMClient({ ...settings(), maxAttempts: 1 });
      clients.push(client);
      return client;
    },
  } as { -readonly [K in keyof FaultyConnect]: FaultyConnect[K] };

  before(async () => {
    const connect = createConnect({ accountId: "123456789012", region: "us-west-2" });
    gateway = await startGateway({
      port: 0,
      backend: () => ({
        service: (name) => (name === "ssm" ? parameters.handle : connect.handle),
      }),
      operations: { connect: (method, path) => route(method, path)?.operation.name },
      fault: () => faults.fault,
      about: {},
    });
    under.endpoint = gateway.endpoint;
    under.calls = gateway.calls;
    const { Id = "" } = await under.client(1).send(
      new CreateInstanceCommand({
        InstanceAlias: "faulty",
        IdentityManagementType: "CONNECT_MANAGED",
        InboundCallsEnabled: true,
        OutboundCallsEnabled: true,
      }),
    );
    under.instanceId = Id;
  });
  beforeEach(() => {
    runs = false;
    faults.set({});
  });
  after(async () => {
    clients.forEach((client) => {
      client.destroy();
    });
    await gateway?.close();
  });
  return under;
}
