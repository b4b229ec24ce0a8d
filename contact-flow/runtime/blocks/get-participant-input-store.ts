import { isObject, type Json, objectOf } from "../../json";
import { type Block, type BlockView, done, failed, ignore, type Step } from "../block";
import type { Effect } from "../effects";
import { typedNumber } from "../phone-number";
import { say, speechOf } from "../speech";
import type { Waiting } from "../state";

/** Connect's wait for the next key, when the block does not say. */
const INTERDIGIT_SECONDS = "5";
/** The longest input, where a phone number is asked for or nothing is said. */
const MAX_DIGITS = 20;

const isTrue = (flag: Json | undefined): boolean =>
  typeof flag === "string" && flag.toLowerCase() === "true";

function listen(view: BlockView, digits: string, before: readonly Effect[] = []): Step {
  const { InterdigitTimeLimitSeconds } = objectOf(view.parameters.DTMFConfiguration);
  const seconds =
    digits === ""
      ? view.value("InputTimeLimitSeconds")
      : (InterdigitTimeLimitSeconds ?? INTERDIGIT_SECONDS);
  const id = view.call.lastId + 1;
  return {
    kind: "wait",
    waiting: { for: "input", id, timer: id, memory: digits },
    changes: { lastId: id },
    effects: [
      ...before,
      {
        type: "startTimer",
        id,
        seconds: Number(seconds),
        for: digits === "" ? "input" : "nextDigit",
      },
    ],
  };
}

function finish(view: BlockView, digits: string, effects: readonly Effect[] = []): Step {
  const { PhoneNumberValidation: phone } = objectOf(view.parameters.InputValidation);
  if (isObject(phone)) {
    const { NumberFormat: format, CountryCode: country } = phone;
    const number = typedNumber(
      digits,
      {
        format: typeof format === "string" ? format : "Local",
        ...(typeof country === "string" ? { country } : {}),
      },
      view.center,
    );
    return number === undefined
      ? ({ ...failed("InvalidPhoneNumber"), effects } as Step)
      : done({ storedInput: number }, effects);
  }
  if (digits === "") {
    return done({ storedInput: "Timeout" }, effects);
  }
  // With a key of the instance the digits would be a cipher text: never what was typed.
  const encrypted = view.parameters.InputEncryption !== undefined;
  return done({ storedInput: encrypted ? `encrypted ${digits.length} digits` : digits }, effects);
}

function press(view: BlockView, key: string, waiting: Waiting): Step {
  const { InputTerminationSequence = "#", DisableCancelKey } = objectOf(
    view.parameters.DTMFConfiguration,
  );
  const maximum = objectOf(
    objectOf(view.parameters.InputValidation).CustomValidation,
  ).MaximumLength;
  const effects: readonly Effect[] = waiting.timer === undefined ? [{ type: "hush" }] : [];
  if (key === "*" && !isTrue(DisableCancelKey)) {
    return listen(view, "", effects);
  }
  const typed = (typeof waiting.memory === "string" ? waiting.memory : "") + key;
  const end = typeof InputTerminationSequence === "string" ? InputTerminationSequence : "#";
  if (typed.endsWith(end)) {
    return finish(view, typed.slice(0, -end.length), effects);
  }
  return typed.length >= Number(maximum ?? MAX_DIGITS)
    ? finish(view, typed, effects)
    : listen(view, typed, effects);
}

/** Store customer input: keys until `#`, the greatest length or a pause; `*` begins again. */
export const store: Required<Block> = {
  enter: (view) => {
    const speech = speechOf(view.parameters, view);
    if (speech === undefined) {
      return listen(view, "");
    }
    const id = view.call.lastId + 1;
    return {
      kind: "wait",
      waiting: { for: "input", id, memory: "" },
      changes: { lastId: id },
      effects: [say(view, id, speech, { bargeIn: true })],
    };
  },
  resume: (view, event, waiting) => {
    if (event.type === "digit") {
      return press(view, event.key, waiting);
    }
    if (event.type === "spoken" && event.id === waiting.id) {
      return listen(view, "");
    }
    return event.type === "timer" && event.id === waiting.timer
      ? finish(view, typeof waiting.memory === "string" ? waiting.memory : "")
      : ignore;
  },
};
