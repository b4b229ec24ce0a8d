import { done, failed, question } from "../block";
import { idOf } from "../center";
import { queueOf } from "../queues";

/**
 * Transfer to callback queue: makes a second contact; this one goes on to NextAction.
 * @see https://docs.aws.amazon.com/connect/latest/devguide/interactions-createcallbackcontact.html
 */
export const createCallbackContact = question(
  (view, id) => {
    const { contact } = view.call;
    const number = contact.callbackNumber ?? contact.customerNumber;
    const queue = queueOf(view);
    const flow = view.value("ContactFlowId");
    if (number === undefined || (queue === undefined && flow === undefined)) {
      return undefined;
    }
    return {
      type: "makeCallback",
      id,
      callback: {
        number,
        ...(queue === undefined ? {} : { queue }),
        ...(flow === undefined ? {} : { flow: idOf(flow) }),
        // AWS's page: with a flow of its own the initial delay is ignored.
        delaySeconds: flow === undefined ? Number(view.value("InitialCallDelaySeconds")) : 0,
        retryDelaySeconds: Number(view.value("RetryDelaySeconds")),
        attempts: Number(view.value("MaximumConnectionAttempts")),
        attributes: contact.attributes,
      },
    };
  },
  (event) => {
    if (event.type === "callbackRefused") {
      return failed();
    }
    return event.type === "callbackMade" ? done() : undefined;
  },
);
