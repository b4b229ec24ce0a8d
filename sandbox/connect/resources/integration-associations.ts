import { randomUUID } from "node:crypto";
import { ConnectError } from "../protocol/errors";
import { given } from "../store/changes";
import { findInstance } from "../store/lookup";
import type { Operations } from "../store/operation";

/** What an application that sends events must say of itself. */
const OF_AN_EVENT = ["SourceApplicationUrl", "SourceApplicationName", "SourceType"] as const;

/** Which applications an instance is integrated with. Whether these are there, nobody asks here. */
export const integrationAssociationOperations: Operations = {
  CreateIntegrationAssociation(input, account) {
    const {
      Id: InstanceId,
      Arn,
      integrationAssociations,
    } = findInstance(account, input.InstanceId);
    const { IntegrationType, IntegrationArn, SourceApplicationUrl, SourceApplicationName } = input;
    const missing = OF_AN_EVENT.filter((member) => input[member] === undefined);
    if (IntegrationType === "EVENT" && missing.length > 0)
      throw new ConnectError(
        "InvalidRequestException",
        `${missing.join(", ")} must be given where IntegrationType is EVENT`,
      );
    const isSame = [...integrationAssociations.values()].some(
      (each) => each.IntegrationType === IntegrationType && each.IntegrationArn === IntegrationArn,
    );
    if (isSame)
      throw new ConnectError(
        "DuplicateResourceException",
        `the instance has an integration of ${IntegrationType} with ${IntegrationArn} already`,
      );
    const IntegrationAssociationId = randomUUID();
    const IntegrationAssociationArn = `${Arn}/integration-association/${IntegrationAssociationId}`;
    integrationAssociations.set(IntegrationAssociationId, {
      ...{ IntegrationAssociationId, IntegrationAssociationArn, InstanceId },
      ...{ IntegrationType, IntegrationArn },
      ...given({ SourceApplicationUrl, SourceApplicationName, SourceType: input.SourceType }),
    });
    return { IntegrationAssociationId, IntegrationAssociationArn };
  },

  ListIntegrationAssociations(input, account) {
    const { integrationAssociations } = findInstance(account, input.InstanceId);
    const { IntegrationType: type, IntegrationArn: arn } = input;
    return {
      IntegrationAssociationSummaryList: [...integrationAssociations.values()].filter(
        ({ IntegrationType, IntegrationArn }) =>
          (type === undefined || IntegrationType === type) &&
          (arn === undefined || IntegrationArn === arn),
      ),
    };
  },

  DeleteIntegrationAssociation(input, account) {
    const { integrationAssociations } = findInstance(account, input.InstanceId);
    const { IntegrationAssociationId: id } = input;
    if (!integrationAssociations.delete(id))
      throw new ConnectError(
        "ResourceNotFoundException",
        `the instance has no integration association ${id}`,
      );
    return {};
  },
};
