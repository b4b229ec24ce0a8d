import { type Block, done, failed } from "../block";
import { isDialable, toE164 } from "../phone-number";

/**
 * Set callback number. A withheld or impossible number is invalid, one of a country that the
 * instance may not call is not dialable.
 * @see https://docs.aws.amazon.com/connect/latest/devguide/contact-actions-updatecontactcallbacknumber.html
 */
export const updateContactCallbackNumber: Block = {
  enter: ({ value, call, center }) => {
    const number = toE164(value("CallbackNumber") ?? "", center);
    if (number === undefined || call.contact.channel !== "VOICE") {
      return failed("InvalidCallbackNumber");
    }
    return isDialable(number, center)
      ? done({ contact: { callbackNumber: number } })
      : failed("CallbackNumberNotDialable");
  },
};
