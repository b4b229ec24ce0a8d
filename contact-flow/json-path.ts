/**
 * The JSONPaths that a flow may read.
 * @see https://docs.aws.amazon.com/connect/latest/adminguide/connect-attrib-list.html
 */
const ROOTS = new Set([
  "AdditionalEmailRecipients",
  "Agent",
  "Attributes",
  "AwsRegion",
  "Case",
  "Channel",
  "ContactId",
  "Customer",
  "CustomerCallbackNumber",
  "CustomerEndpoint",
  "CustomerId",
  "DataTables",
  "Description",
  "Email",
  "External",
  "FlowAttributes",
  "InitialContactId",
  "InitiationMethod",
  "InstanceARN",
  "LambdaInvocation",
  "LanguageCode",
  "Lex",
  "Loop",
  "Media",
  "MediaStreams",
  "Metrics",
  "Modules",
  "Name",
  "Participant",
  "PreviousContactId",
  "Queue",
  "References",
  "RelatedContactId",
  "SegmentAttributes",
  "StoredCustomerInput",
  "SystemEndpoint",
  "Tags",
  "Task",
  "TextToSpeechVoiceId",
  "Views",
  "Wisdom",
]);

/** Roots that hold a value themselves; the others need a leaf. */
const VALUES = new Set([
  "AwsRegion",
  "Channel",
  "ContactId",
  "CustomerCallbackNumber",
  "CustomerId",
  "Description",
  "InitialContactId",
  "InitiationMethod",
  "InstanceARN",
  "LanguageCode",
  "Name",
  "PreviousContactId",
  "RelatedContactId",
  "StoredCustomerInput",
  "TextToSpeechVoiceId",
]);

const STEP = /\.([A-Za-z0-9_$-]+(?::[A-Za-z0-9_-]+)?)|\[(?:'([^']+)'|"([^"]+)"|(\d+))\]/y;

/** Whether the value is written as a JSONPath rather than as itself. */
export const isJsonPath = (value: string): boolean =>
  value.startsWith("$.") || value.startsWith("$[");

/** The steps of a JSONPath (`$.Attributes['a b']` is `Attributes`, `a b`); undefined if it is none. */
export function stepsOf(path: string): readonly string[] | undefined {
  if (!path.startsWith("$")) {
    return undefined;
  }
  const steps: string[] = [];
  STEP.lastIndex = 1;
  while (STEP.lastIndex < path.length) {
    const match: readonly (string | undefined)[] | null = STEP.exec(path);
    const step = match?.slice(1).find((part) => part !== undefined);
    if (step === undefined) {
      return undefined;
    }
    steps.push(step);
  }
  return steps.length === 0 ? undefined : steps;
}

const ENDPOINT = ["Address", "DisplayName", "Type"];

/** The names below a root, where AWS lists them all; `undefined` where they are the author's. */
export const KNOWN_NAMES: Readonly<Record<string, readonly string[] | undefined>> = {
  ...Object.fromEntries([...ROOTS].map((root) => [root, undefined])),
  CustomerEndpoint: ENDPOINT,
  LambdaInvocation: ["InvocationId"],
  Queue: ["ARN", "Name", "OutboundCallerId"],
  SystemEndpoint: ENDPOINT,
};

/** What is wrong with a JSONPath; undefined if Connect can read it. */
export function jsonPathFault(path: string): string | undefined {
  const steps = stepsOf(path);
  const [root] = steps ?? [];
  if (steps === undefined || root === undefined) {
    return `${path} is not a JSONPath`;
  }
  if (!ROOTS.has(root)) {
    return `$.${root} is not something a flow knows`;
  }
  const [, name] = steps;
  if (name === undefined) {
    return VALUES.has(root) ? undefined : `$.${root} needs a name after it`;
  }
  const names = KNOWN_NAMES[root];
  return names === undefined || names.includes(name)
    ? undefined
    : `$.${root} has no ${name}, only ${names.join(", ")}`;
}

const EMBEDDED = /\$(?:\.[A-Za-z][A-Za-z0-9_-]*|\[(?:'[^']+'|"[^"]+"|\d+)\])+/g;

/** A bracket after `$` or after one of its steps that isn't the step of a path: a quote or the end is missing. */
const BROKEN = /\$(?:\.[A-Za-z][A-Za-z0-9_-]*)*\[(?!(?:'[^']+'|"[^"]+"|\d+)\])[^\s\]]*\]?/;

/** The beginning of a path with brackets that can't be read; undefined where a text has none. */
export const brokenPathIn = (text: string): string | undefined => BROKEN.exec(text)?.[0];

/** Replaces each JSONPath that stands in a text; a path that leads nowhere becomes empty. */
export const interpolate = (text: string, read: (path: string) => string | undefined): string =>
  text.includes("$") ? text.replace(EMBEDDED, (path) => read(path) ?? "") : text;

/** The JSONPaths that stand in a text, or the one that it is. */
export const jsonPathsIn = (text: string): readonly string[] =>
  isJsonPath(text) && stepsOf(text) !== undefined ? [text] : (text.match(EMBEDDED) ?? []);
