import { CONTACT_MOVES } from "./contact-moves";
import { CONTACT_SETTINGS } from "./contact-settings";

/**
 * Contact actions: they need a contact.
 * @see https://docs.aws.amazon.com/connect/latest/devguide/contact-actions.html
 */
export const CONTACT = { ...CONTACT_SETTINGS, ...CONTACT_MOVES } as const;
