import { createInterface } from "node:readline/promises";

import { UserError } from "./files";

/** Where the keys come from. */
export interface Keys {
  readonly key: () => Promise<string | undefined>;
  readonly close: () => void;
}

const KEY = /^[0-9*#wha]$/;

/** Keys that are given beforehand: all of them, and then none. @throws UserError if one is no key */
export function givenKeys(keys: string): Keys {
  const all = Array.from(keys).filter((key) => key !== "," && key !== " ");
  const wrong = all.find((key) => !KEY.test(key));
  if (wrong !== undefined) {
    throw new UserError(
      `a key must be one of 0-9, *, #, w (wait a minute), a (the agent), h (hang up), got ${wrong}`,
      "for example: --keys 1w1",
    );
  }
  return { key: () => Promise.resolve(all.shift()), close: () => undefined };
}

/** Keys that somebody types. */
export function typedKeys(print: (text: string) => void): Keys {
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  print("keys 0-9 * #, w waits a minute, a is the agent, h hangs up");
  return {
    key: async () => {
      for (;;) {
        const answer = (await terminal.question("> ")).trim();
        if (KEY.test(answer)) {
          return answer;
        }
        print("press one key: 0-9 * #, w to wait a minute, a for the agent, h to hang up");
      }
    },
    close: () => {
      terminal.close();
    },
  };
}
