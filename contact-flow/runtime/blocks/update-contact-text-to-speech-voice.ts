import { setting } from "../block";

/**
 * Set voice: who speaks from now on.
 * @see https://docs.aws.amazon.com/connect/latest/devguide/contact-actions-updatecontacttexttospeechvoice.html
 */
export const updateContactTextToSpeechVoice = setting(({ value }) => {
  const voice = value("TextToSpeechVoice");
  return voice === undefined ? undefined : { voice };
});
