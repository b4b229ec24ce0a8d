import { expect } from "chai";

import { checkContactLensRules } from "../../../constructs/validation/contact-lens-rules";
import type { ContactLensRuleValue } from "../../../constructs/value/contact-center-value";
import { KWGLOBAL } from "../../../kwglobal";

const faults = (contactLensRules: readonly ContactLensRuleValue[], analyticsLanguage?: string) => {
  const found: string[] = [];
  const { analyticsLanguage: _, ...rest } = KWGLOBAL.recordings;
  const recordings = { ...rest, ...(analyticsLanguage !== undefined && { analyticsLanguage }) };
  checkContactLensRules({ ...KWGLOBAL, recordings, contactLensRules }, (place, problem) =>
    found.push(`${place}: ${problem}`),
  );
  return found;
};

describe("Contact Lens rules in a value", () => {
  it("match words or silence", () => {
    expect(
      faults(
        [
          { name: "a", words: ["my lawyer"], saidBy: "ANY" },
          { name: "b", silencePercent: 100 },
        ],
        "en-US",
      ),
    ).to.deep.equal([]);
  });

  it("need calls that are analyzed", () => {
    expect(faults([{ name: "b", silencePercent: 1 }])).to.deep.equal([
      "contact lens rules: need recordings.analyticsLanguage: without it no call is analyzed, and no rule matches",
    ]);
    expect(faults([])).to.deep.equal([]);
  });

  it("are refused with each of their faults", () => {
    expect(
      faults(
        [
          { name: "a b", words: [], saidBy: "ANY" },
          { name: "c", words: [" x", "y", "y"], saidBy: "ANY" },
          { name: "c", silencePercent: 0.5 },
        ],
        "en-US",
      ),
    ).to.deep.equal([
      'contact lens rule "c": is there twice: names are unique, drop or rename one',
      'contact lens rule "a b": name must have 1 to 200 letters, digits, dots, underscores and hyphens',
      'contact lens rule "a b": words must have at least one entry, got none',
      'contact lens rule "c": words must not be empty or begin or end with a space, got " x"',
      'contact lens rule "c": words has "y" twice: drop one',
      'contact lens rule "c": silencePercent must be a whole number from 1 to 100, got 0.5',
    ]);
  });
});
