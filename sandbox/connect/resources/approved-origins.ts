import { ConnectError } from "../protocol/errors";
import { findInstance, invalidParameter } from "../store/lookup";
import type { Operations } from "../store/operation";

/** The web origins that may embed an instance's agent workspace. */
export const approvedOriginOperations: Operations = {
  AssociateApprovedOrigin(input, account) {
    const { Id, approvedOrigins } = findInstance(account, input.InstanceId);
    if (!isOrigin(input.Origin))
      throw invalidParameter(
        `Origin must be https:// (or http://localhost) and a host, without a path, got ${input.Origin}`,
      );
    if (approvedOrigins.includes(input.Origin))
      throw new ConnectError(
        "ResourceConflictException",
        `instance ${Id} approves the origin ${input.Origin} already`,
      );
    approvedOrigins.push(input.Origin);
    return {};
  },

  ListApprovedOrigins: (input, account) => ({
    Origins: findInstance(account, input.InstanceId).approvedOrigins,
  }),

  DisassociateApprovedOrigin(input, account) {
    const { Id, approvedOrigins } = findInstance(account, input.InstanceId);
    const index = approvedOrigins.indexOf(input.Origin);
    if (index === -1)
      throw new ConnectError(
        "ResourceNotFoundException",
        `instance ${Id} does not approve the origin ${input.Origin}`,
      );
    approvedOrigins.splice(index, 1);
    return {};
  },
};

/** https://docs.aws.amazon.com/connect/latest/adminguide/app-integration.html; `*` is a host's first part. */
function isOrigin(text: string): boolean {
  const [, scheme, host = ""] = /^(https?):\/\/([\w.*-]+(?::\d{1,5})?)\/?$/.exec(text) ?? [];
  return scheme === "https" || (scheme === "http" && /^localhost(:\d+)?$/.test(host));
}
