/**
 * Runs inside the process of one function, as the Node.js runtime does in AWS Lambda: loads the
 * handler, answers one event at a time, and reports over the parent's IPC channel.
 *
 * @see https://docs.aws.amazon.com/lambda/latest/dg/nodejs-handler.html
 */
import { Buffer } from "node:buffer";
import { existsSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import process from "node:process";
import { pathToFileURL } from "node:url";

const report = (message) => {
  if (process.connected) process.send(message);
};

// Output travels on the same channel as results, so that it is complete when its result arrives.
for (const stream of [process.stdout, process.stderr]) {
  stream.write = (chunk, encoding, callback) => {
    report({ output: typeof chunk === "string" ? chunk : Buffer.from(chunk).toString() });
    (typeof encoding === "function" ? encoding : callback)?.();
    return true;
  };
}

const describe = (error, type) =>
  error instanceof Error
    ? {
        errorType: type ?? error.name,
        errorMessage: error.message,
        trace: (error.stack ?? "").split("\n"),
      }
    : { errorType: type ?? typeof error, errorMessage: String(error), trace: [] };

class HandlerNotFound extends Error {
  name = "Runtime.HandlerNotFound";
}
class ImportModuleError extends Error {
  name = "Runtime.ImportModuleError";
}

async function loadHandler(root, name) {
  const [file, ...members] = basename(name).split(".");
  const module = join(root, dirname(name), file);
  const path = [".js", ".mjs", ".cjs"].map((end) => module + end).find((path) => existsSync(path));
  if (!path) throw new ImportModuleError(`Error: Cannot find module '${file}'`);
  const loaded = await import(pathToFileURL(path).href).catch((error) => {
    if (error?.code === "MODULE_NOT_FOUND" || error?.code === "ERR_MODULE_NOT_FOUND")
      throw new ImportModuleError(`Error: ${error.message}`);
    throw error;
  });
  const member = (from) => members.reduce((value, key) => value?.[key], from);
  const handler = member(loaded) ?? member(loaded.default);
  if (typeof handler !== "function")
    throw new HandlerNotFound(`${name} is undefined or not exported`);
  return handler;
}

async function answer(handler, { event, context, deadline }) {
  const callContext = {
    ...context,
    callbackWaitsForEmptyEventLoop: true,
    getRemainingTimeInMillis: () => Math.max(0, deadline - Date.now()),
  };
  const result = await new Promise((resolve, reject) => {
    const callback = (error, value) => (error ? reject(error) : resolve(value));
    const returned = handler(JSON.parse(event), callContext, callback);
    if (typeof returned?.then === "function") returned.then(resolve, reject);
    else if (handler.length < 3) resolve(null);
  });
  return JSON.stringify(result) ?? "null";
}

for (const [event, type] of [
  ["unhandledRejection", "Runtime.UnhandledPromiseRejection"],
  ["uncaughtException", undefined],
]) {
  process.on(event, (error) => {
    report({ error: describe(error, type) });
    process.disconnect?.();
    process.exit(1);
  });
}

// The sandbox is gone: so is the function.
process.on("disconnect", () => process.exit());

const loading = loadHandler(process.env.LAMBDA_TASK_ROOT, process.env._HANDLER);
loading.then(
  () => report({ ready: true }),
  (error) => report({ error: describe(error) }),
);

process.on("message", (invocation) => {
  loading
    .then((handler) => answer(handler, invocation))
    .then(
      (result) => report({ result }),
      (error) => report({ error: describe(error) }),
    );
});
