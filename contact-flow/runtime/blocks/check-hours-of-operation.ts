import { isOpen } from "../../hours";
import { type Block, failed, result } from "../block";
import { idOf } from "../center";

/**
 * Check hours of operation: those named, or the working queue's. An agent's own queue has none.
 * @see https://docs.aws.amazon.com/connect/latest/devguide/flow-control-actions-checkhoursofoperation.html
 */
export const checkHoursOfOperation: Block = {
  enter: ({ value, call, center }) => {
    const named = value("HoursOfOperationId");
    const id = named ?? center.queues.get(call.contact.targetQueue ?? "")?.hours;
    const hours = id === undefined ? undefined : center.hours.get(idOf(id));
    return hours === undefined ? failed() : result(isOpen(hours, call.now) ? "True" : "False");
  },
};
