import type { Assertion } from "../assertion";
import type { Spoiled } from "./mutant";
import { spoiledPolicies } from "./policies";

const removed: Spoiled = ["removed", () => undefined];
const set = (value: unknown): Spoiled => [`set to ${JSON.stringify(value)}`, () => value];
const many = (count: number): Spoiled => [
  `${count} of them`,
  () => Array.from({ length: count }, (_, index) => `spoiled ${index}`),
];

/** The ways in which an assertion can be broken: each must be found. */
export function spoil({ op, value }: Assertion): readonly Spoiled[] {
  switch (op) {
    case "eq":
      return [removed, set(typeof value === "boolean" ? !value : "spoiled")];
    case "ne":
      return [set(value)];
    case "in":
    case "matches":
      return [removed, set("~ spoiled ~")];
    case "absentOrMatches":
      return [set("~ spoiled ~")];
    case "isBool":
      return [removed, set("true")];
    case "exists":
      return [removed, set("")];
    case "absent":
      return [set("spoiled")];
    case "gte":
      return [removed, set(Number(value) - 1), set(String(value))];
    case "absentOrGte":
      return [set(Number(value) - 1)];
    case "lte":
      return [removed, set(Number(value) + 1)];
    case "lenGte":
      return [removed, set([])];
    case "lenLte":
      return [removed, many(Number(value) + 1)];
    case "absentOrLenLte":
      return [many(Number(value) + 1)];
    case "containsAll":
      return [
        removed,
        ...(value as unknown[]).map((wanted): Spoiled => [
          `without ${JSON.stringify(wanted)}`,
          () => (value as unknown[]).filter((each) => each !== wanted),
        ]),
      ];
    default:
      return spoiledPolicies(op);
  }
}
