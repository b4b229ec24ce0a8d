/** A deployed version of a function, as its configuration has it. */
export interface LambdaFunction {
  readonly name: string;
  readonly arn: string;
  readonly version: string;
  readonly region: string;
  /** `nodejs20.x` and the like. */
  readonly runtime: string;
  /** File and exported function: `index.handler`. */
  readonly handler: string;
  /** Seconds, 1 to 900. */
  readonly timeout: number;
  /** MB. Told to the function, not enforced. */
  readonly memorySize: number;
  readonly environment: Readonly<Record<string, string>>;
  readonly logGroup: string;
  /** Text or JSON. */
  readonly logFormat: string;
  /** SHA-256 of the zip, in base64. */
  readonly codeSha256: string;
}

/** What came of an invocation. */
export interface InvocationOutcome {
  /** JSON: the handler's result, or the error as Lambda reports it. */
  readonly payload: string;
  /** Whether the payload is an error. */
  readonly failed: boolean;
  /** The invocation's log, with Lambda's START, END and REPORT lines. */
  readonly log: string;
}

/** What a caller gives to an invocation. */
export interface Invocation {
  /** JSON text. */
  readonly payload: string;
  readonly requestId: string;
  /** The ARN the caller used, with its qualifier. */
  readonly invokedArn: string;
  readonly clientContext?: unknown;
}
