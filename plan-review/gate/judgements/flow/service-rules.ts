import { abrupt } from "./farewells.ts";
import { presets } from "./attributes.ts";
import { all, always, isBypassed, keys, leaks, lost, unjudged, waitsByNight } from "./changes.ts";
import { endless } from "./endless.ts";
import { endingHooks, hooks } from "./hooks.ts";
import { otherLanguages } from "./languages.ts";
import { beyondLimits } from "./limits.ts";
import { falseKeys, misled } from "./menus.ts";
import { pauses } from "./pauses.ts";
import { ADMIN_GUIDE, LANGUAGE, type Rule } from "./rule.ts";
import { silent, speaks } from "./speech.ts";
import { unknownTags } from "./ssml.ts";
import { told } from "./told.ts";
import { unserved } from "./unserved.ts";

/** What callers hear, how long they wait, and to whom they get. */
export const SERVICE_RULES: readonly Rule[] = [
  {
    harms: lost,
    effect: "disrupt",
    happens: "no longer",
    because: "callers miss it while the center is open and nothing fails",
    source: `${ADMIN_GUIDE}/set-working-queue.html`,
    cure: "look for what has emptied the menu in kwglobal.ts",
  },
  {
    harms: always,
    effect: "disrupt",
    happens: "invokes, at times at which it didn't,",
    because: "callers hear a message that isn't meant for now, and not the one that is",
    source: `${ADMIN_GUIDE}/check-hours-of-operation.html`,
    cure: "leave the schedule's branches as they are",
  },
  {
    harms: silent,
    effect: "disrupt",
    happens: "says nothing where callers must hear something:",
    because: "they take the line for dead, or don't know what to press",
    source: `${ADMIN_GUIDE}/play.html`,
    cure: "write words, or what each call has; an attribute that nothing sets is silent",
  },
  {
    harms: unknownTags,
    effect: "disrupt",
    happens: "speaks by tags that nobody has judged:",
    because: "they may make the words silent, or others",
    source: `${ADMIN_GUIDE}/supported-ssml-tags.html`,
    cure: "use the tags and values of plan-review/gate/judgements/flow/ssml.ts only",
  },
  {
    harms: otherLanguages,
    effect: "disrupt",
    happens: "lets a voice of another language speak:",
    because: "callers don't understand a text in the voice of another language than its own",
    source: `${ADMIN_GUIDE}/set-voice.html`,
    cure: "leave the voice's language; if the texts are translated with it, allow it",
  },
  {
    harms: (flows) => isBypassed(flows, speaks),
    effect: "disrupt",
    happens: "leads callers into a queue before they have heard a word",
    because: "they take the line for dead",
    source: `${ADMIN_GUIDE}/play.html`,
    cure: "greet them first",
  },
  {
    harms: abrupt,
    effect: "disrupt",
    happens: "hangs up without a word after",
    because: "callers don't learn why, and call again",
    source: `${ADMIN_GUIDE}/disconnect-hang-up.html`,
    cure: "say why before it",
  },
  {
    harms: pauses,
    effect: "disrupt",
    happens: "keeps callers from everybody:",
    because: "they wait where nobody answers, and the center pays for each minute",
    source: `${ADMIN_GUIDE}/wait.html`,
    cure: "lead them to a queue at once",
  },
  {
    harms: leaks,
    effect: "disrupt",
    happens: "lets callers end without anybody after",
    because: "who got to somebody from there hears the flow end",
    source: LANGUAGE,
    cure: "lead them on to a queue",
  },
  {
    harms: hooks,
    effect: "disrupt",
    happens: "has another flow, beside the one that it had:",
    because: "the last one that is set counts, and callers don't meet the other any more",
    source: `${ADMIN_GUIDE}/set-customer-queue-flow.html`,
    cure: "leave one block that sets it",
  },
  {
    harms: endingHooks,
    effect: "disrupt",
    happens: "lets a flow run that ends the call:",
    because: "callers who wait or are connected by then hear it end",
    source: `${ADMIN_GUIDE}/set-customer-queue-flow.html`,
    cure: "let a flow run whose end isn't that of the call",
  },
  {
    harms: endless,
    effect: "disrupt",
    happens: "leads callers in a circle that nothing ends, from",
    because: "they hear the same for ever, get to nobody, and the center pays for each minute",
    source: `${ADMIN_GUIDE}/loop.html`,
    cure: "put a Loop into it, which counts, or let callers press a key",
  },
  {
    harms: unserved,
    effect: "disrupt",
    happens: "leads callers to a queue whose calls nobody gets, or much later:",
    because: "they wait, and nobody is asked to answer",
    source: `${ADMIN_GUIDE}/concepts-routing.html`,
    cure: "give the queue to the routing profile of a user, with a delay of 60 seconds at most",
  },
  {
    harms: told,
    effect: "change",
    happens: "tells a function what no flow told it until now:",
    because: "it works on that, and may record or read out what isn't the caller's",
    source: `${ADMIN_GUIDE}/connect-lambda-functions.html`,
    cure: "leave LambdaInvocationAttributes as they are",
  },
  {
    harms: presets,
    effect: "disrupt",
    happens: "sets, before a flow asks for it,",
    because:
      "the flow decides by it: a callback, for one, is offered to nobody who has refused one",
    source: `${ADMIN_GUIDE}/connect-contact-attributes.html`,
    cure: "leave it to the flow that asks for it, or ask for another name",
  },
  {
    harms: waitsByNight,
    effect: "disrupt",
    happens: "leads callers into a queue while it is closed",
    because: "they wait, and nobody works",
    source: `${ADMIN_GUIDE}/check-hours-of-operation.html`,
    cure: "let the block that looks at the queue's hours decide",
  },
  {
    harms: ({ before, after, context }) =>
      context.firstApply ? [] : beyondLimits(all(after), before),
    effect: "disrupt",
    happens: "goes beyond what callers can bear:",
    because: "they can't press in time, wait for ever, or are called again and again",
    source: LANGUAGE,
    cure: "stay within the limits (plan-review/gate/judgements/flow/limits.ts)",
  },
  {
    harms: keys,
    effect: "disrupt",
    happens: "says the same of a key, and lets it lead to somebody else:",
    because: "callers press what they are told to, and get to the wrong place",
    source: `${ADMIN_GUIDE}/get-customer-input.html`,
    cure: "change the menu in kwglobal.ts, which changes its text, too",
  },
  {
    harms: misled,
    effect: "disrupt",
    happens: "says of keys what isn't so, or doesn't say them any more:",
    because: "callers press what they are told to, and get to the wrong place or nowhere",
    source: `${ADMIN_GUIDE}/get-customer-input.html`,
    cure: "let the text say each key with the queue to which it leads, as spokenMenu does",
  },
  {
    harms: falseKeys,
    effect: "disrupt",
    happens: "keeps another key than the one that was pressed: menuKey",
    because: "records and reports say that callers chose what they didn't",
    source: `${ADMIN_GUIDE}/connect-contact-attributes.html`,
    cure: "keep the key of the branch",
  },
  {
    harms: unjudged,
    effect: "change",
    happens: "uses blocks or parameters that nobody has judged:",
    because: "they may stream, ask or send what nobody here has thought of",
    source: "https://docs.aws.amazon.com/connect/latest/devguide/flow-language-actions.html",
    cure: "leave them out; if a flow needs them, add them to plan-review/gate/judgements/flow/blocks.ts in a change of its own",
  },
];
