import {
  GetParameterCommand,
  ParameterNotFound,
  PutParameterCommand,
  type SSMClient,
} from "@aws-sdk/client-ssm";

/** A parameter holds 4 KB; the reason is for people, so its beginning will do. */
const LONGEST_RECORD = 1000;

/**
 * Remembers the last run that ended well, in an SSM parameter. Terraform remembers the last run
 * that it asked for, even one that failed; where the two differ, it asks again. So a half-done
 * apply and a change made in the console both show in the next plan, and one apply mends them.
 */
export class RunRecord {
  public constructor(
    private readonly ssm: SSMClient,
    private readonly name: string,
  ) {}

  /** What `observe` answers: the last run, or, where something differs, a new one with the reason. */
  public async toRun(drift: readonly string[], now: Date): Promise<string> {
    return drift.length === 0
      ? await this.last()
      : `${now.toISOString()} ${drift.join("; ")}`.slice(0, LONGEST_RECORD);
  }

  /** Called when a run has ended well. */
  public async store(run: string): Promise<void> {
    await this.ssm.send(new PutParameterCommand({ Name: this.name, Value: run, Overwrite: true }));
  }

  private async last(): Promise<string> {
    try {
      const { Parameter } = await this.ssm.send(new GetParameterCommand({ Name: this.name }));
      return Parameter?.Value ?? "";
    } catch (error) {
      // The first apply may ask before the parameter is there.
      if (error instanceof ParameterNotFound) {
        return "";
      }
      throw error;
    }
  }
}
