import { fork } from "node:child_process";
import type { ChildProcess } from "node:child_process";
import { join } from "node:path";
import type { Invocation, InvocationOutcome, LambdaFunction } from "./lambda-function";

/**
 * The longest that loading the code may take, in milliseconds. AWS gives the init phase 10 seconds;
 * code that takes longer is loaded again with the function's own limit.
 * @see https://docs.aws.amazon.com/lambda/latest/dg/lambda-runtime-environment.html
 */
const INIT_LIMIT = 10_000;

/** Characters of output kept of one invocation. */
const OUTPUT_LIMIT = 256 * 1024;

/** The largest result, in bytes. */
const RESULT_LIMIT = 6_291_556;

interface LambdaError {
  readonly errorType: string;
  readonly errorMessage: string;
  readonly trace?: readonly string[];
}

/** What lambda-bootstrap.mjs reports, and what can be seen from outside. */
type Report =
  | { readonly ready: true }
  | { readonly output: string }
  | { readonly result: string }
  | { readonly error: LambdaError }
  | { readonly exit: string }
  | { readonly late: number };

/**
 * One process with a function's code in it: Lambda's execution environment. It answers one event at
 * a time and keeps what the code keeps between events.
 *
 * @see https://docs.aws.amazon.com/lambda/latest/dg/lambda-runtime-environment.html
 */
export class LambdaEnvironment {
  private readonly child: ChildProcess;
  private readonly loading: Promise<Report>;
  private output = "";
  private exit: string | undefined;
  private receive: (report: Report) => void = () => undefined;

  /**
   * @param lambda - The function.
   * @param taskRoot - Folder with its unzipped code.
   * @param endpoint - Where its AWS clients go: the sandbox.
   */
  public constructor(
    private readonly lambda: LambdaFunction,
    taskRoot: string,
    endpoint: string,
  ) {
    this.child = fork(join(__dirname, "lambda-bootstrap.mjs"), {
      cwd: taskRoot,
      env: processEnvironment(lambda, taskRoot, endpoint),
      execArgv: [],
      stdio: ["ignore", "pipe", "pipe", "ipc"],
    });
    this.child.on("message", (report: Report) => {
      if ("output" in report) this.keep(report.output);
      else this.receive(report);
    });
    for (const stream of [this.child.stdout, this.child.stderr]) {
      stream?.on("data", (chunk: Buffer) => {
        this.keep(chunk.toString());
      });
    }
    this.child.once("error", (error) => {
      this.end(error.message);
    });
    this.child.once("exit", (code, signal) => {
      this.end(signal ? `signal: ${signal}` : `exit status ${String(code)}`);
    });
    this.loading = this.next(Math.max(INIT_LIMIT, lambda.timeout * 1000));
  }

  /** Whether the process can take another event. */
  public get alive(): boolean {
    return this.exit === undefined;
  }

  /** Runs the handler once. An environment that timed out or crashed is dead afterwards. */
  public async invoke(invocation: Invocation): Promise<InvocationOutcome> {
    let report = await this.loading;
    const start = performance.now();
    if ("ready" in report) {
      const answer = this.next(this.lambda.timeout * 1000);
      this.child.send(this.message(invocation), () => undefined);
      report = await answer;
    } else {
      this.kill();
    }
    const duration = performance.now() - start;
    if ("late" in report) this.kill();
    const log = `START RequestId: ${invocation.requestId} Version: ${this.lambda.version}\n${this.output}END RequestId: ${invocation.requestId}\nREPORT RequestId: ${invocation.requestId}\tDuration: ${duration.toFixed(2)} ms\tMemory Size: ${this.lambda.memorySize} MB\n`;
    this.output = "";
    return { ...outcome(report, invocation.requestId), log };
  }

  /** Ends the process at once. */
  public kill(): void {
    this.exit ??= "killed";
    this.child.kill("SIGKILL");
  }

  private message({ payload, requestId, invokedArn, clientContext }: Invocation) {
    const { name, version, memorySize, logGroup, timeout } = this.lambda;
    return {
      event: payload,
      deadline: Date.now() + timeout * 1000,
      context: {
        functionName: name,
        functionVersion: version,
        invokedFunctionArn: invokedArn,
        memoryLimitInMB: String(memorySize),
        awsRequestId: requestId,
        logGroupName: logGroup,
        logStreamName: LOG_STREAM,
        ...(clientContext !== undefined && { clientContext }),
      },
    };
  }

  private async next(limit: number): Promise<Report> {
    if (this.exit !== undefined) return { exit: this.exit };
    let timer: NodeJS.Timeout | undefined;
    const report = new Promise<Report>((resolve) => {
      this.receive = resolve;
      timer = setTimeout(resolve, limit, { late: limit });
    });
    return report.finally(() => {
      clearTimeout(timer);
    });
  }

  private end(reason: string): void {
    this.exit ??= reason;
    this.receive({ exit: reason });
  }

  private keep(text: string): void {
    this.output = (this.output + text).slice(-OUTPUT_LIMIT);
  }
}

const LOG_STREAM = "sandbox";

/**
 * What the process gets to see: never this machine's own environment, which may hold credentials.
 *
 * @see https://docs.aws.amazon.com/lambda/latest/dg/configuration-envvars.html
 */
function processEnvironment(
  lambda: LambdaFunction,
  taskRoot: string,
  endpoint: string,
): NodeJS.ProcessEnv {
  return {
    ...lambda.environment,
    AWS_ACCESS_KEY_ID: `lambda-${lambda.name}`,
    AWS_SECRET_ACCESS_KEY: "sandbox",
    AWS_REGION: lambda.region,
    AWS_DEFAULT_REGION: lambda.region,
    AWS_ENDPOINT_URL: endpoint,
    AWS_EC2_METADATA_DISABLED: "true",
    AWS_EXECUTION_ENV: `AWS_Lambda_${lambda.runtime}`,
    AWS_LAMBDA_FUNCTION_NAME: lambda.name,
    AWS_LAMBDA_FUNCTION_VERSION: lambda.version,
    AWS_LAMBDA_FUNCTION_MEMORY_SIZE: String(lambda.memorySize),
    AWS_LAMBDA_INITIALIZATION_TYPE: "on-demand",
    AWS_LAMBDA_LOG_FORMAT: lambda.logFormat,
    AWS_LAMBDA_LOG_GROUP_NAME: lambda.logGroup,
    AWS_LAMBDA_LOG_STREAM_NAME: LOG_STREAM,
    LAMBDA_TASK_ROOT: taskRoot,
    _HANDLER: lambda.handler,
    LANG: "en_US.UTF-8",
    // The SDK would tell this machine's Node.js to become newer, which is not the function's.
    AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: "true",
    PATH: "/usr/local/bin:/usr/bin:/bin",
    TZ: lambda.environment.TZ ?? ":UTC",
  };
}

/** The answer in the words of Lambda. */
function outcome(report: Report, requestId: string): { payload: string; failed: boolean } {
  if ("result" in report) {
    if (Buffer.byteLength(report.result) <= RESULT_LIMIT) {
      return { payload: report.result, failed: false };
    }
    return failed({
      errorType: "Function.ResponseSizeTooLarge",
      errorMessage: `Response payload size exceeded maximum allowed payload size (${RESULT_LIMIT} bytes).`,
    });
  }
  if ("error" in report) return failed(report.error);
  if ("late" in report) {
    const seconds = (report.late / 1000).toFixed(2);
    return failed({
      errorType: "Sandbox.Timedout",
      errorMessage: `RequestId: ${requestId} Error: Task timed out after ${seconds} seconds`,
    });
  }
  const reason = "exit" in report ? report.exit : "unknown";
  return failed({
    errorType: "Runtime.ExitError",
    errorMessage: `RequestId: ${requestId} Error: Runtime exited with error: ${reason}`,
  });
}

function failed(error: LambdaError): { payload: string; failed: boolean } {
  return { payload: JSON.stringify(error), failed: true };
}
