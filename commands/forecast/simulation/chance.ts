import { xoroshiro128plus } from "pure-rand/generator/xoroshiro128plus";
import type { RandomGenerator } from "pure-rand/types/RandomGenerator";

/** How long something lasts, around its mean. */
export type Shape =
  | { readonly kind: "exponential" }
  /** Always the mean. */
  | { readonly kind: "constant" }
  /** `sigma` is the standard deviation of the logarithm. */
  | { readonly kind: "lognormal"; readonly sigma: number };

/** Chance that gives the same for the same seed: numbers, and what is drawn by them. */
export class Chance {
  private constructor(private readonly generator: RandomGenerator) {}

  /**
   * A source for each replication. No two have numbers in common: each begins 2^64 numbers after
   * the one before.
   */
  public static replications(seed: number, count: number): Chance[] {
    const generator = xoroshiro128plus(seed);
    return Array.from({ length: count }, () => {
      const own = generator.clone();
      generator.jump();
      return new Chance(own);
    });
  }

  /** One that gives the same from here on. */
  public copy(): Chance {
    return new Chance(this.generator.clone());
  }

  /** Evenly above 0, below 1. */
  public number(): number {
    return ((this.generator.next() >>> 0) + 0.5) / 4_294_967_296;
  }

  /** A time with that mean, in the mean's unit. */
  public time(mean: number, shape: Shape): number {
    switch (shape.kind) {
      case "exponential":
        return -mean * Math.log(this.number());
      case "constant":
        return mean;
      case "lognormal":
        return mean * Math.exp(shape.sigma * this.normal() - shape.sigma ** 2 / 2);
    }
  }

  /** Box and Muller's way, of whose two numbers one is enough. */
  private normal(): number {
    return Math.sqrt(-2 * Math.log(this.number())) * Math.cos(2 * Math.PI * this.number());
  }
}
