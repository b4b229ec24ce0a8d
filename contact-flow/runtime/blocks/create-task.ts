import { type Block, done, failed } from "../block";

/**
 * Create task: the agents get it; the call goes on at once.
 * @see https://docs.aws.amazon.com/connect/latest/devguide/createtask.html
 */
export const createTask: Block = {
  enter: ({ value }) => {
    const name = value("Name");
    return name === undefined
      ? failed()
      : done({}, [{ type: "makeTask", name, description: value("Description") ?? "" }]);
  },
};
