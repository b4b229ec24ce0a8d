import type { Json } from "../flow";
import { speaks } from "../catalog";
import { inAdminGuide, reading } from "../facts/source";
import { ALWAYS_WARNING, type Node, type Rule } from "./rule";
import { spokenBy } from "./speech";
import { textsIn } from "./strings";

const fields = (json: Json | undefined): Readonly<Record<string, Json>> =>
  typeof json === "object" && json !== null && !Array.isArray(json)
    ? (json as Readonly<Record<string, Json>>)
    : {};

/** Whom a block has recorded, and whether it has the conversation analyzed. */
interface Recording {
  readonly participants: readonly string[];
  readonly analyzed: boolean;
  readonly at: string;
}

/** What the two blocks that set recording ask for; undefined for any other, or where a hole decides. */
function recordingOf({ action, path }: Node): Recording | undefined {
  const parameters = action.Parameters ?? {};
  const voice = fields(parameters.VoiceBehavior);
  const behavior =
    action.Type === "UpdateContactRecordingBehavior"
      ? fields(parameters.RecordingBehavior)
      : fields(voice.VoiceRecordingBehavior);
  const participants = behavior.RecordedParticipants;
  if (!Array.isArray(participants)) return undefined;
  const analytics = fields(parameters.AnalyticsBehavior ?? voice.VoiceAnalyticsBehavior);
  const enabled = analytics.Enabled;
  return {
    participants: (participants as readonly Json[]).map(String),
    analyzed: enabled === "True" || enabled === "true" || enabled === true,
    at: `${path}.Parameters`,
  };
}

const NOTICE =
  /record|monitor|quality|grab|enregistr|aufgez|aufzeich|mitgeschnitten|registra|録音|녹음|录音/i;

/** Names of attributes that hold what identifies a person or opens an account. */
const PERSONAL =
  /\b(ssn|social security|social insurance|cvv|cvc|pin|password|passcode|passwort|credit card|card number|card num|cc number|iban|bank account|account number|routing number|sort code|date of birth|birth date|birthday|dob|passport|driver licen[cs]e|drivers licen[cs]e|tax id|national id|mothers maiden name|security answer)\b/;

/** `customerSSN`, `date_of_birth` as words. */
const wordsOf = (name: string): string =>
  name
    .replace(/([a-z0-9])([A-Z])/g, "$1 $2")
    .replace(/[^A-Za-z0-9]+/g, " ")
    .toLowerCase()
    .trim();

/** Whether the digits pass the check that payment cards have. @see ISO/IEC 7812-1, Luhn */
function isCard(digits: string): boolean {
  if (!/^\d{13,19}$/.test(digits)) return false;
  const sum = Array.from(digits)
    .reverse()
    .map((digit, at) => Number(digit) * (at % 2 === 1 ? 2 : 1))
    .reduce((total, value) => total + (value > 9 ? value - 9 : value), 0);
  return sum % 10 === 0;
}

/** What a written value looks like; undefined for anything ordinary. */
function looksLike(value: string): string | undefined {
  if (/^\S+@\S+\.[a-z]{2,}$/i.test(value)) return "an e-mail address";
  if (/^\d{3}-\d{2}-\d{4}$/.test(value)) return "a social security number";
  return isCard(value.replace(/[ -]/g, "")) ? "a card number" : undefined;
}

/** What must not be recorded, kept or analyzed without thought. */
export const PRIVACY_RULES: readonly Rule[] = [
  {
    id: "analytics-without-recording",
    source: inAdminGuide("set-recording-behavior"),
    reason: "Contact Lens analyzes a call only if both agent and customer are recorded",
    fix: 'record both, or switch the analysis off: "RecordedParticipants": ["Agent", "Customer"]',
    checkedBy: "house",
    level: ALWAYS_WARNING,
    *check({ nodes }) {
      for (const node of nodes) {
        const recording = recordingOf(node);
        const both = ["Agent", "Customer"].every((each) => recording?.participants.includes(each));
        if (recording?.analyzed === true && !both) {
          yield {
            index: node.index,
            path: recording.at,
            message: `"${node.action.Identifier}" has the conversation analyzed, and records ${recording.participants.join(", ") || "nobody"}`,
          };
        }
      }
    },
  },
  {
    id: "recording-notice",
    source: reading("many states and countries ask for the consent of all who are recorded"),
    reason: "in many places all who are recorded must be told so before",
    fix: "say that the call is recorded before the caller comes to an agent",
    checkedBy: "house",
    level: ALWAYS_WARNING,
    *check({ nodes, reached }, { type }) {
      // Whispers and queue flows run after the flow that tells the caller.
      if (type !== "CONTACT_FLOW") return;
      const spoken = nodes.filter(({ action }) => speaks(action));
      const told = spoken.some((node) =>
        [...spokenBy(node)].some(({ text }) => NOTICE.test(text) || text.includes("$")),
      );
      // What an audio file says isn't known here.
      const audio = spoken.some((node) =>
        [...textsIn(node)].some(({ path }) => /\.(PromptId|Uri)$/.test(path)),
      );
      if (told || audio) return;
      for (const node of reached) {
        const recording = recordingOf(node);
        if (recording?.participants.includes("Customer") === true) {
          yield {
            index: node.index,
            path: recording.at,
            message: `"${node.action.Identifier}" has the caller recorded, and no prompt says so`,
          };
        }
      }
    },
  },
  {
    id: "personal-data",
    source: inAdminGuide("security-best-practices"),
    reason:
      "attributes stand in contact records and flow logs, and everybody who searches contacts sees them",
    fix: "keep it in your own system and only its key in the attribute, or encrypt what is stored",
    checkedBy: "house",
    level: ALWAYS_WARNING,
    *check({ nodes }) {
      for (const { action, index, path } of nodes) {
        if (action.Type !== "UpdateContactAttributes") continue;
        for (const [key, value] of Object.entries(fields(action.Parameters?.Attributes))) {
          const named = PERSONAL.exec(wordsOf(key))?.[0];
          const seen = typeof value === "string" ? looksLike(value) : undefined;
          const what = named ?? seen;
          // A word about it, such as "verified", is no data.
          if (what !== undefined && !(named !== undefined && isFlag(value))) {
            yield {
              index,
              path: `${path}.Parameters.Attributes.${key}`,
              message: `the attribute ${key} looks like personal data (${what})`,
            };
          }
        }
      }
    },
  },
];

const isFlag = (value: Json): boolean =>
  typeof value === "string" && /^(true|false|yes|no|y|n|0|1|)$/i.test(value);
