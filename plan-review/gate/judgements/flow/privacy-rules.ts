import { callsElsewhere, callsOtherNumbers } from "./callbacks.ts";
import { foreign } from "./changes.ts";
import { keepsInput } from "./input.ts";
import { logsWhatIsKeyedIn, stopsLogging } from "./logging.ts";
import { recordsOnlySome, recordsOtherwise, recordsUntold, stopsRecording } from "./recordings.ts";
import { ADMIN_GUIDE, type Rule } from "./rule.ts";

/** Who else gets callers or what is known of them, and what is kept of a call. */
export const PRIVACY_RULES: readonly Rule[] = [
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
    harms: callsElsewhere,
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
    harms: stopsRecording,
    effect: "unprotect",
    happens: "no longer records the calls",
    because: "what was said can't be heard afterwards",
    source: `${ADMIN_GUIDE}/set-recording-behavior.html`,
    cure: "leave the flow's recordings as they are in kwglobal.ts",
  },
  {
    harms: recordsOtherwise,
    effect: "unprotect",
    happens: "records, transcribes or redacts in another way",
    because: "one side may be missing, or what callers say of themselves may be kept",
    source: `${ADMIN_GUIDE}/set-recording-behavior.html`,
    cure: "leave the flow's recordings as they are in kwglobal.ts",
  },
  {
    harms: recordsOnlySome,
    effect: "unprotect",
    happens: "leads some callers past the block that records the calls",
    because: "what they say can't be heard afterwards",
    source: `${ADMIN_GUIDE}/set-recording-behavior.html`,
    cure: "lead everybody through it",
  },
  {
    harms: recordsUntold,
    effect: "unprotect",
    happens: "records callers who aren't told so",
    because: "in many places that is forbidden without their consent",
    source: `${ADMIN_GUIDE}/set-up-recordings.html`,
    cure: "let everybody hear the notice, as the announcement of kwglobal.ts",
  },
  {
    harms: keepsInput,
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
    harms: stopsLogging,
    effect: "disrupt",
    happens: "turns the flow's log off",
    because: "what happened to a caller can't be found out afterwards",
    source: `${ADMIN_GUIDE}/set-logging-behavior.html`,
    cure: "leave the flow's log as it is",
  },
];
