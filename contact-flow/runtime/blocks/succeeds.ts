import { type Block, done } from "../block";

/**
 * What asks something of a service that a call here has no part in, such as media streaming: it
 * succeeds, unless the action is made to fail.
 */
export const succeeds: Block = { enter: () => done() };
