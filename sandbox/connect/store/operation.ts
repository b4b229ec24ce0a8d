import type { Input, OperationName, Output } from "../protocol/model";
import type { LiveCalls } from "../live-calls";
import type { Quotas } from "./quotas";
import type { Store } from "./store";

/** What an operation works on: the account's store, and what the outside world gives. */
export interface Account {
  readonly store: Store;
  readonly accountId: string;
  readonly region: string;
  readonly now: () => Date;
  readonly quotas?: Quotas | undefined;
  /** The account's other services, where there are any. */
  readonly others?: OtherServices | undefined;
  /** The calls under way, where there is a telephone. */
  readonly calls?: (() => LiveCalls) | undefined;
}

/** What Connect asks of the account's other services. */
export interface OtherServices {
  hasBucket(name: string): Promise<boolean>;
  hasObject(bucket: string, key: string): Promise<boolean>;
  /** Writes an object. @throws Error if the bucket doesn't take it */
  putObject(bucket: string, key: string, body: string): Promise<void>;
  hasFunction(arn: string): Promise<boolean>;
  /** Makes a log group, without key and retention, where there is none of that name. */
  haveLogGroup(name: string): Promise<void>;
}

/** One operation's behaviour: its checked input to its output. Errors are thrown ConnectErrors. */
export type Operation<N extends OperationName> = (
  input: Input<N>,
  account: Account,
) => Output<N> | Promise<Output<N>>;

/** Operations of one resource, by their names. */
export type Operations = { readonly [N in OperationName]?: Operation<N> };

/** The marks that Connect leaves on whatever was made or changed. */
export const modified = (
  account: Account,
): { LastModifiedTime: Date; LastModifiedRegion: string } => ({
  LastModifiedTime: account.now(),
  LastModifiedRegion: account.region,
});
