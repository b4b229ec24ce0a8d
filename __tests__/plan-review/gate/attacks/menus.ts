import { type Attack } from "./attack";
import { block, MENU } from "./callers";

const UNTRUE = /says of keys what isn't so, or doesn't say them any more: /;

/** Whether these keys are named, among others: an edit of the value may have made more. */
const untrue = (...keys: readonly number[]) =>
  new RegExp(UNTRUE.source + keys.map((key) => `(?=.*\\b${key} of Main menu)`).join(""));

const says = (what: string, Text: string, ...keys: readonly number[]): Attack => [
  what,
  block(MENU, "Main menu", ({ Parameters }) => {
    Parameters.Text = Text;
  }),
  MENU,
  "disrupt",
  untrue(...keys),
];

/** Menus whose text and keys don't agree. */
export const MENUS: readonly Attack[] = [
  says(
    "keys the wrong way round, in other words",
    "Press 2 for our friendly customer service, or 1 if it is about business consulting",
    ...[1, 2],
  ),
  says(
    "keys the wrong way round, by a word of each",
    "For a consulting question press 1, for service press 2.",
    ...[1, 2],
  ),
  says(
    "a key that leads nowhere",
    "Press 1 for customer service, 2 for business consulting, or 9 for sales",
    9,
  ),
  says("keys that nobody is told", "Your calls are important to us", 1, 2),
  says("one key that nobody is told", "Press 1 for customer service", 2),
  [
    "a recording that may say any keys",
    block(MENU, "Main menu", ({ Parameters }) => {
      delete Parameters.Text;
      Parameters.PromptId =
        "${data.aws_connect_prompt.music_pop_this_and_that_is_life_inst_wav.arn}";
    }),
    MENU,
    "disrupt",
    untrue(1, 2),
  ],
  [
    "keys that lead to the other queue, under another text",
    block(MENU, "Main menu", ({ Parameters, Transitions: { Conditions } }) => {
      Parameters.Text = "Customer service is 1, and consulting is 2";
      const [one, two] = Conditions;
      if (one && two) [one.NextAction, two.NextAction] = [two.NextAction, one.NextAction];
    }),
    MENU,
    "disrupt",
    UNTRUE,
  ],
  [
    "a new flow whose menu names the wrong queues",
    (editor) => {
      const text = JSON.stringify(editor.resource(MENU));
      editor.add("aws_connect_contact_flow.more", {
        ...(JSON.parse(text) as Record<string, unknown>),
        name: "More",
      });
      block("aws_connect_contact_flow.more", "Main menu", ({ Parameters }) => {
        Parameters.Text = "Press 1 for business consulting or 2 for customer service";
      })(editor);
    },
    "aws_connect_contact_flow.more",
    "disrupt",
    untrue(1, 2),
  ],
  [
    "a kept key that wasn't pressed",
    block(MENU, "Keep key 1", ({ Parameters }) => {
      Parameters.Attributes = { menuKey: "2" };
    }),
    MENU,
    "disrupt",
    /keeps another key than the one that was pressed: menuKey "2" for 1 of Main menu$/,
  ],
];
