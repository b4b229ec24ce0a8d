import { randomUUID } from "node:crypto";
import { ConnectError } from "../protocol/errors";
import { madeBefore, remember } from "../store/client-tokens";
import { findInstance, idOf, invalidParameter } from "../store/lookup";
import { numbersOf } from "../store/numbering";
import type { Account, Operations } from "../store/operation";
import { quotaOf } from "../store/quotas";
import type { ClaimedPhoneNumber, Instance } from "../store/store";

/** Phone numbers: searched, claimed for an instance, released for ever. */
export const phoneNumberOperations: Operations = {
  /** Offers what nobody has claimed: two searches may offer the same number, and one claim then fails. */
  SearchAvailablePhoneNumbers(input, account) {
    const { offeredNumbers } = account.store;
    findTarget(account, input);
    const { PhoneNumberCountryCode, PhoneNumberType, PhoneNumberPrefix, MaxResults = 10 } = input;
    if (PhoneNumberPrefix?.startsWith("+") === false)
      throw invalidParameter(
        `PhoneNumberPrefix must begin with + and the country code, got ${PhoneNumberPrefix}`,
      );
    const AvailableNumbersList = [];
    for (const PhoneNumber of numbersOf(
      PhoneNumberCountryCode,
      PhoneNumberType,
      PhoneNumberPrefix,
    )) {
      if (AvailableNumbersList.length === MaxResults) break;
      const { status = "OFFERED" } = offeredNumbers.get(PhoneNumber) ?? {};
      if (status !== "OFFERED") continue;
      offeredNumbers.set(PhoneNumber, {
        type: PhoneNumberType,
        countryCode: PhoneNumberCountryCode,
        status: "OFFERED",
      });
      AvailableNumbersList.push({ PhoneNumber, PhoneNumberCountryCode, PhoneNumberType });
    }
    return { AvailableNumbersList };
  },

  /**
   * Connect claims in the background, so that a claim over the quota succeeds and the number's
   * status then says why it failed.
   */
  ClaimPhoneNumber(input, account) {
    const { store } = account;
    const repeated = madeBefore(account, "ClaimPhoneNumber", input.ClientToken);
    const known = repeated === undefined ? undefined : store.phoneNumbers.get(repeated);
    if (known !== undefined)
      return { PhoneNumberId: known.PhoneNumberId, PhoneNumberArn: known.PhoneNumberArn };

    const instance = findTarget(account, input);
    const offered = store.offeredNumbers.get(input.PhoneNumber);
    if (offered?.status !== "OFFERED")
      throw invalidParameter(`Phone number not available: ${input.PhoneNumber}`);
    const quota = quotaOf(account, "phoneNumbers");
    const room = numbersOfInstance(account, instance).length < quota;
    if (room) offered.status = "CLAIMED";
    const PhoneNumberId = randomUUID();
    const PhoneNumberArn = `arn:aws:connect:${account.region}:${account.accountId}:phone-number/${PhoneNumberId}`;
    store.phoneNumbers.set(PhoneNumberId, {
      PhoneNumberId,
      PhoneNumberArn,
      PhoneNumber: input.PhoneNumber,
      PhoneNumberCountryCode: offered.countryCode,
      PhoneNumberType: offered.type,
      PhoneNumberDescription: input.PhoneNumberDescription,
      TargetArn: instance.Arn,
      InstanceId: instance.Id,
      Tags: input.Tags ?? {},
      PhoneNumberStatus: room
        ? { Status: "CLAIMED" }
        : {
            Status: "FAILED",
            Message: `an instance has at most ${quota} phone numbers, its quota: ask AWS for a higher one`,
          },
      contactFlowId: undefined,
    });
    remember(account, "ClaimPhoneNumber", input.ClientToken, PhoneNumberId);
    return { PhoneNumberId, PhoneNumberArn };
  },

  DescribePhoneNumber: (input, account) => ({
    ClaimedPhoneNumberSummary: findPhoneNumber(account, input.PhoneNumberId),
  }),

  ListPhoneNumbers(input, account) {
    const numbers = numbersOfInstance(account, findInstance(account, input.InstanceId));
    return {
      PhoneNumberSummaryList: numbers.filter(matching(input)).map((number) => ({
        ...number,
        Id: number.PhoneNumberId,
        Arn: number.PhoneNumberArn,
      })),
    };
  },

  ListPhoneNumbersV2(input, account) {
    const { TargetArn, InstanceId, PhoneNumberPrefix = "" } = input;
    const numbers =
      TargetArn === undefined && InstanceId === undefined
        ? claimed(account)
        : numbersOfInstance(account, findTarget(account, input));
    return {
      ListPhoneNumbersSummaryList: numbers
        .filter(matching(input))
        .filter(({ PhoneNumber }) => PhoneNumber.startsWith(PhoneNumberPrefix)),
    };
  },

  UpdatePhoneNumber(input, account) {
    const number = findPhoneNumber(account, input.PhoneNumberId);
    const instance = findTarget(account, input);
    // A flow belongs to its instance, so that the number leaves it behind.
    if (instance.Id !== number.InstanceId) number.contactFlowId = undefined;
    number.InstanceId = instance.Id;
    number.TargetArn = instance.Arn;
    return { PhoneNumberId: number.PhoneNumberId, PhoneNumberArn: number.PhoneNumberArn };
  },

  UpdatePhoneNumberMetadata(input, account) {
    const number = findPhoneNumber(account, input.PhoneNumberId);
    number.PhoneNumberDescription = input.PhoneNumberDescription ?? number.PhoneNumberDescription;
    return {};
  },

  ReleasePhoneNumber(input, account) {
    const number = findPhoneNumber(account, input.PhoneNumberId);
    release(account, number);
    return {};
  },
};

/** Gives a number back: it is gone, and no search or claim finds it again. */
export function release({ store }: Account, number: ClaimedPhoneNumber): void {
  store.phoneNumbers.delete(number.PhoneNumberId);
  const offered = store.offeredNumbers.get(number.PhoneNumber);
  if (offered?.status === "CLAIMED" && number.PhoneNumberStatus.Status === "CLAIMED")
    offered.status = "RELEASED";
}

/**
 * Finds a claimed number by id or ARN.
 *
 * @throws {ConnectError} ResourceNotFoundException
 */
export function findPhoneNumber({ store }: Account, idOrArn: string): ClaimedPhoneNumber {
  const number = store.phoneNumbers.get(idOf(idOrArn));
  if (number === undefined)
    throw new ConnectError("ResourceNotFoundException", `there is no phone number ${idOrArn}`);
  return number;
}

const claimed = ({ store }: Account): ClaimedPhoneNumber[] =>
  [...store.phoneNumbers.values()].filter(
    ({ PhoneNumberStatus }) => PhoneNumberStatus.Status === "CLAIMED",
  );

/** The numbers claimed for an instance. */
export const numbersOfInstance = (account: Account, { Id }: Instance): ClaimedPhoneNumber[] =>
  claimed(account).filter(({ InstanceId }) => InstanceId === Id);

function matching(input: {
  PhoneNumberTypes?: readonly string[] | undefined;
  PhoneNumberCountryCodes?: readonly string[] | undefined;
}): (number: ClaimedPhoneNumber) => boolean {
  const { PhoneNumberTypes: types = [], PhoneNumberCountryCodes: countries = [] } = input;
  return ({ PhoneNumberType = "", PhoneNumberCountryCode = "" }) =>
    (types.length === 0 || types.includes(PhoneNumberType)) &&
    (countries.length === 0 || countries.includes(PhoneNumberCountryCode));
}

function findTarget(
  account: Account,
  input: { TargetArn?: string | undefined; InstanceId?: string | undefined },
): Instance {
  const { TargetArn, InstanceId } = input;
  if (TargetArn?.includes(":traffic-distribution-group/") === true)
    throw new ConnectError(
      "InvalidParameterException",
      "TargetArn must be the ARN of an instance: traffic distribution groups are not emulated",
    );
  const target = TargetArn ?? InstanceId;
  if (target === undefined)
    throw invalidParameter("TargetArn or InstanceId must say which instance the number is for");
  return findInstance(account, target);
}
