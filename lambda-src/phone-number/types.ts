/** A phone number that can be dialled from anywhere. */
export interface PhoneNumber {
  /** `+` and 8 to 15 digits (ITU-T E.164). */
  readonly e164: string;
  /** The country's digits, without the `+`. */
  readonly callingCode: string;
  /** The digits after the calling code, at least seven. */
  readonly national: string;
}

/** Why a text is no phone number to make vanity numbers of. */
export type PhoneNumberFault =
  "phone-needs-country" | "phone-not-a-number" | "phone-too-short" | "phone-unreadable-letters";

/** The text is no phone number; the message says what would be one. */
export class PhoneNumberError extends Error {
  public override readonly name = "PhoneNumberError";

  public constructor(
    public readonly fault: PhoneNumberFault,
    message: string,
  ) {
    super(message);
  }
}
