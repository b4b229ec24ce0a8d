import { Engine, LanguageCode, VoiceId } from "@aws-sdk/client-polly";
import { expect } from "chai";

import ENGINES from "../../../contact-flow/catalog/polly-engines.json";

import { expectSnapshot } from "../../support/snapshot";

describe("The voices and languages that lint knows", () => {
  it("are those of AWS's model of Amazon Polly", () => {
    expectSnapshot(
      {
        engines: Object.values(Engine),
        languages: Object.values(LanguageCode).sort(),
        voices: Object.values(VoiceId).sort(),
      },
      "contact-flow/catalog/polly.json",
    );
  });

  it("are named with their engines as the model names them, 60 of them standard", () => {
    const known: readonly string[] = Object.values(VoiceId);
    expect(ENGINES.standard.filter((voice) => !known.includes(voice))).to.deep.equal([]);
    // AWS's page of standard voices counts "40 female and 20 male".
    expect(ENGINES.standard).to.have.length(60);
    expect(ENGINES.standard).to.include.members(ENGINES.standardOnly);
  });
});
