import type { DeploymentView } from "./views";

/** Where the deployment stands, for all who want to know: whoever deploys writes, pages read. */
export class DeploymentBoard {
  private deployment: DeploymentView | undefined;
  private snapshotIsThere = false;
  private readonly listeners = new Set<() => void>();

  /** Undefined while nobody deploys anything. */
  public get current(): DeploymentView | undefined {
    return this.deployment;
  }

  /** Whether the center is being changed at this moment. */
  public get isBusy(): boolean {
    return this.deployment?.state === "applying";
  }

  /** Whether there is a snapshot to go back to. */
  public get isResettable(): boolean {
    return this.snapshotIsThere;
  }

  /** Shows where the deployment stands now. */
  public show(deployment: DeploymentView): void {
    this.deployment = deployment;
    this.tell();
  }

  /** A snapshot was taken. */
  public becomeResettable(): void {
    this.snapshotIsThere = true;
    this.tell();
  }

  /** Calls back after each change. @returns a function that ends that */
  public listen(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  private tell(): void {
    for (const listener of this.listeners) listener();
  }
}
