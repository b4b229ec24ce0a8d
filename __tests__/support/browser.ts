import { type Browser, chromium } from "playwright-core";

import { findBrowser } from "../../commands/doctor/checks/browser";

/** Starts a browser without a window. */
export async function startBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: await findBrowser(process.env),
    args: [
      "--no-sandbox",
      "--disable-gpu",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
      "--no-first-run",
    ],
  });
}
