import { setText } from "./dom";
import { toast } from "./connection";

/** How long a button says that it has copied, in milliseconds. */
const SAID_MILLISECONDS = 2000;

/** Copies a text; the button says so for a while. */
export async function toClipboard(text: string, button: HTMLButtonElement): Promise<void> {
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    toast("the browser does not allow copying here: select the text, or save it");
    return;
  }
  const label = button.textContent;
  setText(button, "Copied");
  setTimeout(() => {
    setText(button, label);
  }, SAID_MILLISECONDS);
}

/** Offers a text as a file to save. */
export function offer(text: string, name: string): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([text], { type: "text/plain" }));
  link.download = name;
  link.click();
  URL.revokeObjectURL(link.href);
}
