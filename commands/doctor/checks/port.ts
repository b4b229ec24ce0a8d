import { requireFreePort } from "../../../sandbox/gateway/gateway";
import type { Check } from "../finding";

/** A port of this machine, for the sandbox. */
export const freePort = (port: number): Check => ({
  name: "Port",
  look: async () => {
    await requireFreePort(port);
    return `${port} is free`;
  },
});
