import { AdaptiveRetryStrategy } from "@smithy/core/retry";

/** With the SDK's back-off, this many attempts outlast a minute. */
const ATTEMPTS = 12;

/**
 * Connect allows 2 requests a second and a burst of 5 for an account's whole region, so others may
 * use them up: this slows down as the service asks, and goes on trying. A quota that is used up
 * answers with the same status as throttling, but waiting doesn't mend it.
 * @see https://docs.aws.amazon.com/connect/latest/APIReference/best-practices-connect-apis.html
 */
export class PatientRetryStrategy extends AdaptiveRetryStrategy {
  public constructor() {
    super(ATTEMPTS);
  }

  public override async refreshRetryTokenForRetry(
    ...[token, failure]: Parameters<AdaptiveRetryStrategy["refreshRetryTokenForRetry"]>
  ) {
    const { error } = failure as { readonly error?: unknown };
    if (error instanceof Error && error.name === "LimitExceededException") {
      throw error;
    }
    return await super.refreshRetryTokenForRetry(token, failure);
  }
}
