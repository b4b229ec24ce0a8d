import { NEXT } from "../facts/probes/runs";
import { answered, onPage } from "../facts/source";
import { withoutHoles } from "./references";
import { ALWAYS_ERROR, type Rule } from "./rule";

/** The longest content that the API takes. @see API_CreateContactFlow, Content */
const MAX_CONTENT = 256_000;
/** @see https://docs.aws.amazon.com/connect/latest/devguide/flow-language-example.html */
const MAX_ACTIONS = 250;
const MAX_IDENTIFIER = 50;

// eslint-disable-next-line no-useless-escape -- one character class, in the order of AWS's page
const FORBIDDEN_CHARACTERS = /[%:(\\/)=$,;\[\]{}]/;
const FORBIDDEN_NAMES = new Set([
  "__proto__",
  "constructor",
  "__defineGetter__",
  "__defineSetter__",
  "toString",
  "hasOwnProperty",
  "isPrototypeOf",
  "propertyIsEnumerable",
  "toLocaleString",
  "valueOf",
]);

const connect = { checkedBy: "connect", level: ALWAYS_ERROR } as const;

/** What Connect demands of the document around the actions. */
export const ENVELOPE_RULES: readonly Rule[] = [
  {
    ...connect,
    id: "content-length",
    source: onPage(
      "https://docs.aws.amazon.com/connect/latest/APIReference/API_CreateContactFlow.html",
    ),
    reason: `the API takes at most ${MAX_CONTENT} characters of content`,
    fix: "move part of the flow to a module or to a flow of its own",
    *check({ content }) {
      if (content.length > MAX_CONTENT) {
        yield {
          message: `content must be at most ${MAX_CONTENT} characters, got ${content.length}`,
        };
      }
    },
  },
  {
    ...connect,
    id: "version",
    source: onPage(
      "https://docs.aws.amazon.com/connect/latest/devguide/flow-language-example.html",
    ),
    reason: "2019-10-30 is the only version of the flow language",
    fix: 'write "Version": "2019-10-30"',
    *check({ flow }) {
      if (flow.Version !== "2019-10-30") {
        yield { path: "Version", message: "Invalid Action property value. Path: Version" };
      }
    },
  },
  {
    ...connect,
    id: "start-action",
    source: onPage(
      "https://docs.aws.amazon.com/connect/latest/devguide/flow-language-example.html",
    ),
    reason: "a contact has nowhere to begin",
    fix: "name the Identifier of the first action",
    *check({ flow, byId }) {
      if (!byId.has(flow.StartAction)) {
        yield { path: "StartAction", message: "Invalid Action property value. Path: StartAction" };
      }
    },
  },
  {
    ...connect,
    id: "action-count",
    source: onPage(
      "https://docs.aws.amazon.com/connect/latest/devguide/flow-language-example.html",
    ),
    reason: `a flow has at most ${MAX_ACTIONS} actions`,
    fix: "move part of the flow to a module or to a flow of its own",
    *check({ nodes }) {
      if (nodes.length > MAX_ACTIONS) {
        yield {
          path: "Actions",
          message: `Actions must be at most ${MAX_ACTIONS}, got ${nodes.length}`,
        };
      }
    },
  },
  {
    ...connect,
    id: "identifier",
    source: onPage(
      "https://docs.aws.amazon.com/connect/latest/devguide/flow-language-actions.html",
    ),
    reason: "Connect forbids some characters and names in identifiers",
    fix: "use 1 to 50 characters, none of % : ( \\ / ) = $ , ; [ ] { }",
    *check({ nodes }, { origin }) {
      for (const { action, index, path } of nodes) {
        const id = origin === "template" ? withoutHoles(action.Identifier) : action.Identifier;
        if (
          id.length === 0 ||
          id.length > MAX_IDENTIFIER ||
          FORBIDDEN_CHARACTERS.test(id) ||
          FORBIDDEN_NAMES.has(id)
        ) {
          const at = `${path}.Identifier`;
          yield { index, path: at, message: `Invalid Action property value. Path: ${at}` };
        }
      }
    },
  },
  {
    ...connect,
    id: "duplicate-identifier",
    source: onPage(
      "https://docs.aws.amazon.com/connect/latest/devguide/flow-language-actions.html",
    ),
    reason: "a transition to this identifier could mean either action",
    fix: "give each action its own identifier",
    *check({ nodes, byId }) {
      for (const node of nodes) {
        if (byId.get(node.action.Identifier) !== node) {
          const at = `${node.path}.Identifier`;
          yield {
            index: node.index,
            path: at,
            message: `Invalid Action property value. Path: ${at}`,
          };
        }
      }
    },
  },
  {
    ...connect,
    id: "module-settings",
    source: answered(NEXT),
    reason: "Settings is the contract of a module; a flow has none and a module must have one",
    fix: "take Settings out of a flow, or add it to a module",
    *check({ flow }, { type }) {
      if (type === "MODULE" && flow.Settings === undefined) {
        yield {
          path: "Settings",
          message: "JSON field is missing or null for field name: settings",
        };
      } else if (type !== "MODULE" && flow.Settings !== undefined) {
        yield { path: "Settings", message: "Invalid Action property name. Path: Settings" };
      }
    },
  },
];
