import Table from "cli-table3";

import { type Cost, dollarsOf, totalOf } from "./estimate";
import { type Price, PRICES, WRITTEN } from "./prices";

const A_DAY = 24 * 60 * 60 * 1000;
/** Prices that are older ask to be looked at again. */
const OLD_DAYS = 180;

const dollars = (amount: number) => `$${amount.toFixed(2)}`;

/** The bill as a table, and how far its prices can be relied on. */
export function costText(costs: readonly Cost[], today: Date): string {
  const table = new Table({
    head: ["what", "how much", "at", "a month"],
    style: { head: [], border: [] },
    colAligns: ["left", "right", "left", "right"],
  });
  for (const cost of costs) {
    const price: Price = PRICES[cost.price];
    table.push([
      cost.what,
      Number(cost.quantity.toPrecision(3)),
      `$${price.dollars} a ${price.unit}`,
      dollars(dollarsOf(cost)),
    ]);
  }
  table.push(["all", "", "", dollars(totalOf(costs))]);
  return [table.toString(), age(costs, today)].join("\n");
}

function age(costs: readonly Cost[], today: Date): string {
  const days = Math.floor((today.getTime() - Date.parse(WRITTEN)) / A_DAY);
  const unread = [...new Set(costs.map(({ price }) => price))].filter(
    (price) => (PRICES[price] as Price).read === undefined,
  );
  return [
    `The prices were written down ${days} days ago (${WRITTEN}, commands/cost/prices.ts)${days > OLD_DAYS ? ": look at AWS's pages, and renew them" : ""}.`,
    ...(unread.length === 0
      ? []
      : [`Not read on AWS's pages yet, look before you rely on them: ${unread.join(", ")}.`]),
    "Without taxes, free tiers and discounts, and without what agents' lines and Internet cost.",
  ].join("\n");
}
