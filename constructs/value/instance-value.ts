/** The Amazon Connect instance (spec section 1). */
export interface InstanceValue {
  /**
   * 1 to 45 characters, unique in all of AWS in any spelling: the address is `https://<alias>.my.connect.aws/`
   * in lower case, flow logs go to `/aws/connect/<alias>`, recordings below `connect/<alias>`.
   */
  readonly alias: string;
  /** Whether callers can call the instance. */
  readonly inboundCalls: boolean;
  /** Whether agents and flows can place calls; callbacks need it. */
  readonly outboundCalls: boolean;
  /**
   * The quota _Concurrent active calls per instance_ that AWS has granted, from 1 on.
   * @default - 10, as a new account has it
   */
  readonly concurrentCalls?: number;
  /**
   * Who checks passwords. It can't be changed later: another identity needs a new instance, and the number is
   * lost with the old one. So decide before you go live.
   * @default - Amazon Connect, which has a password for each user and no second factor
   */
  readonly identity?: IdentityValue;
}

/** People sign in at the company's own identity provider; Amazon Connect has no passwords. */
export interface IdentityValue {
  /** SAML 2.0; without an identity, Amazon Connect checks passwords itself. */
  readonly type: "SAML";
  /**
   * The provider's metadata document: a file of this project, such as `saml/metadata.xml`, of
   * 1000 to 10000000 characters.
   */
  readonly metadata: string;
}

/** The number that callers dial. */
export interface PhoneNumberValue {
  /** ISO country code, such as `US`. */
  readonly country: string;
  /** A local number (`DID`), or a toll-free one. */
  readonly type: "DID" | "TOLL_FREE";
  /** The first digits of the number, in E.164: `+1302`. */
  readonly prefix: string;
  /** The flow that answers. */
  readonly flow: string;
}
