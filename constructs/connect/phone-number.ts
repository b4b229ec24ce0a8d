import { ConnectPhoneNumber } from "@cdktf/provider-aws/lib/connect-phone-number";
import { Construct } from "constructs";

import type { PhoneNumberValue } from "../value/contact-center-value";
import { guard } from "../terraform/lifecycle";
import type { Instance } from "./instance";

/** Properties of a {@link PhoneNumber}. */
export interface PhoneNumberProps {
  /** The instance that it belongs to. */
  readonly instance: Instance;
  /** What it is, from the center's value. */
  readonly value: PhoneNumberValue;
  /**
   * The id of a number that the instance already has.
   * @default - a number is claimed
   */
  readonly adopt?: string;
  /** Whether Terraform refuses to destroy it. */
  readonly guarded: boolean;
}

/**
 * The claimed number. Later edits of prefix and description are ignored: either would release the number,
 * which then can't be claimed again for up to 180 days.
 */
export class PhoneNumber extends Construct {
  /** The number's id, known after the apply. */
  public readonly phoneNumberId: string;
  /** The number's ARN, known after the apply. */
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
