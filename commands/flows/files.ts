import { readdirSync, readFileSync, statSync } from "node:fs";
import { basename, join } from "node:path";

import { specificationOf } from "../../contact-flow/catalog";
import {
  type Flow,
  FLOW_TYPES,
  FlowSyntaxError,
  type FlowType,
  parseFlow,
} from "../../contact-flow/flow";
import type { Origin } from "../../contact-flow/lint";
import { OperatorError } from "../../sandbox/errors";

/** A mistake of the person at the keyboard. */
export class UserError extends OperatorError {
  public override readonly name = "UserError";

  /**
   * @param problem what is wrong
   * @param next what to do about it
   */
  public constructor(problem: string, next: string) {
    super(`${problem}\nnext: ${next}`);
  }
}

/** A flow as it was found in a file. */
export interface FlowFile {
  readonly file: string;
  readonly name: string;
  readonly type: FlowType;
  readonly origin: Origin;
  readonly content: string;
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** The types as the designer writes them into a flow's metadata. */
const DESIGNER_TYPES: Readonly<Record<string, FlowType>> = {
  contactFlow: "CONTACT_FLOW",
  customerQueue: "CUSTOMER_QUEUE",
  customerHold: "CUSTOMER_HOLD",
  customerWhisper: "CUSTOMER_WHISPER",
  outboundWhisper: "OUTBOUND_WHISPER",
  agentHold: "AGENT_HOLD",
  agentWhisper: "AGENT_WHISPER",
  agentTransfer: "AGENT_TRANSFER",
  queueTransfer: "QUEUE_TRANSFER",
};

/** The flow type that allows all the actions, an inbound flow before the others. */
function guessType(flow: Flow): FlowType {
  const fits = FLOW_TYPES.find((type) =>
    flow.Actions.every((action) => {
      const allowed = specificationOf(action)?.flowTypes ?? "all";
      return allowed === "all" || allowed.includes(type);
    }),
  );
  return fits ?? "CONTACT_FLOW";
}

function typeOf(content: string, stated: unknown): FlowType {
  const named = FLOW_TYPES.find((type) => type === stated);
  if (named !== undefined) {
    return named;
  }
  try {
    const flow = parseFlow(content);
    const designer = isObject(flow.Metadata) ? flow.Metadata.type : undefined;
    return typeof designer === "string" && designer in DESIGNER_TYPES
      ? (DESIGNER_TYPES[designer] ?? "CONTACT_FLOW")
      : guessType(flow);
  } catch (error) {
    if (error instanceof FlowSyntaxError) {
      return "CONTACT_FLOW";
    }
    throw error;
  }
}

/**
 * What a file holds: a flow's content, or what `aws connect describe-contact-flow` answers.
 * @returns undefined for JSON that is no flow, such as another file of a directory
 */
function unwrap(
  text: string,
  file: string,
): { content: string; name: string; type?: unknown } | undefined {
  const name = basename(file).replace(/\.json$/, "");
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return { content: text, name };
  }
  const described = isObject(json) && isObject(json.ContactFlow) ? json.ContactFlow : json;
  if (!isObject(described)) {
    return undefined;
  }
  const { Content, Name, Type } = described;
  if (typeof Content === "string" || isObject(Content)) {
    return {
      content: typeof Content === "string" ? Content : JSON.stringify(Content),
      name: typeof Name === "string" ? Name : name,
      type: Type,
    };
  }
  return "Actions" in described || "StartAction" in described || "modules" in described
    ? { content: text, name }
    : undefined;
}

const originOf = (content: string): Origin => (content.includes("{{") ? "template" : "exported");

function read(file: string): FlowFile | undefined {
  const found = unwrap(readFileSync(file, "utf8"), file);
  return found === undefined
    ? undefined
    : {
        file,
        name: found.name,
        content: found.content,
        type: typeOf(found.content, found.type),
        origin: originOf(found.content),
      };
}

function* jsonFiles(path: string): Generator<string> {
  for (const entry of readdirSync(path, { withFileTypes: true })) {
    const inner = join(path, entry.name);
    if (entry.isDirectory() && entry.name !== "node_modules") {
      yield* jsonFiles(inner);
    } else if (entry.isFile() && entry.name.endsWith(".json")) {
      yield inner;
    }
  }
}

/**
 * The flows of files and directories; of a directory all its .json files that hold a flow.
 * @throws UserError for a path that is not there, or a file that holds none
 */
export function flowFiles(paths: readonly string[]): readonly FlowFile[] {
  return paths.flatMap((path) => {
    const status = statSync(path, { throwIfNoEntry: false });
    if (status === undefined) {
      throw new UserError(`there is no file or directory ${path}`, "check the path");
    }
    if (status.isDirectory()) {
      return [...jsonFiles(path)].sort().flatMap((file) => read(file) ?? []);
    }
    const flow = read(path);
    if (flow === undefined) {
      throw new UserError(
        `${path} holds no flow`,
        "give a flow's content, or the output of: aws connect describe-contact-flow",
      );
    }
    return [flow];
  });
}

/** The one flow of a file, parsed. @throws UserError if it is none */
export function flowFile(path: string): FlowFile & { readonly flow: Flow } {
  const [file, second] = flowFiles([path]);
  if (file === undefined || second !== undefined) {
    throw new UserError(`${path} must be one flow`, "name a file rather than a directory");
  }
  try {
    return { ...file, flow: parseFlow(file.content) };
  } catch (error) {
    if (error instanceof FlowSyntaxError) {
      throw new UserError(
        `${path}: ${error.message}`,
        `see all of it with: npm run flows -- lint ${path}`,
      );
    }
    throw error;
  }
}
