import {
  AssociateBotCommand,
  AssociateLexBotCommand,
  DisassociateBotCommand,
  DisassociateLexBotCommand,
  type LexBotConfig,
  ListBotsCommand,
  ListLexBotsCommand,
} from "@aws-sdk/client-connect";
import { expect } from "chai";
import { connectUnderTest, itEmulated, refusal } from "../../../support/connect-under-test";

const LEX = "Amazon Lex has no such bot";
const V1: LexBotConfig = { LexBot: { Name: "OrderFlowers", LexRegion: "us-east-1" } };
const V2: LexBotConfig = {
  LexV2Bot: { AliasArn: "arn:aws:lex:us-east-1:123456789012:bot-alias/ABCDEFGHIJ/TSTALIASID" },
};

describe("bots of an instance", () => {
  const under = connectUnderTest();
  const inInstance = () => ({ InstanceId: under.instanceId });
  const disassociate = (bot: LexBotConfig) =>
    under.client.send(new DisassociateBotCommand({ ...inInstance(), ...bot }));
  const associate = async (bot: LexBotConfig) => {
    await under.client.send(new AssociateBotCommand({ ...inInstance(), ...bot }));
    under.afterwards(() => disassociate(bot));
  };
  const list = async (LexVersion: "V1" | "V2") =>
    (await under.client.send(new ListBotsCommand({ ...inInstance(), LexVersion }))).LexBots;

  itEmulated("are listed by the version of Amazon Lex", LEX, async () => {
    await associate(V1);
    await associate(V2);
    expect(await list("V1")).to.deep.equal([V1]);
    expect(await list("V2")).to.deep.equal([V2]);
  });

  itEmulated("of version 1 have operations of their own", LEX, async () => {
    const lexBot = () => under.client.send(new ListLexBotsCommand(inInstance()));
    await under.client.send(new AssociateLexBotCommand({ ...inInstance(), LexBot: V1.LexBot }));
    await associate(V2);
    expect((await lexBot()).LexBots).to.deep.equal([V1.LexBot]);
    expect(await list("V1")).to.deep.equal([V1]);
    const gone = { ...inInstance(), BotName: V1.LexBot?.Name, LexRegion: V1.LexBot?.LexRegion };
    await under.client.send(new DisassociateLexBotCommand(gone));
    expect((await lexBot()).LexBots).to.deep.equal([]);
  });

  for (const bot of [V1, V2])
    itEmulated(`are associated once (${Object.keys(bot).join("")})`, LEX, async () => {
      await associate(bot);
      expect((await refusal(associate(bot))).name).to.equal("ResourceConflictException");
      await disassociate(bot);
      expect((await refusal(disassociate(bot))).name).to.equal("ResourceNotFoundException");
    });

  it("are named one at a time", async () => {
    for (const bot of [{}, { ...V1, ...V2 }])
      expect((await refusal(associate(bot))).name).to.equal("InvalidRequestException");
  });

  itEmulated("are 70 of version 1, and 100 aliases of version 2", LEX, async () => {
    for (const [quota, bot] of [
      [70, (n: number) => ({ LexBot: { Name: `bot-${n}`, LexRegion: "us-east-1" } })],
      [100, (n: number) => ({ LexV2Bot: { AliasArn: `${V2.LexV2Bot?.AliasArn ?? ""}${n}` } })],
    ] as const) {
      for (let n = 0; n < quota; n++) await associate(bot(n));
      const { name, message } = await refusal(associate(bot(quota)));
      expect(name).to.equal("ServiceQuotaExceededException");
      expect(message).to.contain(`quota of ${quota}`);
    }
  });
});
