import { MAX_BILLED } from "../../../contact-flow/lint/speech";
import type { EditableFlow } from "../flow-edits";
import { post, toast } from "./connection";
import { byId, make } from "./dom";

/** The flow in the picture. */
let flow = "";
let blocks: EditableFlow["blocks"] = [];

const form = () => byId("flow-edit", HTMLFormElement);
const opener = () => byId("edit-flow", HTMLButtonElement);
const address = () => `flows/${encodeURIComponent(flow)}/edit`;

function field<Type extends Element>(name: string, type: new () => Type): Type {
  const element = form().elements.namedItem(name);
  if (!(element instanceof type)) throw new Error(`the form has no ${name}`);
  return element;
}

/** The form that changes what a block says, or how long it waits for a key. */
export function setUpFlowEdit(): void {
  field("text", HTMLTextAreaElement).maxLength = MAX_BILLED;
  opener().addEventListener("click", () => {
    void toggle();
  });
  field("block", HTMLSelectElement).addEventListener("change", showBlock);
  // A click at a block of the picture chooses it.
  byId("picture", HTMLElement).addEventListener("click", ({ target }) => {
    if (form().hidden || !(target instanceof Element)) return;
    const name = target.closest<SVGElement>(".card")?.dataset.action;
    if (!blocks.some(({ block }) => block === name)) return;
    field("block", HTMLSelectElement).value = name ?? "";
    showBlock();
  });
  form().addEventListener("submit", (event) => {
    event.preventDefault();
    void publish();
  });
}

/** The flow that is shown can be edited. */
export function offerEdit(shown: string): void {
  opener().disabled = false;
  if (shown === flow) return;
  flow = shown;
  if (!form().hidden) void load();
}

async function toggle(): Promise<void> {
  const opens = form().hidden;
  if (opens && !(await load())) return;
  form().hidden = !opens;
  opener().setAttribute("aria-expanded", String(opens));
  if (opens) field("block", HTMLSelectElement).focus();
}

/** Reads the blocks as they are published. @returns whether there are any */
async function load(): Promise<boolean> {
  const response = await fetch(address());
  if (!response.ok) {
    toast(((await response.json()) as { message: string }).message);
    return false;
  }
  ({ blocks } = (await response.json()) as EditableFlow);
  if (blocks.length === 0) {
    toast("no block of this flow says a text, or waits for a key");
    return false;
  }
  const choice = field("block", HTMLSelectElement);
  const before = choice.value;
  choice.replaceChildren(...blocks.map(({ block }) => make("option", "", block)));
  if (blocks.some(({ block }) => block === before)) choice.value = before;
  showBlock();
  return true;
}

function showBlock(): void {
  const chosen = blocks.find(({ block }) => block === field("block", HTMLSelectElement).value);
  for (const [element, value] of [
    [field("text", HTMLTextAreaElement), chosen?.text],
    [field("seconds", HTMLInputElement), chosen?.seconds],
  ] as const) {
    element.value = String(value ?? "");
    element.required = value !== undefined;
    const label = element.closest("label");
    if (label !== null) label.hidden = value === undefined;
  }
}

/** Sends what differs. */
async function publish(): Promise<void> {
  const block = field("block", HTMLSelectElement).value;
  const chosen = blocks.find((each) => each.block === block);
  const text = field("text", HTMLTextAreaElement).value;
  const seconds = field("seconds", HTMLInputElement).valueAsNumber;
  const edit = {
    ...(chosen?.text !== undefined && text !== chosen.text && { text }),
    ...(chosen?.seconds !== undefined && seconds !== chosen.seconds && { seconds }),
  };
  if (Object.keys(edit).length === 0) {
    toast("nothing was changed");
    return;
  }
  if (await post(address(), { block, ...edit })) {
    toast(`${block} is published: npm run pull brings it into the code`);
    await load();
  }
}
