import { momentOf } from "../../contact-flow/hours";
import { Desk } from "./desk";
import { timeZoneOf } from "./directory";
import type { Exchange } from "./exchange";
import type { Fields } from "./fields";
import { Refusal } from "./refusal";
import type { Telephone } from "./telephone";
import { errorMessage } from "../machine/errors";

type Command = (exchange: Exchange, id: string, fields: Fields) => void;

/** The longest time that is skipped at once, in seconds: a day. */
const LONGEST_SKIP = 86_400;

/** The highest speed: an hour a minute. */
const HIGHEST_SPEED = 60;

const E164 = /^\+[1-9]\d{6,14}$/;

/** The telephone of that number. @throws Refusal if it is not in E.164 form */
export function telephoneOf(exchange: Exchange, number: string): Telephone {
  if (!E164.test(number)) {
    throw new Refusal(
      `telephone must be a number in E.164 form like +13025550123, got ${number}`,
      400,
    );
  }
  return exchange.telephone(number);
}

const telephone =
  (act: (telephone: Telephone, fields: Fields) => void): Command =>
  (exchange, id, fields) => {
    act(telephoneOf(exchange, id), fields);
  };

const desk =
  (act: (desk: Desk, fields: Fields) => void): Command =>
  (exchange, id, fields) => {
    act(new Desk(exchange, id), fields);
  };

/** What a page can ask for: `POST /phone/<collection>/<id>/<action>`, or without the id. */
const COMMANDS: Readonly<Record<string, Command>> = {
  "telephones dial": telephone((each, fields) => {
    each.dial(fields.text("to"), fields.flag("withheld"));
  }),
  "telephones press": telephone((each, fields) => {
    each.press(fields.text("key"));
  }),
  "telephones answer": telephone((each) => {
    each.answer();
  }),
  "telephones hang-up": telephone((each) => {
    each.hangUp();
  }),
  "agents status": desk((each, fields) => {
    each.setStatus(fields.text("status"));
  }),
  "agents accept": desk((each) => {
    each.accept();
  }),
  "agents decline": desk((each) => {
    each.decline();
  }),
  "agents hold": desk((each) => {
    each.hold();
  }),
  "agents resume": desk((each) => {
    each.resume();
  }),
  "agents hang-up": desk((each) => {
    each.hangUp();
  }),
  "agents transfer": desk((each, fields) => {
    each.transfer(fields.text("quickConnect"));
  }),
  "agents finish": desk((each) => {
    each.finish();
  }),
  "clock set": (exchange, _, fields) => {
    exchange.setCalendar(momentIn(exchange, fields.text("to")));
  },
  "clock skip": (exchange, _, fields) => {
    exchange.skip(fields.number("seconds", 0, LONGEST_SKIP));
  },
  "clock next": (exchange) => {
    exchange.skipToNext();
  },
  "clock speed": (exchange, _, fields) => {
    exchange.speed = fields.number("speed", 0, HIGHEST_SPEED);
    exchange.changed();
  },
  "faults set": (exchange, _, fields) => {
    exchange.setFaults(fields.flags(["noAgents", "queuesFull", "lambdaDown"]));
  },
  "faults break": (exchange, _, fields) => {
    exchange.breakBlock(fields.text("block"), fields.optionalText("error"));
  },
  "faults mend": (exchange, _, fields) => {
    exchange.mendBlock(fields.text("block"));
  },
};

/**
 * Does what a page asks for.
 * @param path the segments below `/phone`, decoded
 * @throws Refusal if there is no such command, or it cannot be done
 */
export function command(exchange: Exchange, path: readonly string[], fields: Fields): void {
  const [collection = "", ...rest] = path;
  const action = rest.at(-1) ?? "";
  const found = rest.length <= 2 ? COMMANDS[`${collection} ${action}`] : undefined;
  if (found === undefined) {
    const known = Object.keys(COMMANDS).map((name) => name.replace(" ", "/…/"));
    throw new Refusal(`command must be one of ${known.join(", ")}, got ${path.join("/")}`, 404);
  }
  found(exchange, rest.length === 2 ? (rest[0] ?? "") : "", fields);
}

function momentIn(exchange: Exchange, text: string): number {
  const instance = exchange.directory.places()[0]?.instance;
  try {
    return momentOf(text, instance === undefined ? "UTC" : timeZoneOf(instance));
  } catch (error) {
    throw new Refusal(errorMessage(error), 400);
  }
}
