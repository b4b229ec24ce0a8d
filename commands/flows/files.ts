import { readdirSync, statSync } from "node:fs";
import { join, resolve, sep } from "node:path";

import { specificationOf } from "../../contact-flow/catalog";
import {
  type Flow,
  FLOW_TYPES,
  FlowSyntaxError,
  type FlowType,
  parseFlow,
} from "../../contact-flow/flow";
import { isObject } from "../../contact-flow/json";
import type { Origin } from "../../contact-flow/lint";
import { OperatorError } from "../../sandbox/machine/errors";
import { readFlow } from "./read";

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
  /** The file doesn't tell its type: it is the first that allows all of the actions. */
  readonly isGuessed: boolean;
  readonly origin: Origin;
  readonly content: string;
}

/** The types as the designer writes them into a flow's metadata. */
const DESIGNER_TYPES: ReadonlyMap<string, FlowType> = new Map([
  ["contactFlow", "CONTACT_FLOW"],
  ["customerQueue", "CUSTOMER_QUEUE"],
  ["customerHold", "CUSTOMER_HOLD"],
  ["customerWhisper", "CUSTOMER_WHISPER"],
  ["outboundWhisper", "OUTBOUND_WHISPER"],
  ["agentHold", "AGENT_HOLD"],
  ["agentWhisper", "AGENT_WHISPER"],
  ["agentTransfer", "AGENT_TRANSFER"],
  ["queueTransfer", "QUEUE_TRANSFER"],
]);

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

function typeOf(content: string, stated: unknown): Pick<FlowFile, "type" | "isGuessed"> {
  const named = FLOW_TYPES.find((type) => type === stated);
  if (named !== undefined) {
    return { type: named, isGuessed: false };
  }
  try {
    const flow = parseFlow(content);
    // Only a module has them.
    if (flow.Settings !== undefined) {
      return { type: "MODULE", isGuessed: false };
    }
    const designer = isObject(flow.Metadata) ? flow.Metadata.type : undefined;
    const designed = typeof designer === "string" ? DESIGNER_TYPES.get(designer) : undefined;
    return designed === undefined
      ? { type: guessType(flow), isGuessed: true }
      : { type: designed, isGuessed: false };
  } catch (error) {
    if (error instanceof FlowSyntaxError) {
      return { type: "CONTACT_FLOW", isGuessed: false };
    }
    throw error;
  }
}

/** What kwglobal.ts fills the holes of: any other file's braces are its own. */
const TEMPLATES = join(__dirname, "..", "..", "flow-templates") + sep;

const originOf = (file: string): Origin =>
  resolve(file).startsWith(TEMPLATES) ? "template" : "exported";

function read(file: string, isNamed: boolean): FlowFile | undefined {
  const found = readFlow(file);
  return found === undefined || (found.isUnreadable === true && !isNamed)
    ? undefined
    : {
        file,
        name: found.name,
        content: found.content,
        ...typeOf(found.content, found.type),
        origin: originOf(file),
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
      const found = [...jsonFiles(path)].sort().flatMap((file) => read(file, false) ?? []);
      if (found.length === 0) {
        throw new UserError(
          `no .json file below ${path} holds a flow`,
          "name a folder with flows, or a file; aws connect describe-contact-flow writes one",
        );
      }
      return found;
    }
    const flow = read(path, true);
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
