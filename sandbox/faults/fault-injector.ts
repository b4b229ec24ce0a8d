import { randomInt } from "node:crypto";
import { seeded } from "../../contact-flow/simulation/random";
import type { Fault } from "../gateway/fault";
import { combine } from "./faults";
import type { Faults } from "./faults";

/** The faults of one sandbox: which there are, and how often they struck. */
export class FaultInjector {
  private current: { readonly faults: Faults; readonly fault: Fault } | undefined;
  private strikes = new Map<string, number>();

  /**
   * @param refuse - Breaks every connection, and refuses new ones for so many milliseconds.
   * @param faults - None, unless given.
   * @param now - Milliseconds; a test turns its own clock.
   */
  public constructor(
    private readonly refuse: (milliseconds: number) => void,
    faults: Faults = {},
    private readonly now: () => number = () => performance.now(),
  ) {
    this.set(faults);
  }

  /** Replaces all faults from now on, and begins to count anew; `{}` is a good day. */
  public set(faults: Faults): void {
    this.strikes = new Map();
    const { seed = randomInt(2 ** 31), ...asked } = faults;
    if (Object.keys(asked).length === 0) {
      this.current = undefined;
      return;
    }
    const { strikes, refuse, now } = this;
    const fault = combine(asked, {
      random: seeded(seed),
      now,
      refuse,
      struck: (name) => strikes.set(name, (strikes.get(name) ?? 0) + 1),
    });
    this.current = { faults: { ...asked, seed }, fault };
  }

  /** The fault that every request now meets; undefined on a good day. */
  public get fault(): Fault | undefined {
    return this.current?.fault;
  }

  /** What was asked for, with the seed that chance began with. */
  public get faults(): Faults {
    return this.current?.faults ?? {};
  }

  /** How often each fault has struck since they were set. */
  public counts(): Readonly<Record<string, number>> {
    return Object.fromEntries(this.strikes);
  }
}
