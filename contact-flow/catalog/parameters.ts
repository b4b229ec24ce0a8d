import type { Group, ParameterSpec, ResourceKind, Writing } from "./specification";

/** A page of the developer guide. */
export const page = (name: string): string =>
  `https://docs.aws.amazon.com/connect/latest/devguide/${name}.html`;

/** A page of the administrator guide: for blocks that the developer guide leaves out. */
export const adminPage = (name: string): string =>
  `https://docs.aws.amazon.com/connect/latest/adminguide/${name}.html`;

/** Marks a parameter that the service refuses the action without. */
export const required = <Spec extends ParameterSpec>(spec: Spec): Spec & { required: true } => ({
  ...spec,
  required: true,
});

/** Text that may have JSONPaths in it. */
export const text = (writing: Writing = "free"): ParameterSpec => ({ kind: "text", writing });

/** An id or ARN; a JSONPath may stand for it. */
export const reference = (to: ResourceKind, writing: Writing = "either"): ParameterSpec => ({
  kind: "reference",
  to,
  writing,
});

/** A whole number, written as a string by the console; the service takes a JSON number too. */
export const integer = (
  min?: number,
  max?: number,
  writing: Writing = "static",
  calledByConnect?: string,
): ParameterSpec => ({
  kind: "integer",
  writing,
  ...(calledByConnect === undefined ? {} : { calledByConnect }),
  ...(min === undefined ? {} : { min }),
  ...(max === undefined ? {} : { max }),
});

/** One of a few words. */
export const choice = (values: readonly string[], writing: Writing = "static"): ParameterSpec => ({
  kind: "choice",
  values,
  writing,
});

/** The flow language's boolean: a string, in either spelling that AWS's pages use. */
export const flag: ParameterSpec = choice(["True", "False", "true", "false"]);

/** An object with known fields. */
export const object = (
  fields: Readonly<Record<string, ParameterSpec>>,
  groups?: readonly Group[],
): ParameterSpec => ({
  kind: "object",
  fields,
  writing: "static",
  ...(groups === undefined ? {} : { groups }),
});

/** A list of the same kind of value. */
export const list = (of: ParameterSpec, min?: number): ParameterSpec => ({
  kind: "list",
  of,
  writing: "static",
  ...(min === undefined ? {} : { min }),
});

/** An object whose keys are the author's, or some of `keys`. */
export const map = (
  of: ParameterSpec,
  limits: { readonly keys?: readonly string[]; readonly min?: number; readonly max?: number } = {},
): ParameterSpec => ({ kind: "map", of, writing: "static", ...limits });

/** A shape that AWS documents only by example; let pass as it is. */
export const json: ParameterSpec = { kind: "json", writing: "free" };

/** Audio in S3. */
export const media: ParameterSpec = object({
  Uri: required(text()),
  SourceType: required(choice(["S3"])),
  MediaType: required(choice(["Audio"])),
});

/** The ways to say something; an action takes one of them. */
export const speech: Readonly<Record<string, ParameterSpec>> = {
  PromptId: reference("prompt"),
  Text: text(),
  SSML: text(),
  Media: media,
};

/** Exactly one way to say something. */
export const ONE_SPEECH: Group = {
  rule: "exactlyOne",
  keys: ["Text", "SSML", "PromptId", "Media"],
};

/** A queue or an agent's own queue, not both; neither means the contact's working queue. */
export const queueOrAgent: Readonly<Record<string, ParameterSpec>> = {
  QueueId: reference("queue"),
  AgentId: reference("agent"),
};

/** At most one of QueueId and AgentId. */
export const ONE_QUEUE: Group = { rule: "atMostOne", keys: ["QueueId", "AgentId"] };

/** The ordinary catch-all, which the service demands. */
export const CATCH_ALL = { NoMatchingError: "required" } as const;

/** The catch-all where the service demands none. */
export const MAY_CATCH_ALL = { NoMatchingError: "optional" } as const;
