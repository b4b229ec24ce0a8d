import { setting } from "../block";
import { texts } from "../maps";

/** Contact tags: six of the author's at most. @see https://docs.aws.amazon.com/connect/latest/devguide/contact-actions-tagcontact.html */
export const tagContact = setting((view) => {
  const tags = { ...view.call.contact.tags, ...texts(view.parameters.Tags, view) };
  return Object.keys(tags).length > 6 ? undefined : { tags };
});
