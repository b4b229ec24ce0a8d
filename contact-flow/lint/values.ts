import { isJsonPath } from "../json-path";
import { inAdminGuide, reading } from "../facts/source";
import { isHole, isLiteralId, visitReferences } from "./references";
import { ALWAYS_ERROR, ALWAYS_WARNING, type Fault, type Rule } from "./rule";
import { spokenBy } from "./speech";

/**
 * "When you use text … you can use a maximum of 3,000 billed characters (6,000 total characters)."
 * Tags of SSML are not billed.
 * @see https://docs.aws.amazon.com/connect/latest/adminguide/play.html
 */
const MAX_BILLED = 3_000;
const MAX_TOTAL = 6_000;

/** Values that the service takes and that fail a caller, or the next instance. */
export const VALUE_RULES: readonly Rule[] = [
  {
    id: "text-length",
    source: inAdminGuide("play"),
    reason: `Amazon Polly speaks at most ${MAX_BILLED} billed characters at once`,
    fix: "split the text over several prompts",
    checkedBy: "house",
    level: ALWAYS_ERROR,
    *check({ nodes }) {
      for (const node of nodes) {
        for (const { path, text } of spokenBy(node)) {
          const limit = path.endsWith("SSML") ? MAX_TOTAL : MAX_BILLED;
          if (text.trim().length > limit || text.length > MAX_TOTAL) {
            yield {
              index: node.index,
              path,
              message: `text must be at most ${limit} characters, got ${text.length}`,
            };
          }
        }
      }
    },
  },
  {
    id: "literal-id",
    source: reading("an id belongs to one instance"),
    reason: "the id belongs to one instance: the flow cannot be deployed to another",
    fix: "put a named hole in its place and fill it when the template is rendered",
    checkedBy: "house",
    level: ALWAYS_ERROR,
    *check({ nodes }, { origin }) {
      if (origin !== "template") {
        return;
      }
      for (const { action, index, path, spec } of nodes) {
        const faults: Fault[] = [];
        for (const [key, parameter] of Object.entries(spec?.parameters ?? {})) {
          const at = `${path}.Parameters.${key}`;
          visitReferences(action.Parameters?.[key], parameter, at, (value, where) => {
            if (isLiteralId(value) || !(isHole(value) || isJsonPath(value))) {
              faults.push({ index, path: where, message: `${value} is written out in a template` });
            }
          });
        }
        yield* faults;
      }
    },
  },
  {
    id: "channel",
    source: reading("each action's page names its channels"),
    reason: "on a voice call the action always takes its error branch",
    fix: "use an action that works on voice, or branch on $.Channel before it",
    checkedBy: "house",
    level: ALWAYS_WARNING,
    *check({ nodes }) {
      // A guide is always a chat, whatever the channel of the contact that it is shown for.
      if (nodes.some(({ action }) => action.Type === "ShowView")) {
        return;
      }
      for (const { action, index, path, spec } of nodes) {
        if (spec?.channels !== undefined && !spec.channels.includes("VOICE")) {
          yield {
            index,
            path: `${path}.Type`,
            message: `${action.Type} works only on ${spec.channels.join(", ").toLowerCase()}`,
          };
        }
      }
    },
  },
];
