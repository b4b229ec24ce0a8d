import { didYouMean } from "../../../contact-flow/did-you-mean";
import type { ContactCenterValue } from "../../value/contact-center-value";
import type { Report } from "../fault";
import { type Warning, WARNING_RULES } from "./warning";

/** A warning that the value accepts, with its reason. */
export interface Acceptance extends Warning {
  /** Why the warning may stay. */
  readonly reason: string;
}

/** Warnings, by whether the value accepts them. */
export interface SortedWarnings {
  /** The warnings that nobody has decided about, each once. */
  readonly open: readonly Warning[];
  /** Those that the value accepts, with the reasons. */
  readonly accepted: readonly Acceptance[];
}

/** Refuses acceptances of warnings that don't exist, or without a reason. */
export function checkAcceptedWarnings(
  { acceptedWarnings = [] }: ContactCenterValue,
  report: Report,
): void {
  acceptedWarnings.forEach(({ rule, place, reason }, index) => {
    const here = `acceptedWarnings[${index}]`;
    if (!WARNING_RULES.includes(rule)) {
      report(
        here,
        `rule must be what stands in brackets at a warning's end, got "${rule}"${didYouMean(rule, WARNING_RULES)}; docs/warnings.md lists them`,
      );
    }
    if (reason.trim() === "") {
      report(here, "reason must say why it may stay: the as-built document shows it");
    }
    const same = acceptedWarnings.findIndex((each) => each.rule === rule && each.place === place);
    if (same < index) {
      report(here, `accepts the same as acceptedWarnings[${same}]: drop one`);
    }
  });
}

/** Places that belong to one environment: acceptances for them are matched in that environment only. */
const OF_AN_ENVIRONMENT = /^(environment|account) "/;

/**
 * Separates the warnings that the value accepts. An acceptance that matches no warning is a warning too: its
 * reason is gone, or the warning has another place now.
 */
export function sortWarnings(
  warnings: readonly Warning[],
  { acceptedWarnings = [] }: ContactCenterValue,
): SortedWarnings {
  const reasonFor = ({ rule, place }: Warning) =>
    acceptedWarnings.find((each) => each.rule === rule && each.place === place)?.reason;
  const unneeded = acceptedWarnings
    .map(({ rule, place }, index) => ({ rule, place, index }))
    .filter(
      ({ rule, place }) =>
        !OF_AN_ENVIRONMENT.test(place) &&
        !warnings.some((each) => each.rule === rule && each.place === place),
    )
    .map(({ rule, place, index }) => ({
      rule: "acceptance-unneeded",
      place: `acceptedWarnings[${index}]`,
      problem: `${place} has no warning [${rule}]`,
      cure: "take it out, or give it the place that the warning names",
    }));
  return {
    open: [...warnings.filter((warning) => reasonFor(warning) === undefined), ...unneeded],
    accepted: warnings.flatMap((warning) => {
      const reason = reasonFor(warning);
      return reason === undefined ? [] : [{ ...warning, reason }];
    }),
  };
}
