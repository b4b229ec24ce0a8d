import { Engine, LanguageCode, VoiceId } from "@aws-sdk/client-polly";

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
});
