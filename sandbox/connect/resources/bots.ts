import type { LexBotConfig } from "@aws-sdk/client-connect";
import { ConnectError } from "../protocol/errors";
import { findInstance } from "../store/lookup";
import type { Account, Operations } from "../store/operation";

/**
 * Amazon Lex bots that an instance's flows may use. There is no Amazon Lex here, so that a bot is taken
 * on trust: see docs/connect-emulator.md.
 */
export const botOperations: Operations = {
  AssociateBot: associate,
  DisassociateBot: disassociate,

  ListBots: (input, account) => ({
    LexBots: findInstance(account, input.InstanceId).bots.filter(
      ({ LexV2Bot }) => (input.LexVersion === "V2") === (LexV2Bot !== undefined),
    ),
  }),

  AssociateLexBot: associate,

  DisassociateLexBot: ({ InstanceId, BotName, LexRegion }, account) =>
    disassociate({ InstanceId, LexBot: { Name: BotName, LexRegion } }, account),

  ListLexBots: (input, account) => ({
    LexBots: findInstance(account, input.InstanceId).bots.flatMap(({ LexBot }) => LexBot ?? []),
  }),
};

/** How many an instance may have, by default: Amazon Connect service quotas. */
const QUOTAS = { "Amazon Lex bots": 70, "Amazon Lex V2 bot aliases": 100 } as const;

interface BotOfInstance extends LexBotConfig {
  readonly InstanceId: string | undefined;
}

function associate(input: BotOfInstance, account: Account): object {
  const { Id, bots } = findInstance(account, input.InstanceId ?? "");
  const bot = botOf(input);
  if (bots.some((other) => isSame(other, bot)))
    throw new ConnectError(
      "ResourceConflictException",
      `instance ${Id} has ${nameOf(bot)} already`,
    );
  const label = bot.LexV2Bot === undefined ? "Amazon Lex bots" : "Amazon Lex V2 bot aliases";
  const alike = bots.filter(({ LexV2Bot }) => Boolean(LexV2Bot) === Boolean(bot.LexV2Bot));
  if (alike.length >= QUOTAS[label])
    throw new ConnectError(
      "ServiceQuotaExceededException",
      `the instance has reached its quota of ${QUOTAS[label]} ${label}: ask AWS for a higher one`,
    );
  bots.push(bot);
  return {};
}

function disassociate(input: BotOfInstance, account: Account): object {
  const { Id, bots } = findInstance(account, input.InstanceId ?? "");
  const bot = botOf(input);
  const index = bots.findIndex((other) => isSame(other, bot));
  if (index === -1)
    throw new ConnectError("ResourceNotFoundException", `instance ${Id} has not ${nameOf(bot)}`);
  bots.splice(index, 1);
  return {};
}

/** The one bot that is given. */
function botOf({ LexBot, LexV2Bot }: LexBotConfig): LexBotConfig {
  if ((LexBot === undefined) === (LexV2Bot === undefined))
    throw new ConnectError("InvalidRequestException", "either LexBot or LexV2Bot must be given");
  return LexBot === undefined ? { LexV2Bot } : { LexBot };
}

const isSame = (one: LexBotConfig, other: LexBotConfig): boolean => nameOf(one) === nameOf(other);

const nameOf = ({ LexBot, LexV2Bot }: LexBotConfig): string =>
  LexBot === undefined
    ? `the Amazon Lex V2 bot alias ${LexV2Bot?.AliasArn ?? ""}`
    : `the Amazon Lex bot ${LexBot.Name ?? ""} in ${LexBot.LexRegion ?? ""}`;
