import { type Browser, chromium } from "playwright-core";

import { findProgram } from "../../sandbox/program";

/** Where the browser is that tests use; undefined leaves it to Playwright's own. */
export const browserPath = (): string | undefined =>
  process.env.CHROMIUM ??
  ["chromium", "chromium-browser", "google-chrome"]
    .map((name) => findProgram(name, process.env))
    .find((path) => path !== undefined);

/** Starts a browser without a window. */
export function startBrowser(): Promise<Browser> {
  const executablePath = browserPath();
  return chromium.launch({
    ...(executablePath === undefined ? {} : { executablePath }),
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
