import type { ConnectClient } from "@aws-sdk/client-connect";

/** A center while it is built: the client, and what was made so far. */
export class HandMade {
  public instanceId = "";
  public instanceArn = "";
  /** Ids by kind and name: `queue Customer Service`. */
  public readonly ids = new Map<string, string>();
  /** ARNs likewise. */
  public readonly arns = new Map<string, string>();

  public constructor(
    public readonly client: ConnectClient,
    public readonly region: string,
  ) {}

  /** The instance, as requests name it. */
  public of(): { InstanceId: string } {
    return { InstanceId: this.instanceId };
  }

  /** The id of what was made under that name. */
  public id(kind: string, name: string): string {
    const id = this.ids.get(`${kind} ${name}`);
    if (id === undefined) throw new Error(`no ${kind} "${name}" was made`);
    return id;
  }

  /** Remembers what was made. */
  public made(kind: string, name: string, id = "", arn = ""): void {
    this.ids.set(`${kind} ${name}`, id);
    this.arns.set(`${kind} ${name}`, arn);
  }
}
