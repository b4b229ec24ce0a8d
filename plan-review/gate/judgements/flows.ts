import { isDeepStrictEqual } from "node:util";
import type { PlannedChange } from "../../plan.ts";
import type { Harm } from "../finding.ts";
import type { Judgement } from "../type-rules.ts";
import {
  all,
  always,
  type FlowChange,
  foreign,
  isBypassed,
  isNewWay,
  keys,
  leaks,
  lost,
  unjudged,
  waitsByNight,
} from "./flow/changes.ts";
import { presets } from "./flow/attributes.ts";
import { callsOtherNumbers, logsWhatIsKeyedIn } from "./flow/callbacks.ts";
import { endless } from "./flow/endless.ts";
import { type Block, type Flow, flowIn, NO_FLOW } from "./flow/graph.ts";
import { endingHooks, hooks } from "./flow/hooks.ts";
import { storesInput } from "./flow/input.ts";
import { beyondLimits } from "./flow/limits.ts";
import { abrupt } from "./flow/farewells.ts";
import { falseKeys, misled } from "./flow/menus.ts";
import { otherLanguages } from "./flow/languages.ts";
import { pauses } from "./flow/pauses.ts";
import { silent, speaks } from "./flow/speech.ts";
import { unknownTags } from "./flow/ssml.ts";
import { told } from "./flow/told.ts";
import { records } from "./flow/recordings.ts";
import { unserved } from "./flow/unserved.ts";

const ADMIN_GUIDE = "https://docs.aws.amazon.com/connect/latest/adminguide";
const LANGUAGE = "https://docs.aws.amazon.com/connect/latest/devguide/flow-language.html";

/**
 * What callers meet may change, and the review shows it block by block: texts, the order of a menu,
 * blocks of known types, as long as everybody still gets to whom they got. What the review doesn't
 * show at a glance is judged, of new flows, too. Only blocks that a caller can come to count.
 */
export const flowContent: Judgement = (change, context) => {
  const after = flowIn(context.text(change, ["content"]));
  if (after === undefined) {
    return [
      {
        effect: "disrupt",
        happens: "writes a flow that can't be read here",
        because: "what callers meet then, nobody has seen",
        source: LANGUAGE,
        cure: "render it from a template in flow-templates/",
      },
    ];
  }
  const before = flowIn(change.before?.content) ?? NO_FLOW;
  const flows = { address: change.address, before, after, context, type: change.after?.type };
  return FLOW_RULES.flatMap(({ harms, ...harm }) => {
    const found = harms(flows);
    if (found === false || (found !== true && found.length === 0)) return [];
    const what = found === true ? "" : ` ${found.join(", ")}`;
    return [{ ...harm, happens: `${harm.happens}${what}` }];
  });
};

/** A flow that goes: one that something still leads to is missed by it. */
export const flowInUse: Judgement = ({ address, before }, { resources }) => {
  const names = [before?.arn, before?.contact_flow_id].filter((name) => typeof name === "string");
  const leadsTo = ({ address: other, after }: PlannedChange): boolean =>
    other !== address && names.some((name) => JSON.stringify(after ?? {}).includes(name));
  const users = resources.filter(leadsTo).map((each) => each.address);
  if (users.length === 0) return [];
  return [
    {
      effect: "destroy",
      happens: `deletes the flow to which ${users.join(", ")} still leads`,
      because: "callers who get there hear the flow end",
      source: "https://docs.aws.amazon.com/connect/latest/APIReference/API_DeleteContactFlow.html",
      cure: "let nothing lead to it first",
    },
  ];
};

interface Rule extends Harm {
  /** Whether it harms; or by what, which is said at the sentence's end. */
  readonly harms: (flows: FlowChange) => boolean | readonly string[];
}

/** What is said of a flow, and when. */
export const FLOW_RULES: readonly Rule[] = [
  {
    harms: foreign,
    effect: "grant",
    happens: "leads to, or asks, what isn't in this stack:",
    because:
      "it gets the callers, or what a flow knows of them, and nobody here has seen what it does",
    source: `${ADMIN_GUIDE}/connect-contact-flows.html`,
    cure: "name a queue, flow, function or prompt of this stack by its hole in the template",
  },
  {
    harms: ({ before, after }) => {
      const known = numbersIn(before);
      return numbersIn(after).some((number) => !known.includes(number));
    },
    effect: "grant",
    happens: "sends callers to another telephone number, or calls one back",
    because: "whoever has it talks with the callers, and the center pays for the call",
    source: `${ADMIN_GUIDE}/transfer-to-phone-number.html`,
    cure: "transfer to a queue",
  },
  {
    harms: ({ before, after }) => callsOtherNumbers(before, after),
    effect: "grant",
    happens: "calls back numbers that it turned away until now",
    because:
      "whoever has a number that is dear to call earns by each callback, and the center pays",
    source: `${ADMIN_GUIDE}/setup-queued-cb.html`,
    cure: "leave the check of the number that callers key in as it is",
  },
  {
    harms: ({ before, after }) => {
      const [old, next] = [all(before), all(after)];
      return (
        old.some(records) &&
        (!next.some(records) || (next.some(recordsNobody) && !old.some(recordsNobody)))
      );
    },
    effect: "unprotect",
    happens: "no longer records the calls",
    because: "what was said can't be heard afterwards",
    source: `${ADMIN_GUIDE}/set-recording-behavior.html`,
    cure: "leave the flow's recordings as they are in kwglobal.ts",
  },
  {
    harms: ({ before, after }) => {
      const known = all(before).filter(records);
      const isNew = ({ parameters }: Block) =>
        !known.some((old) => isDeepStrictEqual(old.parameters, parameters));
      return known.length > 0 && all(after).filter(records).some(isNew);
    },
    effect: "unprotect",
    happens: "records, transcribes or redacts in another way",
    because: "one side may be missing, or what callers say of themselves may be kept",
    source: `${ADMIN_GUIDE}/set-recording-behavior.html`,
    cure: "leave the flow's recordings as they are in kwglobal.ts",
  },
  {
    harms: (flows) => all(flows.after).some(records) && isBypassed(flows, records),
    effect: "unprotect",
    happens: "leads some callers past the block that records the calls",
    because: "what they say can't be heard afterwards",
    source: `${ADMIN_GUIDE}/set-recording-behavior.html`,
    cure: "lead everybody through it",
  },
  {
    harms: (flows) =>
      all(flows.after).some(records) &&
      (isBypassed(flows, stillTells(flows)) || isNewWay(flows, records, tellsOfRecording)),
    effect: "unprotect",
    happens: "records callers who aren't told so",
    because: "in many places that is forbidden without their consent",
    source: `${ADMIN_GUIDE}/set-up-recordings.html`,
    cure: "let everybody hear the notice, as the announcement of kwglobal.ts",
  },
  {
    harms: ({ before, after, context }) =>
      !context.firstApply &&
      all(after).some((block) => stores(block) && !stores(before.blocks.get(block.id))),
    effect: "unprotect",
    happens: "keeps what callers key in",
    because: "it stands in the flow's log and in the contact's record, be it the number of a card",
    source: `${ADMIN_GUIDE}/get-customer-input.html`,
    cure: "leave StoreInput False",
  },
  {
    harms: ({ before, after }) => logsWhatIsKeyedIn(before, after),
    effect: "unprotect",
    happens: "writes what callers key in into the flow's log",
    because: "who reads the log reads it, be it the number of a card",
    source: `${ADMIN_GUIDE}/set-logging-behavior.html`,
    cure: "turn the log off before callers key something in",
  },
  {
    harms: ({ before, after }) => {
      const [old, next] = [all(before), all(after)];
      return (
        old.some(logs) &&
        (!next.some(logs) ||
          (next.some(logsNothing) && !old.some(logsNothing)) ||
          next.some((block) => logsNothing(block) && isLogging(before.blocks.get(block.id))))
      );
    },
    effect: "disrupt",
    happens: "turns the flow's log off",
    because: "what happened to a caller can't be found out afterwards",
    source: `${ADMIN_GUIDE}/set-logging-behavior.html`,
    cure: "leave the flow's log as it is",
  },
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

const recordsNobody = (block: Block): boolean =>
  block.type.startsWith("UpdateContactRecording") && !records(block);
const tellsOfRecording = ({ id, type, parameters }: Block): boolean =>
  type === "MessageParticipant" && /record/i.test(`${id} ${JSON.stringify(parameters)}`);
/** The same, but for a notice whose words no longer tell it. */
const stillTells =
  ({ before, after }: FlowChange) =>
  (block: Block): boolean => {
    const old = before.blocks.get(block.id);
    const said = (each: Block) => /record/i.test(JSON.stringify(each.parameters));
    const isSilent = after.blocks.get(block.id) === block && old && said(old) && !said(block);
    return tellsOfRecording(block) && !isSilent;
  };
const logs = ({ parameters }: Block): boolean => parameters.FlowLoggingBehavior === "Enabled";
const isLogging = (block: Block | undefined): boolean => block !== undefined && logs(block);
const logsNothing = (block: Block): boolean =>
  block.type === "UpdateFlowLoggingBehavior" && !logs(block);
const stores = (block: Block | undefined): boolean =>
  block !== undefined &&
  (storesInput(block.parameters) ||
    JSON.stringify(block.parameters.Attributes ?? {}).includes("StoredCustomerInput"));

/** Of a caller: the number of the call, or the one keyed in, whose keeping is judged. */
const OF_CALLERS: readonly unknown[] = ["$.CustomerEndpoint.Address", "$.StoredCustomerInput"];

/** Numbers that are called, but for the callers' own, at which they are called back. */
function numbersIn(flow: Flow): readonly unknown[] {
  return all(flow).flatMap(({ parameters }) =>
    [
      parameters.ThirdPartyPhoneNumber,
      ...(OF_CALLERS.includes(parameters.CallbackNumber) ? [] : [parameters.CallbackNumber]),
    ].filter((number) => number !== undefined),
  );
}
