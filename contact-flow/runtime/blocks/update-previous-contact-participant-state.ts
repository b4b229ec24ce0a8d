import { type Block, done, failed } from "../block";

/**
 * Hold customer or agent: of the contact that this transfer came from.
 * @see https://docs.aws.amazon.com/connect/latest/devguide/contact-actions-updatepreviouscontactparticipantstate.html
 */
export const updatePreviousContactParticipantState: Block = {
  enter: ({ value, call: { contact } }) => {
    const state = value("PreviousContactParticipantState");
    const transferred = contact.initiationMethod.endsWith("TRANSFER");
    return state === undefined || !transferred
      ? failed()
      : done({}, [{ type: "holdPrevious", state }]);
  },
};
