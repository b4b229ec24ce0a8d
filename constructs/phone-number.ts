import { ConnectPhoneNumber } from "@cdktf/provider-aws/lib/connect-phone-number";
import { Construct } from "constructs";

import type { PhoneNumberValue } from "./contact-center-value";
import { guard } from "./lifecycle";
import type { Instance } from "./instance";

/** Properties of a {@link PhoneNumber}. */
export interface PhoneNumberProps {
  readonly instance: Instance;
  readonly value: PhoneNumberValue;
  /**
   * The id of a number that the instance has already.
   * @default - a number is claimed
   */
  readonly adopt?: string;
  readonly guarded: boolean;
}

/**
 * The claimed number. Prefix and description are read once: editing either would release the
 * number, which then can't be had back for up to 180 days.
 */
export class PhoneNumber extends Construct {
  public readonly phoneNumberId: string;
  public readonly phoneNumberArn: string;
  /** In E.164. */
  public readonly phoneNumber: string;

  public constructor(scope: Construct, id: string, props: PhoneNumberProps) {
    super(scope, id);
    const { instance, value, adopt, guarded } = props;
    const number = new ConnectPhoneNumber(this, "Resource", {
      targetArn: instance.instanceArn,
      countryCode: value.country,
      type: value.type,
      prefix: value.prefix,
      lifecycle: guard(guarded, ["prefix", "description"]),
    });
    if (adopt !== undefined) {
      number.importFrom(adopt);
    }
    this.phoneNumberId = number.id;
    this.phoneNumberArn = number.arn;
    this.phoneNumber = number.phoneNumber;
  }
}
