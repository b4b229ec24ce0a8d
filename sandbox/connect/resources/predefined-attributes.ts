import type { PredefinedAttribute as PredefinedAttributeAnswer } from "@aws-sdk/client-connect";
import { ConnectError } from "../protocol/errors";
import { given } from "../store/changes";
import { findInstance, invalidParameter } from "../store/lookup";
import { type Account, modified, type Operations } from "../store/operation";
import { search } from "../store/search";
import type { Instance, PredefinedAttribute } from "../store/store";

/** https://docs.aws.amazon.com/connect/latest/adminguide/predefined-attributes.html */
const NAME = /^(?!(?:aws:|connect:))[\p{L}\p{Z}\p{N}_.:/=+\-@']+$/u;
/** Its values are Connect's; those of the other one may be added to. */
const UNCHANGEABLE = "connect:Subtype";
/** What Connect itself brings along. Which values these have, AWS doesn't publish. */
const SYSTEM = ["connect:Language", UNCHANGEABLE];

/** Names with values by which contacts are routed to agents, or described. Names are their ids. */
export const predefinedAttributeOperations: Operations = {
  CreatePredefinedAttribute(input, account) {
    const { predefinedAttributes } = findInstance(account, input.InstanceId);
    const { Name, Values, Purposes, AttributeConfiguration } = input;
    requireName("Name", Name);
    requireValues(Values?.StringList);
    const same = [...predefinedAttributes.keys()].find(
      (name) => name.toLowerCase() === Name.toLowerCase(),
    );
    if (same !== undefined)
      throw new ConnectError(
        "DuplicateResourceException",
        `names of predefined attributes must differ in more than case, got ${Name} besides ${same}`,
      );
    predefinedAttributes.set(Name, {
      ...{ Name, Values: { StringList: Values?.StringList ?? [] } },
      ...given({ Purposes, AttributeConfiguration }),
      ...modified(account),
    });
    return {};
  },

  DescribePredefinedAttribute(input, account): { PredefinedAttribute: PredefinedAttributeAnswer } {
    const instance = findInstance(account, input.InstanceId);
    return { PredefinedAttribute: findAttribute(instance, input.Name) };
  },

  ListPredefinedAttributes(input, account) {
    const { predefinedAttributes } = findInstance(account, input.InstanceId);
    return { PredefinedAttributeSummaryList: [...predefinedAttributes.values()] };
  },

  SearchPredefinedAttributes(input, account) {
    const { predefinedAttributes } = findInstance(account, input.InstanceId);
    // They have no tags.
    const found = search<PredefinedAttribute & { Tags?: Record<string, string> }>(
      predefinedAttributes.values(),
      input,
      { fields: { name: ({ Name }) => Name } },
    );
    return { PredefinedAttributes: found, ApproximateTotalCount: found.length };
  },

  UpdatePredefinedAttribute(input, account) {
    const instance = findInstance(account, input.InstanceId);
    const attribute = findAttribute(instance, input.Name);
    if (input.Name === UNCHANGEABLE) throw ofConnect(input.Name, "be changed");
    const { Values, Purposes, AttributeConfiguration } = input;
    requireValues(Values?.StringList);
    Object.assign(
      attribute,
      given({ Values, Purposes, AttributeConfiguration }),
      modified(account),
    );
    return {};
  },

  DeletePredefinedAttribute(input, account) {
    const instance = findInstance(account, input.InstanceId);
    const { Name } = findAttribute(instance, input.Name);
    if (SYSTEM.includes(Name)) throw ofConnect(Name, "be deleted");
    instance.predefinedAttributes.delete(Name);
    return {};
  },
};

/** The predefined attributes of a new instance, by name. */
export const systemAttributes = (account: Account): Map<string, PredefinedAttribute> =>
  new Map(SYSTEM.map((Name) => [Name, { Name, Values: { StringList: [] }, ...modified(account) }]));

function findAttribute({ predefinedAttributes }: Instance, name: string): PredefinedAttribute {
  const attribute = predefinedAttributes.get(name);
  if (attribute === undefined)
    throw new ConnectError(
      "ResourceNotFoundException",
      `the instance has no predefined attribute ${JSON.stringify(name)}`,
    );
  return attribute;
}

function requireName(member: string, text: string): void {
  if (!NAME.test(text))
    throw invalidParameter(
      `${member} must be of letters, digits, spaces and _.:/=+-@', and not begin with aws: or connect:, got ${text}`,
    );
}

function requireValues(StringList: readonly string[] = []): void {
  for (const value of StringList) requireName("Values.StringList", value);
  const twice = StringList.find((value, index) => StringList.indexOf(value) < index);
  if (twice !== undefined)
    throw invalidParameter(`Values.StringList must have each value once, got ${twice} again`);
}

const ofConnect = (name: string, what: string): ConnectError =>
  invalidParameter(`Name must not be ${name}, which is Amazon Connect's own and can't ${what}`);
