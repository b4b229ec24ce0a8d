import { setting } from "../block";

/**
 * Change routing priority / age.
 * @see https://docs.aws.amazon.com/connect/latest/devguide/contact-actions-updatecontactroutingbehavior.html
 */
export const updateContactRoutingBehavior = setting(({ value, call: { contact } }) => ({
  priority: Number(value("QueuePriority") ?? contact.priority),
  queueTimeAdjustmentSeconds: Number(
    value("QueueTimeAdjustmentSeconds") ?? contact.queueTimeAdjustmentSeconds,
  ),
}));
