import { isObject } from "../../../values.ts";
import type { Context } from "../../context.ts";
import { ownAddress } from "../own.ts";
import type { Block } from "./graph.ts";

/** Parameters that name something, and the types of what they may name. */
const NAMING = new Map<string, readonly string[]>(
  Object.entries({
    QueueId: ["aws_connect_queue"],
    ContactFlowId: ["aws_connect_contact_flow"],
    FlowModuleId: ["aws_connect_contact_flow_module"],
    HoursOfOperationId: ["aws_connect_hours_of_operation"],
    LambdaFunctionARN: ["aws_lambda_function", "aws_connect_lambda_function_association"],
    PromptId: ["aws_connect_prompt"],
    EventHooks: ["aws_connect_contact_flow"],
  }),
);

/** One thing that a block names. */
export interface Reference {
  readonly block: Block;
  /** `QueueId`, `CustomerQueue` */
  readonly parameter: string;
  /** Its address, if it is of this plan; otherwise as the flow has it. */
  readonly thing: string;
  readonly isOwn: boolean;
}

/** What blocks name: queues, flows, functions and the like, by their addresses where they have one. */
export function referencesIn(blocks: Iterable<Block>, context: Context): readonly Reference[] {
  return [...blocks].flatMap((block) =>
    namesIn(block.parameters).map(({ parameter, types, value }) => {
      const address = types === undefined ? undefined : addressOf(value, types, context);
      return { block, parameter, thing: address ?? value, isOwn: address !== undefined };
    }),
  );
}

interface Name {
  readonly parameter: string;
  /** undefined where nothing of the stack can be meant. */
  readonly types: readonly string[] | undefined;
  readonly value: string;
}

/** Values that name something, at any depth, and whatever else looks like an ARN or an address. */
function namesIn(value: unknown, parameter = "", types?: readonly string[]): readonly Name[] {
  if (typeof value === "string") {
    if (types !== undefined) return [{ parameter, types, value }];
    const pattern =
      parameter === "Text" ? /\barn:[^\s"'<>]+/g : /\b(?:arn:|s3:|https?:)[^\s"'<>]+/g;
    return [...value.matchAll(pattern)].map(([found]) => ({ parameter, types, value: found }));
  }
  if (Array.isArray(value)) return value.flatMap((each) => namesIn(each, parameter, types));
  if (!isObject(value)) return [];
  return Object.entries(value).flatMap(([name, each]) =>
    namesIn(each, name, NAMING.get(name) ?? types),
  );
}

/** The address of a thing of this plan; of what lets flows invoke a function, that of the function. */
function addressOf(value: string, types: readonly string[], context: Context): string | undefined {
  const address = ownAddress(value, types, context);
  const lets = context.resources.find(
    (each) => each.address === address && each.type === "aws_connect_lambda_function_association",
  );
  const lambda = lets && context.named(lets, ["function_arn"], ["aws_lambda_function"]);
  return lambda?.address ?? address;
}
