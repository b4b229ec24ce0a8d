import { ConnectError } from "./errors";
import { findInstance } from "./lookup";
import type { Operations } from "./operation";

/** The web origins that may embed an instance's agent workspace. */
export const approvedOriginOperations: Operations = {
  AssociateApprovedOrigin(input, account) {
    const { Id, approvedOrigins } = findInstance(account, input.InstanceId);
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
