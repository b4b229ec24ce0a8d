import { type Attack } from "./attack";
import { block, MENU, WAITING } from "./callers";

/** An edit that puts a block after another one. */
const after = (address: string, identifier: string, Type: string, Parameters: object) =>
  block(address, identifier, ({ Transitions }, all) => {
    const { NextAction } = Transitions;
    Transitions.NextAction = "Added";
    const Errors = [{ ErrorType: "NoMatchingError", NextAction }];
    all.push({ Identifier: "Added", Type, Parameters, Transitions: { NextAction, Errors } });
  });
const VOICE = "UpdateContactTextToSpeechVoice";
const voiced = (
  what: string,
  voice: string,
  says: string,
  address = MENU,
  at = "Set customer queue flow",
): Attack => [
  what,
  after(address, at, VOICE, { TextToSpeechVoice: voice, TextToSpeechEngine: "Neural" }),
  address,
  "disrupt",
  new RegExp(`lets a voice of another language speak: .*${says}`),
];

/** Texts that callers don't understand, since a voice of another language reads them. */
export const VOICES: readonly Attack[] = [
  voiced("a French voice for English texts", "Lea", "fr in Added"),
  voiced("a voice that nobody knows", "Nobody", "Nobody in Added"),
  voiced(
    "a voice that an attribute names",
    "$.Attributes.voice",
    "\\$\\.Attributes\\.voice in Added",
  ),
  voiced(
    "a Japanese voice for the queue alone",
    "Kazuha",
    "ja in Added",
    MENU,
    "Check hours of operation",
  ),
  voiced("a Spanish voice in the queue", "Lupe", "es in Added", WAITING, "Remain in line"),
  [
    "another language of the contact",
    after(MENU, "Welcome", "UpdateContactData", { LanguageCode: "de-DE" }),
    MENU,
    "disrupt",
    /voice of another language speak: de in Added/,
  ],
  [
    "a greeting that is read as if it were Polish",
    block(MENU, "Welcome", (found) => {
      found.Parameters = { SSML: '<speak><lang xml:lang="pl-PL">Welcome</lang></speak>' };
    }),
    MENU,
    "disrupt",
    /voice of another language speak: pl in Welcome/,
  ],
];
