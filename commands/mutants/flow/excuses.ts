/** A mutant of a flow that makes no difference that a call or lint could notice. */
export interface FlowExcuse {
  readonly template: string;
  readonly block: string;
  readonly what: string;
  /** What it is changed to; any change there unless given. */
  readonly is?: string;
  readonly why: string;
}

/** Each must fit a mutant that is alive: one that fits none is told, and is taken out. */
export const FLOW_EXCUSES: readonly FlowExcuse[] = [
  ...[
    ["callback-in-queue.json", "Note invalid number"],
    ["callback-in-queue.json", "Note failed callback"],
    ["main-menu.json", "Keep key {{menu.key}}"],
  ].map(([template = "", block = ""]) => ({
    template,
    block,
    what: "TargetContact",
    is: "nothing",
    why: "without it Connect sets the attributes of the current contact, too; the console always writes it",
  })),
  {
    template: "vanity-number.json",
    block: "Make vanity numbers",
    what: "ResponseValidation",
    is: "nothing",
    why: "an answer is then checked as STRING_MAP, too; the console always writes it",
  },
];
