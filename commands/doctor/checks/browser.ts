import { existsSync } from "node:fs";
import { Missing } from "../../../sandbox/machine/errors";
import { findProgram } from "../../../sandbox/machine/program";
import type { Check } from "../finding";

/**
 * Where the browser is that tests of the telephone's page use.
 *
 * @throws Missing where there is none.
 */
export async function findBrowser(environment: NodeJS.ProcessEnv): Promise<string> {
  const { CHROMIUM: named } = environment;
  if (named !== undefined && existsSync(named)) return named;
  // Loaded when it is needed, since it takes a second.
  const { chromium } = await import("playwright-core");
  const path = ["chromium", "chromium-browser", "google-chrome"]
    .map((name) => findProgram(name, environment))
    .concat(chromium.executablePath())
    .find((each) => each !== undefined && existsSync(each));
  if (path !== undefined) return path;
  throw new Missing(
    "there is no Chromium, and tests of the telephone's page are skipped",
    "install Chromium, or run: npx playwright-core install chromium",
  );
}

/** The same, as a check. */
export const browser: Check = { name: "Chromium", look: () => findBrowser(process.env) };
