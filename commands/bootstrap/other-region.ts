import { S3ServiceException } from "@aws-sdk/client-s3";

import { OperatorError } from "../../sandbox/machine/errors";

/**
 * Tells what S3's answer 301 means to who looks for a bucket: it is in another Region. Any other
 * error is the caller's.
 *
 * @param error - What S3 was caught with.
 * @throws OperatorError that says how to mend it.
 * @see https://docs.aws.amazon.com/AmazonS3/latest/API/ErrorResponses.html
 */
export function refuseOtherRegion(error: unknown, bucket: string): void {
  if (!(error instanceof S3ServiceException) || error.$metadata.httpStatusCode !== 301) return;
  throw new OperatorError(
    `the bucket ${bucket} is in another Region than kwglobal.ts says: mend the account's region, or choose another stateBucket`,
  );
}
