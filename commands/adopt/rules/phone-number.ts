import { BatchGetFlowAssociationCommand } from "@aws-sdk/client-connect";

import { OperatorError } from "../../../sandbox/machine/errors";
import type { LiveInstance, LiveNumber } from "../live-instance";
import { AmbiguousMatchError } from "../match";
import type { ImportRule } from "../rule";

/**
 * The center's number: the only one, the one that was named, or the only one that a flow answers.
 *
 * @throws AmbiguousMatchError where several could be it.
 * @throws OperatorError where it is of another country or type than the code's: Terraform would
 *   release it and claim another.
 */
export const importPhoneNumber: ImportRule = async (wanted, { instance, phoneNumber }) => {
  if (instance === undefined) return undefined;
  const numbers = await instance.numbers();
  const number =
    phoneNumber === undefined ? await theOne(instance, numbers) : named(phoneNumber, numbers);
  if (number === undefined) return undefined;
  for (const [attribute, live] of [
    ["country_code", number.country],
    ["type", number.type],
  ] as const) {
    const code = wanted.text(attribute);
    if (code !== live) {
      throw new OperatorError(
        `${number.name} has the ${attribute.replace("_", " ")} ${live}, the code's phoneNumber ${code}: an apply would release it; write ${live} into kwglobal.ts`,
      );
    }
  }
  return number.id;
};

function named(phoneNumber: string, numbers: readonly LiveNumber[]): LiveNumber {
  const number = numbers.find(({ name }) => name === phoneNumber);
  if (number !== undefined) return number;
  throw new OperatorError(
    `--phone-number must be a number of the instance, got ${phoneNumber}; it has ${list(numbers) || "none"}`,
  );
}

async function theOne(
  instance: LiveInstance,
  numbers: readonly LiveNumber[],
): Promise<LiveNumber | undefined> {
  if (numbers.length < 2) return numbers[0];
  const { FlowAssociationSummaryList: associations = [] } = await instance.client.send(
    new BatchGetFlowAssociationCommand({
      InstanceId: instance.id,
      ResourceIds: numbers.map(({ arn }) => arn),
      ResourceType: "VOICE_PHONE_NUMBER",
    }),
  );
  const answered = numbers.filter(({ arn, id }) =>
    associations.some(({ ResourceId }) => ResourceId === arn || ResourceId === id),
  );
  if (answered.length === 1) return answered[0];
  throw new AmbiguousMatchError(
    `the instance has ${numbers.length} numbers, ${list(numbers)}, and a flow answers ${answered.length} of them: say which is the center's with --phone-number`,
  );
}

function list(numbers: readonly LiveNumber[]): string {
  return numbers.map(({ name }) => name).join(", ");
}
