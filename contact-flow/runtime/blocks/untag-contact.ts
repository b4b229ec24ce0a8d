import { setting } from "../block";

/** Contact tags, taken off again. @see https://docs.aws.amazon.com/connect/latest/devguide/contact-actions-untagcontact.html */
export const untagContact = setting(({ parameters, call: { contact } }) => {
  const gone = new Set(parameters.TagKeys as readonly string[]);
  return {
    tags: Object.fromEntries(Object.entries(contact.tags).filter(([key]) => !gone.has(key))),
  };
});
