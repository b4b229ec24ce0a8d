/** Actions that one flow can have: flow-language-example in AWS's administrator guide. */
const MAX_ACTIONS = 250;

type Json = Record<string, unknown>;

const isObject = (value: unknown): value is Json =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const listOf = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);

/**
 * Says what is wrong with a flow's content, in the words of Connect where they are known.
 *
 * Checks the envelope: JSON of Version 2019-10-30, a StartAction that is there, unique
 * identifiers, and transitions that lead to an action of the flow.
 *
 * @param type - the flow's type, or `MODULE`: a module has `Settings`, a flow must not
 * @returns one text per problem; none for content that Connect would publish
 */
export function validateContent(content: string, type: string): string[] {
  let flow: unknown;
  try {
    flow = JSON.parse(content);
  } catch (error) {
    return [`Content must be JSON: ${(error as SyntaxError).message}`];
  }
  if (!isObject(flow)) return ["Content must be a JSON object"];
  if (flow.Version !== "2019-10-30") return ['Invalid Version. It must be "2019-10-30"'];
  if (!Array.isArray(flow.Actions) || flow.Actions.length === 0)
    return ["Action is missing required property. Path: Actions"];
  if (flow.Actions.length > MAX_ACTIONS)
    return [`A flow has at most ${MAX_ACTIONS} actions, got ${flow.Actions.length}`];

  if (type === "MODULE" && !isObject(flow.Settings))
    return ["JSON field is missing or null for field name: settings"];
  if (type !== "MODULE" && "Settings" in flow)
    return ["Invalid Action property name. Path: Settings"];

  const actions: unknown[] = flow.Actions;
  const identifiers = new Set<string>();
  const problems = actions.flatMap((action, i) => identify(action, `Actions[${i}]`, identifiers));
  if (typeof flow.StartAction !== "string" || !identifiers.has(flow.StartAction))
    problems.push("Invalid Action property value. Path: StartAction");
  return [
    ...problems,
    ...actions.flatMap((action, i) => checkTransitions(action, `Actions[${i}]`, identifiers)),
  ];
}

function identify(action: unknown, path: string, identifiers: Set<string>): string[] {
  if (!isObject(action)) return [`Invalid Action property value. Path: ${path}`];
  const problems: string[] = [];
  if (typeof action.Type !== "string")
    problems.push(`Action is missing required property. Path: ${path}.Type`);
  if (typeof action.Identifier !== "string" || action.Identifier === "")
    problems.push(`Action is missing required property. Path: ${path}.Identifier`);
  else if (identifiers.has(action.Identifier))
    problems.push(`Invalid Action property value. Path: ${path}.Identifier`);
  else identifiers.add(action.Identifier);
  return problems;
}

function checkTransitions(action: unknown, path: string, identifiers: Set<string>): string[] {
  if (!isObject(action)) return [];
  const transitions = action.Transitions;
  if (!isObject(transitions))
    return [`Action is missing required property. Path: ${path}.Transitions`];
  const targets: [string, unknown][] = [
    ...("NextAction" in transitions
      ? [["NextAction", transitions.NextAction] as [string, unknown]]
      : []),
    ...(["Errors", "Conditions"] as const).flatMap((list) =>
      listOf(transitions[list]).map((branch, i): [string, unknown] => [
        `${list}[${i}].NextAction`,
        isObject(branch) ? branch.NextAction : undefined,
      ]),
    ),
  ];
  return targets
    .filter(([, target]) => typeof target !== "string" || !identifiers.has(target))
    .map(([where]) => `Invalid Action property value. Path: ${path}.Transitions.${where}`);
}
