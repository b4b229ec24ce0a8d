import { type Block, done, failed } from "../block";

interface VoiceBehavior {
  readonly VoiceRecordingBehavior?: { readonly RecordedParticipants?: readonly string[] };
}

/**
 * Set recording, analytics and processing behavior: the voice of the parties; screens and analytics
 * change nothing that a call could show.
 * @see https://docs.aws.amazon.com/connect/latest/devguide/contact-actions-updatecontactrecordingandanalyticsbehavior.html
 */
export const updateContactRecordingAndAnalyticsBehavior: Block = {
  enter: ({ parameters, call: { contact } }) => {
    if (parameters.ChatBehavior !== undefined && contact.channel !== "CHAT") {
      return failed("ChannelMismatch");
    }
    if (parameters.VoiceBehavior !== undefined && contact.channel !== "VOICE") {
      return failed("ChannelMismatch");
    }
    const { VoiceRecordingBehavior } = (parameters.VoiceBehavior ?? {}) as VoiceBehavior;
    return done({
      contact: { recorded: VoiceRecordingBehavior?.RecordedParticipants ?? contact.recorded },
    });
  },
};
