import type { Snapshot, TelephoneView } from "../views";
import { telephone } from "./connection";
import { byId, make, setText } from "./dom";
import { readable } from "./numbers";
import { silence, soundKey } from "./sound";

const KEYS: readonly (readonly [key: string, letters: string])[] = [
  ["1", ""],
  ["2", "ABC"],
  ["3", "DEF"],
  ["4", "GHI"],
  ["5", "JKL"],
  ["6", "MNO"],
  ["7", "PQRS"],
  ["8", "TUV"],
  ["9", "WXYZ"],
  ["*", ""],
  ["0", ""],
  ["#", ""],
];

let state: TelephoneView["state"] = "idle";
/** Whether the number to call is still the suggested one, which the first key replaces. */
let suggested = true;
/** The number that is suggested in place of the center's: the one that was called last. */
let calledLast: string | undefined;
let numbersNow: Snapshot["numbers"] = [];

/** The telephone's keys, buttons and keyboard. */
export function setUpTelephone(): void {
  const keypad = byId("keypad", HTMLElement);
  for (const [key, letters] of KEYS) {
    const face = make("button", "key", make("b", "", key), " ", make("small", "", letters));
    face.type = "button";
    face.dataset.key = key;
    face.addEventListener("click", () => {
      press(key);
    });
    keypad.append(face);
  }
  byId("call", HTMLButtonElement).addEventListener("click", call);
  byId("hang-up", HTMLButtonElement).addEventListener("click", hangUp);
  const to = byId("to", HTMLInputElement);
  to.addEventListener("input", () => {
    suggested = false;
  });
  to.addEventListener("blur", () => {
    if (to.value === "") suggest();
  });
  document.addEventListener("keydown", onKey);
}

/** Shows the telephone as it is now. */
export function showTelephone({ telephone: view, numbers }: Snapshot): void {
  if (state === "idle" && view.state === "inCall") {
    calledLast = byId("to", HTMLInputElement).value;
    suggested = true;
  }
  state = view.state;
  const idle = state === "idle";
  byId("device", HTMLElement).dataset.state = state;
  listNumbers(numbers);
  if (suggested) suggest();
  const to = byId("to", HTMLInputElement);
  const other = byId("with", HTMLElement);
  to.hidden = !idle;
  other.hidden = idle;
  setText(other, readable(view.with ?? ""));
  setText(byId("own", HTMLElement), readable(view.number));
  setText(byId("status", HTMLElement), statusOf(view));
  const caption = byId("caption", HTMLElement);
  setText(caption, captionOf(view));
  caption.classList.toggle("music", view.contact?.saying?.recording !== undefined);
  const call = byId("call", HTMLButtonElement);
  setText(call, state === "ringing" ? "Answer" : "Call");
  call.disabled = !idle && state !== "ringing";
  const hangUp = byId("hang-up", HTMLButtonElement);
  setText(hangUp, state === "ringing" ? "Decline" : "Hang up");
  hangUp.disabled = idle;
}

function listNumbers(numbers: Snapshot["numbers"]): void {
  numbersNow = numbers;
  const list = byId("numbers", HTMLDataListElement);
  if (list.children.length !== numbers.length) {
    list.replaceChildren(
      ...numbers.map(({ number, flow }) => {
        const option = make("option");
        option.value = readable(number);
        option.label = flow ?? "no flow";
        return option;
      }),
    );
  }
  byId("to", HTMLInputElement).placeholder = numbers.length === 0 ? "no number claimed" : "number";
}

/** Brings back the number that is to be called if nobody types another one. */
function suggest(): void {
  suggested = true;
  byId("to", HTMLInputElement).value = calledLast ?? readable(numbersNow[0]?.number ?? "");
}

/** Takes the last digit back; when none is left, the suggested number comes back. */
function takeBack(): void {
  const to = byId("to", HTMLInputElement);
  to.value = to.value.slice(0, -1);
  suggested = false;
  if (to.value === "") suggest();
}

function statusOf({ state: now, contact }: TelephoneView): string {
  if (now === "ringing") return "Incoming call";
  if (now === "outside") return "Transferred";
  if (now === "idle") return contact === undefined ? "Ready" : sentence(contact.state);
  return sentence(contact?.state ?? "");
}

function captionOf({ state: now, contact }: TelephoneView): string {
  if (now !== "inCall" || contact === undefined) return "";
  const { saying, listening } = contact;
  if (saying?.recording !== undefined) return `♪ ${saying.recording}`;
  return saying?.text ?? (listening ? "Press a key …" : "");
}

const sentence = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

function press(key: string): void {
  soundKey(key);
  const to = byId("to", HTMLInputElement);
  if (state === "idle") {
    to.value = suggested ? key : to.value + key;
    suggested = false;
  } else if (state === "inCall") {
    silence();
    void telephone("press", { key });
  }
}

function call(): void {
  silence();
  if (state === "ringing") {
    void telephone("answer");
  } else if (state === "idle") {
    const withheld = byId("withheld", HTMLInputElement).checked;
    void telephone("dial", { to: byId("to", HTMLInputElement).value, withheld });
  }
}

function hangUp(): void {
  silence();
  if (state !== "idle") void telephone("hang-up");
}

/** Fields that a key is typed into. */
const TYPED_INTO = "input:not([type=checkbox], [type=radio]), select, textarea";

/** The keyboard is the telephone's, but for what a field or a focused button needs itself. */
function onKey(event: KeyboardEvent): void {
  const { target, key } = event;
  if (event.ctrlKey || event.metaKey || event.altKey || !(target instanceof Element)) return;
  if (target.closest("dialog") !== null) return;
  if (key === "Escape") {
    if (state === "idle") suggest();
    else hangUp();
  } else if (key === "Enter") {
    if (target.closest("button, a, summary") === null) call();
  } else if (!target.matches(TYPED_INTO)) {
    if (key === "Backspace" && state === "idle") takeBack();
    if (!/^[0-9*#]$/.test(key)) return;
    flash(key);
    press(key);
  }
}

/** Shows on the keypad which key was pressed on the keyboard. */
function flash(key: string): void {
  const face = document.querySelector(`[data-key="${key}"]`);
  face?.classList.add("pressed");
  setTimeout(() => face?.classList.remove("pressed"), 140);
}
