import { setting } from "../block";
import { texts } from "../maps";

/**
 * Set contact attributes.
 * @see https://docs.aws.amazon.com/connect/latest/devguide/contact-actions-updatecontactattributes.html
 */
export const updateContactAttributes = setting((view) => ({
  attributes: { ...view.call.contact.attributes, ...texts(view.parameters.Attributes, view) },
}));
