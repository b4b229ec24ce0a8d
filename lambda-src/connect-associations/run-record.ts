import {
  GetParameterCommand,
  ParameterNotFound,
  PutParameterCommand,
  type SSMClient,
} from "@aws-sdk/client-ssm";

/** The reason is for people, so its beginning will do. */
const LONGEST_RUN = 1000;

/**
 * Bytes that an advanced parameter holds; a standard one holds 4,096.
 * @see https://docs.aws.amazon.com/systems-manager/latest/userguide/parameter-store-advanced-parameters.html
 */
const LARGEST_RECORD = 8192;

/** What is known of the runs until now. */
export interface LastRun {
  /** What runs have set, or begun to set, and not taken back. */
  readonly owned: readonly string[];
  /** What the last run was called, if it ended well. */
  readonly run?: string;
  /** Why there is no `run`. */
  readonly fault?: string;
  /** Counts the writes. */
  readonly version: number;
}

/** What an SSM parameter holds, as JSON: `run` is missing while one is under way. */
type Content = Pick<LastRun, "owned" | "run">;

/**
 * Remembers in an SSM parameter the last run that ended well, and what runs own.
 *
 * Terraform remembers the last run that it asked for, even one that failed; where the two differ, it
 * asks again. So a half-done apply and a change made in the console both show in the next plan, and
 * one apply mends them. Terraform also takes what a failed run wanted for what there is, so that only
 * this record knows what that run should have taken back.
 */
export class RunRecord {
  public constructor(
    private readonly ssm: SSMClient,
    private readonly name: string,
  ) {}

  /** A record that isn't there or can't be read is a fault to show, not one to fail of. */
  public async read(): Promise<LastRun> {
    try {
      const { Parameter } = await this.ssm.send(new GetParameterCommand({ Name: this.name }));
      const { Value = "", Version = 0 } = Parameter ?? {};
      return { ...parse(Value), version: Version };
    } catch (error) {
      if (error instanceof ParameterNotFound) {
        return { owned: [], version: 0, fault: "there is no record of what was set" };
      }
      throw error;
    }
  }

  /**
   * Records what is going to be set before anything is, does the work, and records that it has ended.
   *
   * @param run - What the run is called.
   * @param owned - What the runs until now own.
   * @param wanted - What this one sets: all that is owned afterwards.
   * @throws Error where another run began in the meantime; both remain on record as not ended.
   */
  public async during(
    run: string,
    owned: readonly string[],
    wanted: readonly string[],
    work: () => Promise<void>,
  ): Promise<void> {
    // What is to be taken back comes first, since nothing else remembers it.
    const both = [...owned.filter((each) => !wanted.includes(each)), ...wanted];
    const version = await this.write({ owned: both });
    await work();
    const now = await this.read();
    if (now.version > version) {
      await this.write({ owned: [...new Set([...now.owned, ...both])] });
      throw new Error("another run was under way at the same time: apply again");
    }
    await this.write({ run, owned: wanted });
  }

  /** Names that don't fit are left out: ids of hundreds of things, which Terraform deletes itself. */
  private async write({ run, owned }: Content): Promise<number> {
    let Value;
    for (let count = owned.length; ; count -= 1) {
      Value = JSON.stringify({ run, owned: owned.slice(0, count) });
      if (count === 0 || Buffer.byteLength(Value) <= LARGEST_RECORD) {
        break;
      }
    }
    const { Version = 0 } = await this.ssm.send(
      new PutParameterCommand({
        Name: this.name,
        Value,
        Overwrite: true,
        // An advanced parameter, which costs 5 cents a month, only where more than 4 KB need it.
        Tier: "Intelligent-Tiering",
      }),
    );
    return Version;
  }
}

/** What `observe` answers: the last run, or, where something differs, a new one with the reasons. */
export function toRun({ run, fault }: LastRun, drift: readonly string[], now: Date): string {
  return run !== undefined && drift.length === 0
    ? run
    : [now.toISOString(), [fault, ...drift].filter(Boolean).join("; ")]
        .join(" ")
        .slice(0, LONGEST_RUN);
}

function parse(value: string): Pick<LastRun, "owned" | "run" | "fault"> {
  try {
    const { run, owned } = JSON.parse(value) as Partial<Record<keyof Content, unknown>>;
    if (Array.isArray(owned) && owned.every((each) => typeof each === "string")) {
      return typeof run === "string"
        ? { owned, run }
        : { owned, fault: "no run is on record as ended well" };
    }
  } catch {
    // As below.
  }
  return { owned: [], fault: "the record of what was set can't be read" };
}
