import { sentenceOf } from "./failure";
import { complain } from "./terminal";

/** Opens a page in the person's browser. Where there is none, the address is there to be copied. */
export async function openInBrowser(address: string): Promise<void> {
  try {
    // Loaded when it is needed, which is seldom.
    const { default: open } = await import("open");
    const browser = await open(address);
    browser.on("error", (error) => {
      notOpened(address, error);
    });
  } catch (error) {
    notOpened(address, error);
  }
}

function notOpened(address: string, error: unknown): void {
  complain(`the browser can't be opened (${sentenceOf(error)}): open ${address}`);
}
