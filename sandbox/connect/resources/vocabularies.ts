import type { Vocabulary as VocabularyAnswer } from "@aws-sdk/client-connect";
import { madeBefore, remember } from "../store/client-tokens";
import { add, find, findInstance, inUse, newIdInQuota, requireUniqueName } from "../store/lookup";
import type { Operations } from "../store/operation";
import type { Vocabulary } from "../store/store";

/** Custom vocabularies of Contact Lens: made and gone at once, and their tables taken as they are. */
export const vocabularyOperations: Operations = {
  CreateVocabulary(input, account) {
    const instance = findInstance(account, input.InstanceId);
    const made = instance.vocabularies.get(
      madeBefore(account, "CreateVocabulary", input.ClientToken) ?? "",
    );
    if (made !== undefined)
      return { VocabularyId: made.Id, VocabularyArn: made.Arn, State: made.State };
    requireUniqueName(instance, "vocabularies", input.VocabularyName);
    const { id, arn } = newIdInQuota(account, instance, "vocabularies");
    add(instance, "vocabularies", {
      Id: id,
      Arn: arn,
      Name: input.VocabularyName,
      LanguageCode: input.LanguageCode,
      Content: input.Content,
      State: "ACTIVE",
      LastModifiedTime: account.now(),
      Tags: input.Tags ?? {},
    });
    remember(account, "CreateVocabulary", input.ClientToken, id);
    return { VocabularyId: id, VocabularyArn: arn, State: "ACTIVE" };
  },

  DescribeVocabulary(input, account): { Vocabulary: VocabularyAnswer } {
    const instance = findInstance(account, input.InstanceId);
    return { Vocabulary: find(instance, "vocabularies", input.VocabularyId) };
  },

  SearchVocabularies(input, account) {
    const { vocabularies } = findInstance(account, input.InstanceId);
    const { State, NameStartsWith = "", LanguageCode } = input;
    const isWanted = (one: Vocabulary): boolean =>
      (State === undefined || one.State === State) &&
      (LanguageCode === undefined || one.LanguageCode === LanguageCode) &&
      one.Name.startsWith(NameStartsWith);
    return { VocabularySummaryList: [...vocabularies.values()].filter(isWanted) };
  },

  DeleteVocabulary(input, account) {
    const instance = findInstance(account, input.InstanceId);
    const { Id, Arn } = find(instance, "vocabularies", input.VocabularyId);
    for (const [language, id] of instance.defaultVocabularies)
      if (id === Id)
        throw inUse("vocabularies", Id, `the instance, as its default for ${language}`);
    instance.vocabularies.delete(Id);
    return { VocabularyId: Id, VocabularyArn: Arn, State: "DELETE_IN_PROGRESS" };
  },

  /** Without a vocabulary, the language has no default any more. */
  AssociateDefaultVocabulary(input, account) {
    const instance = findInstance(account, input.InstanceId);
    const { defaultVocabularies } = instance;
    if (input.VocabularyId === undefined) defaultVocabularies.delete(input.LanguageCode);
    else {
      const { Id } = find(instance, "vocabularies", input.VocabularyId);
      defaultVocabularies.set(input.LanguageCode, Id);
    }
    return {};
  },

  ListDefaultVocabularies(input, account) {
    const instance = findInstance(account, input.InstanceId);
    return {
      DefaultVocabularyList: [...instance.defaultVocabularies]
        .filter(([language]) => [undefined, language].includes(input.LanguageCode))
        .map(([LanguageCode, id]) => ({
          InstanceId: instance.Id,
          LanguageCode,
          VocabularyId: id,
          VocabularyName: find(instance, "vocabularies", id).Name,
        })),
    };
  },
};
