import { ConnectError } from "../protocol/errors";
import { collection, kindOfSegment } from "../store/kinds";
import type { Account, Operations } from "../store/operation";

/** Tags on whatever has an ARN. */
export const tagOperations: Operations = {
  TagResource(input, account) {
    const resource = findResource(account, input.resourceArn);
    const tags = { ...resource.Tags, ...input.tags };
    if (Object.keys(tags).length > 50)
      throw new ConnectError(
        "InvalidParameterException",
        `a resource has at most 50 tags, and ${input.resourceArn} would have more`,
      );
    resource.Tags = tags;
    return {};
  },

  UntagResource(input, account) {
    const resource = findResource(account, input.resourceArn);
    resource.Tags = Object.fromEntries(
      Object.entries(resource.Tags ?? {}).filter(([key]) => !input.tagKeys.includes(key)),
    );
    return {};
  },

  ListTagsForResource: (input, account) => ({
    tags: findResource(account, input.resourceArn).Tags ?? {},
  }),
};

/** `instance/<id>`, `instance/<id>/<segment>/<id>` or `phone-number/<id>`, after the account. */
const RESOURCE =
  /^arn:aws[\w-]*:connect:([\w-]+):(\d{12}):([\w-]+)\/([\w-]+)(?:\/([\w-]+)\/([\w-]+))?$/;

function findResource(
  { store, region, accountId }: Account,
  arn: string,
): { Tags?: Record<string, string> | undefined } {
  const match = RESOURCE.exec(arn);
  if (match === null)
    throw new ConnectError(
      "InvalidParameterException",
      `resourceArn must be the ARN of a thing in Amazon Connect, got ${arn}`,
    );
  const [, itsRegion, itsAccount, root, rootId = "", segment, id = ""] = match;
  const isHere = itsRegion === region && itsAccount === accountId;
  const instance = root === "instance" ? store.instances.get(rootId) : undefined;
  const kind = segment === undefined ? undefined : kindOfSegment(segment);
  const found =
    root === "phone-number"
      ? store.phoneNumbers.get(rootId)
      : segment === undefined
        ? instance
        : kind && instance && collection(instance, kind).get(id);
  if (!isHere || found === undefined)
    throw new ConnectError("ResourceNotFoundException", `there is no resource ${arn}`);
  return found;
}
