import { didYouMean } from "../../../contact-flow/did-you-mean";
import type { ContactCenterValue } from "../../contact-center-value";
import type { Report } from "../fault";
import { type Warning, WARNING_RULES } from "./warning";

/** A warning that the value accepts, with its reason. */
export interface Acceptance extends Warning {
  readonly reason: string;
}

/** Warnings, by whether the value accepts them. */
export interface SortedWarnings {
  /** To decide, each once. */
  readonly open: readonly Warning[];
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

/** Places that are an environment's own: what is accepted there is looked for there only. */
const OF_AN_ENVIRONMENT = /^(environment|account) "/;

/**
 * Takes out what the value accepts. An acceptance that fits nothing is a warning, too: what it was for
 * is mended, or has another place now.
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
