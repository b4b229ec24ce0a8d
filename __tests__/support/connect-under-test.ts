import { createServer, type IncomingMessage, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import {
  ConnectClient,
  CreateInstanceCommand,
  ResourceNotFoundException,
} from "@aws-sdk/client-connect";
import { type Connect, createConnect } from "../../sandbox/connect/connect";
import type { LiveCalls } from "../../sandbox/connect/live-calls";
import type { OtherServices } from "../../sandbox/connect/store/operation";
import type { Quotas } from "../../sandbox/connect/store/quotas";

/**
 * A real instance to test against in place of the emulator: its id, with AWS credentials and
 * Region in the environment. Everything is made under a name of its own and deleted after its test.
 */
const REAL_INSTANCE = process.env.CONNECT_INSTANCE_ID;

const RUN = `test-${Date.now().toString(36)}`;

/** A Connect with an instance to test on: the emulator behind HTTP, or AWS. */
export interface ConnectUnderTest {
  readonly client: ConnectClient;
  readonly instanceId: string;
  /** Where the emulator listens, for requests that no SDK would send. */
  readonly endpoint: string;
  /** The emulator itself. */
  readonly connect: Connect;
  /** A name that nothing else has. */
  readonly unique: (name: string) => string;
  /** Runs after the test, last first: what a test makes, it deletes. */
  readonly afterwards: (cleanUp: () => Promise<unknown>) => void;
}

/** Declares the Connect under test for a `describe`; its members are there once tests run. */
export function connectUnderTest(
  options: {
    now?: () => Date;
    calls?: () => LiveCalls;
    quotas?: Quotas;
    others?: OtherServices;
  } = {},
): ConnectUnderTest {
  let server: Server | undefined;
  let cleanUps: (() => Promise<unknown>)[] = [];
  let count = 0;
  const helpers: Pick<ConnectUnderTest, "unique" | "afterwards"> = {
    unique: (name) => `${name} ${RUN} ${++count}`,
    afterwards: (cleanUp) => {
      cleanUps.unshift(cleanUp);
    },
  };
  // The rest is set before the first test runs, and only then read.
  const under = helpers as { -readonly [K in keyof ConnectUnderTest]: ConnectUnderTest[K] };

  before(async () => {
    if (REAL_INSTANCE !== undefined) {
      under.client = new ConnectClient({});
      under.instanceId = REAL_INSTANCE;
      return;
    }
    under.connect = createConnect({ accountId: "123456789012", region: "us-east-1", ...options });
    ({ server, endpoint: under.endpoint } = await serve(under.connect));
    under.client = new ConnectClient({
      endpoint: under.endpoint,
      region: "us-east-1",
      credentials: { accessKeyId: "test", secretAccessKey: "test" },
      maxAttempts: 1,
    });
    const { Id = "" } = await under.client.send(
      new CreateInstanceCommand({
        InstanceAlias: "under-test",
        IdentityManagementType: "CONNECT_MANAGED",
        InboundCallsEnabled: true,
        OutboundCallsEnabled: true,
      }),
    );
    under.instanceId = Id;
  });

  afterEach(async () => {
    const toDo = cleanUps;
    cleanUps = [];
    for (const cleanUp of toDo)
      await cleanUp().catch((error: unknown) => {
        // The test may have deleted it itself.
        if (!(error instanceof ResourceNotFoundException)) throw error;
      });
  });

  after(() => {
    under.client.destroy();
    server?.close();
  });

  return under;
}

/** A test that cannot run against AWS, and why. */
export function itEmulated(title: string, reason: string, test: () => Promise<void>): void {
  if (REAL_INSTANCE === undefined) it(title, test);
  else it.skip(`${title} (not on AWS: ${reason})`, test);
}

/** An error that Connect answered with. */
export interface Refusal {
  readonly name: string;
  readonly message: string;
  readonly $metadata: { readonly httpStatusCode?: number; readonly attempts?: number };
  /** What is wrong with a contact flow. */
  readonly problems?: readonly { readonly message?: string }[];
  /** What is wrong with a contact flow module. */
  readonly Problems?: readonly { readonly message?: string }[];
}

/** The error with which a request is refused; fails if it is not. */
export async function refusal(request: Promise<unknown>): Promise<Refusal> {
  const outcome: unknown = await request.then(
    () => undefined,
    (error: unknown) => error,
  );
  if (outcome instanceof Error && "$metadata" in outcome) return outcome as Error & Refusal;
  throw new Error("the request should have been refused by Connect", { cause: outcome });
}

/** A loopback HTTP server that hands every request to a Connect, as the sandbox's gateway does. */
async function serve({ handle }: Connect): Promise<{ server: Server; endpoint: string }> {
  const server = createServer((request, response) => {
    void (async () => {
      const { method = "GET", url = "/", headers } = request;
      const answer = await handle({ method, url, headers, body: await bodyOf(request) });
      response.writeHead(answer.status, answer.headers).end(answer.body);
    })();
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return { server, endpoint: `http://127.0.0.1:${port}` };
}

async function bodyOf(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}
