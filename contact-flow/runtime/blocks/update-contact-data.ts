import { setting } from "../block";

const DATA = ["Name", "Description", "CustomerId"] as const;

/**
 * Set contact attributes, of the contact itself: name, description, customer id, language.
 * @see https://docs.aws.amazon.com/connect/latest/devguide/contact-actions-updatecontactdata.html
 */
export const updateContactData = setting(({ call: { contact }, value }) => {
  const set = DATA.flatMap((key) => {
    const text = value(key);
    return text === undefined ? [] : [[key, text] as const];
  });
  return {
    data: { ...contact.data, ...Object.fromEntries(set) },
    language: value("LanguageCode") ?? contact.language,
  };
});
