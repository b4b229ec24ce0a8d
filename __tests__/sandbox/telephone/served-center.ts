import { momentOf } from "../../../contact-flow/hours";
import { startGateway } from "../../../sandbox/gateway/gateway";
import type { Exchange } from "../../../sandbox/telephone/exchange";
import type { AlarmView } from "../../../sandbox/telephone/wallboard-view";
import {
  createTelephone,
  isPhonePath,
  type TelephoneOptions,
} from "../../../sandbox/telephone/server";
import type { Center } from "./kwglobal-instance";

/** The telephone of a center on a port, as the sandbox has it: on a Tuesday at ten, standing still. */
export interface ServedCenter {
  /** The page. */
  readonly address: string;
  readonly exchange: Exchange;
  close(): Promise<void>;
}

/** Serves the telephone of a center that was deployed by the API, without Terraform. */
export async function serveCenter(
  { store }: Pick<Center, "store">,
  alarms: () => readonly AlarmView[] = () => [],
  changes: Pick<TelephoneOptions, "publishFlow" | "submitEvaluation"> = {},
): Promise<ServedCenter> {
  const telephone = createTelephone({
    stores: () => [store],
    invoke: () => Promise.reject(new Error("no function is called here")),
    alarms,
    ...changes,
    now: momentOf("2026-11-24T10:00", "America/Los_Angeles"),
  });
  const gateway = await startGateway({
    port: 0,
    about: {},
    backend: () => ({
      service: () => () => Promise.resolve({ status: 404, headers: {}, body: "" }),
      sites: [{ serves: isPhonePath, handle: telephone.handle }],
    }),
  });
  telephone.exchange.speed = 0;
  return {
    address: `${gateway.endpoint}/phone/`,
    exchange: telephone.exchange,
    close: async () => {
      telephone.stop();
      await gateway.close();
    },
  };
}
