import type { ConnectClient } from "@aws-sdk/client-connect";

import type { LiveInstance, LiveKind } from "../live-instance";
import type { Section, Setting, Unsaid } from "./live-value";

/** Reads an instance, and notes what it finds no word for. */
export class Reader {
  public readonly unsaid: Unsaid[] = [];

  public constructor(
    public readonly instance: LiveInstance,
    /** Keys of tags that everything has. */
    public readonly commonTags: readonly string[],
  ) {}

  public get client(): ConnectClient {
    return this.instance.client;
  }

  /** The instance, as requests name it. */
  public get of(): { readonly InstanceId: string } {
    return { InstanceId: this.instance.id };
  }

  /**
   * Everything of a kind, one after the other: at once, Connect would throttle them.
   *
   * @param read - Gives undefined for what is to be passed over, and null for what can't be said.
   */
  public async each<T>(
    kind: LiveKind,
    read: (id: string, name: string) => Promise<T | null | undefined>,
  ): Promise<Map<string, T | undefined>> {
    const things = new Map<string, T | undefined>();
    for (const { id, name } of await this.instance.list(kind)) {
      const thing = await read(id, name);
      if (thing !== undefined) things.set(name, thing ?? undefined);
    }
    return things;
  }

  /** The name of a thing of a kind. */
  public async nameOf(kind: LiveKind, id: string | undefined): Promise<string> {
    const things = await this.instance.list(kind);
    return things.find((each) => each.id === id)?.name ?? "";
  }

  /** The names of some. */
  public async namesOf(kind: LiveKind, ids: readonly string[] = []): Promise<string[]> {
    const names: string[] = [];
    for (const id of ids) names.push(await this.nameOf(kind, id));
    return names.sort();
  }

  /** Notes what a thing has and the value can't say. */
  public note(section: Section | Setting, name: string, what: string): void {
    this.unsaid.push({ section, name, what });
  }
}
