import { DEFAULT_QUOTAS, type QuotaName, type Quotas } from "../../sandbox/connect/store/quotas";
import { OperatorError } from "../../sandbox/machine/errors";

const isQuota = (name: string): name is QuotaName => Object.hasOwn(DEFAULT_QUOTAS, name);

/**
 * Reads quotas as they are given in a terminal.
 *
 * @param text - `users=2000,queues=300`.
 * @throws OperatorError with all that is wrong, and what there is.
 */
export function parseQuotas(text: string): Quotas {
  const quotas: Partial<Record<QuotaName, number>> = {};
  const faults: string[] = [];
  for (const part of text.split(",")) {
    const [name = "", value = ""] = part.split(/=(.*)/s).map((side) => side.trim());
    if (!isQuota(name)) faults.push(`there is no quota ${JSON.stringify(name)}`);
    else if (!/^[1-9]\d{0,8}$/.test(value))
      faults.push(
        `quota ${name} must be a whole number like ${name}=2000, got ${JSON.stringify(value)}`,
      );
    else if (name in quotas) faults.push(`quota ${name} is given twice`);
    else quotas[name] = Number(value);
  }
  if (faults.length > 0)
    throw new OperatorError(
      `${faults.join("; ")}; there are: ${Object.keys(DEFAULT_QUOTAS).join(", ")}`,
    );
  return quotas;
}
