import { type Block, failed } from "../block";
import { menu } from "./get-participant-input-menu";
import { store } from "./get-participant-input-store";

const isTrue = (value: unknown): boolean => value === "True" || value === "true";

/**
 * Get customer input or Store customer input, as StoreInput says. Only on voice.
 * @see https://docs.aws.amazon.com/connect/latest/devguide/participant-actions-getparticipantinput.html
 */
export const getParticipantInput: Block = {
  enter: (view) => {
    if (view.parameters.EnableDTMFBuffer !== undefined) {
      return { kind: "unable", why: "needs a touchtone buffer" };
    }
    return view.call.contact.channel === "VOICE"
      ? (isTrue(view.parameters.StoreInput) ? store : menu).enter(view)
      : failed();
  },
  resume: (view, event, waiting) =>
    (isTrue(view.parameters.StoreInput) ? store : menu).resume(view, event, waiting),
};
