import {
  AssociateDefaultVocabularyCommand,
  CreateVocabularyCommand,
  type CreateVocabularyRequest,
  DeleteVocabularyCommand,
  DescribeVocabularyCommand,
  ListDefaultVocabulariesCommand,
  ListTagsForResourceCommand,
  SearchVocabulariesCommand,
  type SearchVocabulariesRequest,
} from "@aws-sdk/client-connect";
import { expect } from "chai";
import { connectUnderTest, itEmulated, refusal } from "../../../support/connect-under-test";

const WAITS = "AWS takes minutes to make one";
const Content = "Phrase\tIPA\tSoundsLike\tDisplayAs\nK-W-Global\t\t\tKWGlobal\n";

describe("vocabularies", () => {
  const under = connectUnderTest();
  const inInstance = () => ({ InstanceId: under.instanceId });
  const named = (VocabularyId: string) => ({ ...inInstance(), VocabularyId });

  const create = async (members: Partial<CreateVocabularyRequest> = {}) => {
    const { VocabularyId = "" } = await under.client.send(
      new CreateVocabularyCommand({
        ...inInstance(),
        VocabularyName: under.unique("words").replaceAll(" ", "-"),
        LanguageCode: "en-US",
        Content,
        ...members,
      }),
    );
    under.afterwards(() => under.client.send(new DeleteVocabularyCommand(named(VocabularyId))));
    return VocabularyId;
  };
  const describeOne = async (id: string) =>
    (await under.client.send(new DescribeVocabularyCommand(named(id)))).Vocabulary;
  const setDefault = (VocabularyId?: string) =>
    under.client.send(
      new AssociateDefaultVocabularyCommand({
        ...inInstance(),
        LanguageCode: "en-US",
        ...(VocabularyId === undefined ? {} : { VocabularyId }),
      }),
    );
  const defaults = async () =>
    (await under.client.send(new ListDefaultVocabulariesCommand(inInstance())))
      .DefaultVocabularyList;
  const found = async (criteria: Partial<SearchVocabulariesRequest>) =>
    (
      await under.client.send(new SearchVocabulariesCommand({ ...inInstance(), ...criteria }))
    ).VocabularySummaryList?.map(({ Id }) => Id);

  itEmulated("are described as they were made, and can be used at once", WAITS, async () => {
    const id = await create({ VocabularyName: "our-words", Tags: { team: "sales" } });
    const made = await describeOne(id);
    expect(made).to.deep.include({
      ...{ Id: id, Name: "our-words", LanguageCode: "en-US", Content },
      ...{ State: "ACTIVE", Tags: { team: "sales" } },
    });
    expect(made?.Arn).to.match(new RegExp(`:instance/${under.instanceId}/vocabulary/${id}$`));
    expect(made?.LastModifiedTime).to.be.instanceOf(Date);
    const { tags } = await under.client.send(
      new ListTagsForResourceCommand({ resourceArn: made?.Arn }),
    );
    expect(tags).to.deep.equal({ team: "sales" });
  });

  itEmulated("have a name of their own", WAITS, async () => {
    await create({ VocabularyName: "twice" });
    const { name } = await refusal(create({ VocabularyName: "twice" }));
    expect(name).to.equal("ResourceConflictException");
  });

  itEmulated("are made once for a client token", WAITS, async () => {
    const once = { VocabularyName: "once", ClientToken: "the-token" };
    expect(await create(once)).to.equal(await create(once));
  });

  itEmulated("are found by state, language and the beginning of the name", WAITS, async () => {
    const english = await create({ VocabularyName: "a-english" });
    const german = await create({ VocabularyName: "a-german", LanguageCode: "de-DE" });
    expect(await found({ NameStartsWith: "a-" })).to.have.members([english, german]);
    expect(await found({ LanguageCode: "de-DE" })).to.deep.equal([german]);
    expect(await found({ NameStartsWith: "german" })).to.deep.equal([]);
    expect(await found({ State: "CREATION_FAILED" })).to.deep.equal([]);
  });

  itEmulated("are a language's default until it has another or none", WAITS, async () => {
    const [one, other] = [await create({ VocabularyName: "one" }), await create()];
    await setDefault(one);
    expect(await defaults()).to.deep.equal([
      { ...inInstance(), LanguageCode: "en-US", VocabularyId: one, VocabularyName: "one" },
    ]);
    const { name, message } = await refusal(
      under.client.send(new DeleteVocabularyCommand(named(one))),
    );
    expect(name).to.equal("ResourceInUseException");
    expect(message).to.contain("en-US");
    await setDefault(other);
    expect((await defaults())?.map(({ VocabularyId }) => VocabularyId)).to.deep.equal([other]);
    await setDefault();
    expect(await defaults()).to.deep.equal([]);
  });

  itEmulated("are gone once deleted", WAITS, async () => {
    const id = await create();
    await under.client.send(new DeleteVocabularyCommand(named(id)));
    expect((await refusal(describeOne(id))).name).to.equal("ResourceNotFoundException");
    expect((await refusal(setDefault(id))).name).to.equal("ResourceNotFoundException");
  });
});
