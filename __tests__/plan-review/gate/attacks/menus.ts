import { type Attack } from "./attack";
import { block, MENU } from "./callers";

const UNTRUE = /says of keys what isn't so, or doesn't say them any more: /;

const says = (what: string, Text: string, keys: string): Attack => [
  what,
  block(MENU, "Main menu", ({ Parameters }) => {
    Parameters.Text = Text;
  }),
  MENU,
  "disrupt",
  new RegExp(`${UNTRUE.source}${keys}$`),
];
const BOTH = "1 of Main menu, 2 of Main menu";

/** Menus whose text and keys don't agree. */
export const MENUS: readonly Attack[] = [
  says(
    "keys the wrong way round, in other words",
    "Press 2 for our friendly customer service, or 1 if it is about business consulting",
    "2 of Main menu, 1 of Main menu",
  ),
  says(
    "keys the wrong way round, by a word of each",
    "For a consulting question press 1, for service press 2.",
    BOTH,
  ),
  says(
    "a key that leads nowhere",
    "Press 1 for customer service, 2 for business consulting, or 3 for sales",
    "3 of Main menu",
  ),
  says("keys that nobody is told", "Your calls are important to us", BOTH),
  says("one key that nobody is told", "Press 1 for customer service", "2 of Main menu"),
  [
    "a recording that may say any keys",
    block(MENU, "Main menu", ({ Parameters }) => {
      delete Parameters.Text;
      Parameters.PromptId =
        "${data.aws_connect_prompt.music_pop_this_and_that_is_life_inst_wav.arn}";
    }),
    MENU,
    "disrupt",
    new RegExp(`${UNTRUE.source}${BOTH}$`),
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
    new RegExp(`${UNTRUE.source}${BOTH}$`),
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
