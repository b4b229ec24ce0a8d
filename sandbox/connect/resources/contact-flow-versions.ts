import { findFlow, findVersion, sha256 } from "./contact-flows";
import { ConnectError } from "../protocol/errors";
import type { Operations } from "../store/operation";

/**
 * Versions of a flow: what was published, kept under a number that is never given again. AWS documents
 * CreateContactFlowVersion for flows of type CAMPAIGN only, not how it refuses the others: they are taken.
 */
export const contactFlowVersionOperations: Operations = {
  CreateContactFlowVersion(input, account) {
    const { flow } = findFlow(account, input);
    const content = flow.Content;
    if (content === undefined)
      throw new ConnectError(
        "InvalidRequestException",
        `the contact flow ${flow.Name} is not published`,
      );
    const given = input.FlowContentSha256;
    if (given !== undefined && given !== sha256(content))
      throw new ConnectError(
        "InvalidRequestException",
        `FlowContentSha256 must be the published content's, ${sha256(content)}`,
      );
    const versions = (flow.versions ??= []);
    const same = versions.find((version) => version.content === content && !version.deleted);
    const version = same ?? {
      number: versions.length + 1,
      content,
      description: input.Description,
      deleted: false,
    };
    if (!same) versions.push(version);
    return { ContactFlowArn: flow.Arn, Version: version.number };
  },

  ListContactFlowVersions(input, account) {
    const { flow } = findFlow(account, input);
    return {
      ContactFlowVersionSummaryList: (flow.versions ?? [])
        .filter(({ deleted }) => !deleted)
        .map(({ number, description }) => ({
          Arn: `${flow.Arn}:${number}`,
          VersionDescription: description,
          Version: number,
        })),
    };
  },

  DeleteContactFlowVersion(input, account) {
    const { flow } = findFlow(account, input);
    findVersion(flow, input.ContactFlowVersion).deleted = true;
    return {};
  },
};
