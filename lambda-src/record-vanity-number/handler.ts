import { readEnvironment } from "./environment";
import { serve, type VanityAnswer } from "./serve";
import { createDynamoDBClient, VanityTable } from "./table";
import { flushMetrics, report, reportFault } from "./telemetry";

const { tableName, ownWords } = readEnvironment(process.env);
const table = new VanityTable(createDynamoDBClient(), tableName);

/**
 * `recordVanityNumber`: makes and records the five best vanity numbers of a phone number, or looks them up.
 * @param event `{phone, companyName, action?}` or a Connect flow's event
 * @throws what DynamoDB threw, so that Connect retries and then takes the flow's error branch
 */
export async function handler(event: unknown): Promise<VanityAnswer> {
  try {
    const served = await serve(event, table, ownWords);
    report(served);
    return served.answer;
  } catch (error) {
    reportFault(error);
    throw error;
  } finally {
    flushMetrics();
  }
}
