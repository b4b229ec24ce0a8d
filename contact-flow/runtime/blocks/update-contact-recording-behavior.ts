import { setting } from "../block";

/**
 * Set recording and analytics behavior: whom to record from now on; nobody stops it.
 * @see https://docs.aws.amazon.com/connect/latest/devguide/contact-actions-updatecontactrecordingbehavior.html
 */
export const updateContactRecordingBehavior = setting(({ parameters }) => {
  const behavior = parameters.RecordingBehavior as {
    readonly RecordedParticipants?: readonly string[];
  };
  return { recorded: behavior.RecordedParticipants ?? [] };
});
