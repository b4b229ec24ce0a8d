import { setting } from "../block";

/**
 * Set logging behavior: from now on, in every flow of the contact.
 * @see https://docs.aws.amazon.com/connect/latest/devguide/flow-control-actions-updateflowloggingbehavior.html
 */
export const updateFlowLoggingBehavior = setting(({ value }) => ({
  flowLogging: value("FlowLoggingBehavior") === "Enabled",
}));
