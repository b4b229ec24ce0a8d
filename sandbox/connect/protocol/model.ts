import * as sdk from "@aws-sdk/client-connect";
import { NormalizedSchema } from "@smithy/core/schema";
import type { StaticOperationSchema } from "@smithy/types";

/** Amazon Connect's operations, as its SDK names them: `CreateQueue`, `DescribeUser`, … */
export type OperationName =
  Exclude<Extract<keyof typeof sdk, `${string}Command`>, "$Command"> extends infer Command
    ? Command extends `${infer Name}Command`
      ? Name
      : never
    : never;

/** Amazon Connect's exceptions, as its SDK names them. */
export type ExceptionName = Extract<keyof typeof sdk, `${string}Exception`>;

type CommandOf<N extends OperationName> = InstanceType<
  Extract<(typeof sdk)[`${N}Command`], abstract new (...args: never) => unknown>
>;

/**
 * The SDK writes a required member as `string | undefined`. The protocol has checked that it is
 * there before an operation runs, so that an operation sees it as `string`.
 */
type Checked<T> = T extends Date | Uint8Array
  ? T
  : T extends readonly (infer Item)[]
    ? Checked<Item>[]
    : T extends object
      ? {
          [K in keyof T]: Checked<object extends Pick<T, K> ? T[K] : Exclude<T[K], undefined>>;
        }
      : T;

/** What operation `N` gets: the SDK's own input, its required members present. */
export type Input<N extends OperationName> =
  CommandOf<N> extends { input: infer I } ? Checked<I> : never;

/** What operation `N` answers: the SDK's own output, without the client's metadata. */
export type Output<N extends OperationName> =
  CommandOf<N> extends {
    resolveMiddleware: (...args: never) => (args: never) => Promise<{ output: infer O }>;
  }
    ? Omit<O, "$metadata">
    : never;

/** One operation of Amazon Connect, from the model that its SDK carries. */
export interface OperationModel {
  readonly name: OperationName;
  readonly method: string;
  /** The path as the model writes it: `/queues/{InstanceId}/{QueueId}`. */
  readonly path: string;
  readonly status: number;
  readonly input: NormalizedSchema;
  readonly output: NormalizedSchema;
}

/** The route of an operation: the trait that the SDK keeps under `http`. */
interface HttpTrait {
  readonly http: readonly [method: string, path: string, status: number];
}

const isOperation = (value: unknown): value is StaticOperationSchema =>
  Array.isArray(value) && value[0] === 9;

/** Every operation that the installed SDK knows, emulated or not. */
export const OPERATIONS: readonly OperationModel[] = Object.values<unknown>(sdk)
  .filter(isOperation)
  .map(([, , name, traits, input, output]) => {
    const [method, path, status] = (traits as unknown as HttpTrait).http;
    return {
      name: name as OperationName,
      method,
      path,
      status,
      input: NormalizedSchema.of(input),
      output: NormalizedSchema.of(output),
    };
  });
