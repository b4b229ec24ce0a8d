import { nodeFault } from "../../support/node-version";
import type { Check } from "../finding";

/**
 * The Node.js that package.json asks for.
 *
 * @param version - By default that of this process.
 */
export const node = (version = process.versions.node): Check => ({
  name: "Node.js",
  look: () => {
    const fault = nodeFault(version);
    if (fault === undefined) return version;
    throw fault;
  },
});
