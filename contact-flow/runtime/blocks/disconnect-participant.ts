import type { Block } from "../block";

/**
 * Disconnect.
 * @see https://docs.aws.amazon.com/connect/latest/devguide/participant-actions-disconnectparticipant.html
 */
export const disconnectParticipant: Block = {
  enter: () => ({ kind: "leave", how: { to: "disconnect" } }),
};
