import { CATALOG, isActionType } from "../catalog";
import EXPORTS from "./exports.json";
import { PAGES } from "./pages";
import { PROBES } from "./probes";
import { answered, inAdminGuide, onPage, reading, type Run, type Source } from "./source";

const UNLISTED = reading(
  "a public catalog of action types of June 2026 has it (fitthejob/connect-flow-builder); no page of AWS names the type",
);
const UNASKED = reading(
  "each of the 31 types that were asked of Amazon Connect needs it, but for Loop prompts",
);
const NO_TYPES = reading("no page says in which types of flow, so none is refused");
const LET_PASS = reading("the page doesn't name it; flows have it, so it is let pass");

/** What is known from elsewhere than the type's own page. */
const ELSEWHERE: Readonly<Record<string, Source>> = {
  "CheckOutboundCallStatus.Errors.NoMatchingCondition": LET_PASS,
  "CheckVoiceId.Errors.NoMatchingCondition": LET_PASS,
  "CompleteOutboundCall.Errors.NoMatchingError": LET_PASS,
  "GetParticipantInput.Parameters.EnableDTMFBuffer": inAdminGuide("set-touchtone-buffer-behavior"),
  "Loop.Errors.NoMatchingError": inAdminGuide("loop"),
  "MessageParticipantIteratively.Parameters.ContinueMessagingDuringInterrupt": reading(
    'the option "Continue prompts during interrupt" of the console (administrator guide, loop-prompts), by the name that a public flow library gives it',
  ),
  "UpdateContactRecordingBehavior.Parameters.AnalyticsBehavior": inAdminGuide("enable-analytics"),
  "Wait.channels": inAdminGuide("wait"),
};

/** Types that no page of AWS names: what is said of them is what public catalogs have. */
const UNNAMED = new Set<string>([
  "ConnectParticipantWithAgenticCX",
  "CreateContact",
  "CreatePersistentContactAssociation",
  "EvaluateDataTableValues",
  "ListDataTableValues",
  "UpsertDataTableValues",
  "RenderMessageTemplate",
  "StartOutboundEmailContact",
]);

const proofs = new Map<string, Run[]>();
for (const { proves, run } of PROBES) {
  for (const key of proves) {
    const known = proofs.get(key) ?? [];
    if (!known.includes(run)) proofs.set(key, [...known, run]);
  }
}

function* found(key: string): Generator<Source> {
  yield* (proofs.get(key) ?? []).map(answered);
  const [type = "", part, ...rest] = key.split(".");
  const elsewhere = ELSEWHERE[key];
  if (elsewhere !== undefined) yield elsewhere;
  if (isActionType(type)) {
    const isUnnamed = UNNAMED.has(type);
    const { source } = CATALOG[type];
    const { parameters = [], errors = [] } = PAGES[type] ?? {};
    const name = rest.join(".");
    const isNamed =
      part === undefined ||
      (part === "Parameters" && parameters.includes(name)) ||
      (part === "Errors" && errors.includes(name === "" ? "none" : name)) ||
      ["Conditions", "flow types", "channels"].includes(part);
    if (isNamed && !isUnnamed && elsewhere === undefined) yield onPage(source);
    if (isUnnamed && part === "flow types") yield NO_TYPES;
    else if (isUnnamed && part !== "NextAction") yield UNLISTED;
  }
  const flows = (EXPORTS.seen as Readonly<Record<string, number>>)[key];
  if (flows !== undefined) yield { by: "export", flows };
  if (part === "NextAction" && !proofs.has(key)) yield UNASKED;
}

/** Where a fact of the catalog comes from, the surest source first; none if nobody has said. */
export const sourcesOf = (key: string): readonly Source[] => [...found(key)];

/** Keys of the tables of sources, to find those that fit no fact. */
export const KNOWN_KEYS: readonly string[] = [
  ...Object.keys(ELSEWHERE),
  ...Object.entries(PAGES).flatMap(([type, { parameters, errors }]) => [
    ...parameters.map((name) => `${type}.Parameters.${name}`),
    ...errors.map((name) => (name === "none" ? `${type}.Errors` : `${type}.Errors.${name}`)),
  ]),
];
