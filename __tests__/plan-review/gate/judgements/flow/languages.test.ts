import { expect } from "chai";

import POLLY from "../../../../../contact-flow/catalog/polly.json";
import { otherLanguages } from "../../../../../plan-review/gate/judgements/flow/languages";
import { LANGUAGE_OF, languageOf } from "../../../../../plan-review/gate/judgements/flow/voices";
import {
  type Action,
  ask,
  block,
  by,
  change,
  end,
  exit,
  flow,
  hello,
  there,
  transfer,
} from "./written";

const voice = (TextToSpeechVoice: unknown, id = "voice", NextAction?: string): Action => ({
  ...block(id, "UpdateContactTextToSpeechVoice", { TextToSpeechVoice }),
  ...(NextAction !== undefined && { Transitions: { NextAction } }),
});
const code = (LanguageCode?: unknown) => block("code", "UpdateContactData", { LanguageCode });
const said = (
  before: readonly Action[],
  after: readonly Action[],
  others: readonly ReturnType<typeof there>[] = [],
  firstApply = false,
) => otherLanguages(change(before, after, { others }, firstApply));

describe("the voices of Amazon Polly", () => {
  it("are those that Connect has, each with a language of Polly's", () => {
    expect([...LANGUAGE_OF.keys()].sort()).to.deep.equal([...POLLY.voices].sort());
    // Whose voices speak Hindi speak English, too.
    const languages = new Set([...LANGUAGE_OF.values(), "hi"]);
    expect(languages).to.deep.equal(new Set(POLLY.languages.map(languageOf)));
  });

  it("have a language without its country", () => {
    expect(["en-US", "EN-GB-WLS", "arb", "ar-AE", "en"].map(languageOf)).to.deep.equal([
      "en",
      "en",
      "ar",
      "ar",
      "en",
    ]);
  });
});

describe("the language in which a flow speaks", () => {
  it("is English where none sets a voice, and may be so by any voice", () => {
    expect(said([hello, end], [voice("Amy"), hello, end])).to.deep.equal([]);
    expect(said([voice("Joanna"), hello, end], [voice("Olivia"), hello, end])).to.deep.equal([]);
    expect(said([voice("Joanna"), hello, end], [hello, end])).to.deep.equal([]);
    expect(said([voice("Lea"), hello, end], [voice("Remi"), hello, end])).to.deep.equal([]);
    expect(said([hello, end], [code("en-GB"), hello, end])).to.deep.equal([]);
    expect(said([hello, end], [code(), hello, end])).to.deep.equal([]);
  });

  it("is named where it becomes another one, by what follows, too", () => {
    expect(said([hello, end], [voice("Lea"), hello, end])).to.deep.equal([
      "fr in voice",
      "fr in hello",
    ]);
    expect(said([], [voice("Lea"), end])).to.deep.equal(["fr in voice"]);
    expect(said([hello, end], [voice("nobody"), end])).to.deep.equal(["nobody in voice"]);
    expect(said([hello, end], [voice(undefined), end])).to.deep.equal(["undefined in voice"]);
    expect(said([hello, end], [code("fr-CA"), hello, end])).to.deep.equal(["fr in code"]);
    expect(said([hello, end], [voice("Lea"), hello, end], [], true)).to.deep.equal([]);
    const past = { ...hello, Transitions: { NextAction: "end" } };
    expect(said([past, end], [past, voice("Lea"), end])).to.deep.equal([]);
  });

  it("is that of a part of a text, too", () => {
    const plays = (SSML: string) => block("x", "MessageParticipant", { SSML });
    expect(said([end], [plays(`<lang xml:lang = 'fr-FR'>Bonjour</lang>`), end])).to.deep.equal([
      "fr in x",
    ]);
    expect(said([end], [plays(`<lang xml:lang="fr-FR">Bonjour</lang>`), end])).to.have.lengthOf(1);
    expect(said([end], [plays(`<lang xml:lang= 'fr'>Bonjour</lang>`), end])).to.have.lengthOf(1);
    expect(said([end], [plays('<lang xml:lang="en-GB">Hi</lang>'), end])).to.deep.equal([]);
  });

  it("is that of the flows before where it sets none, and of all where they set several", () => {
    const sets = (...voices: string[]) => {
      const content = flow(...voices.map((each, index) => voice(each, `${index}`)), end);
      return [there("aws_connect_contact_flow.next", { arn: "next", content })];
    };
    expect(said([hello, end], [voice("Lupe"), hello, end], sets("Mia"))).to.deep.equal([]);
    expect(said([hello, end], [voice("Amy"), hello, end], sets("Mia"))).to.deep.equal([
      "en in voice",
      "en in hello",
    ]);
    expect(said([], [voice("Lea"), hello, end], sets("Mia", "Remi"))).to.deep.equal([]);
    expect(said([hello, end], [voice("Lea"), hello, end], sets("Mia", "Remi"))).to.deep.equal([
      "fr in hello",
    ]);
    expect(said([hello, end], [voice("Mia"), hello, end], sets("Mia", "Remi"))).to.deep.equal([
      "es in hello",
    ]);
    const own = [there("aws_connect_contact_flow.changed", { content: flow(voice("Lea"), end) })];
    expect(said([hello, end], [voice("Amy"), hello, end], own)).to.deep.equal([]);
  });

  it("isn't exchanged between texts, nor where callers leave", () => {
    const hola = block("hola", "MessageParticipant", { Text: "Hola" });
    const bilingual = (one: string, two: string, ...ways: Action[]) => [
      by(ask({}), { Conditions: [exit("1", "english"), exit("2", "spanish")] }),
      voice(one, "english", "hello"),
      { ...hello, Transitions: { NextAction: "TransferContactToQueue" } },
      voice(two, "spanish", "hola"),
      hola,
      ...ways,
      transfer(),
      end,
    ];
    expect(said(bilingual("Amy", "Mia"), bilingual("Joanna", "Lupe"))).to.deep.equal([]);
    expect(said(bilingual("Amy", "Mia"), bilingual("Mia", "Amy"))).to.deep.equal([
      "es in hello",
      "en in hola",
    ]);
    const last = (type: string, ...voices: Action[]) => [
      by(ask({}), { Conditions: [exit("1", "english"), exit("2", "spanish")] }),
      voice("Mia", "spanish", "hola"),
      { ...hola, Transitions: { NextAction: "end" } },
      voice("Amy", "english", "hello"),
      hello,
      ...voices,
      transfer(type),
      end,
    ];
    for (const type of [
      ...["EndFlowExecution", "EndFlowModuleExecution", "TransferContactToAgent"],
      ...["TransferContactToQueue", "TransferToFlow"],
    ]) {
      const next = last(type, voice("Mia", "last"));
      expect(said(last(type), next), type).to.deep.equal([`es in ${type}`]);
    }
    expect(said(last("Wait"), last("Wait", voice("Mia", "last")))).to.deep.equal([]);
  });
});
