import { visible } from "../../contact-flow/visible";

/** The looks that Terraform gives its texts: plain, bold, underlined, and colours. None hides a text. */
// eslint-disable-next-line no-control-regex -- an escape sequence begins with one
const LOOK = /(\u001b\[(?:0|1|4|3[0-7]|9[0-7])?m)/;

/**
 * A text for a terminal, which takes no order from it: names and prompts come from files and accounts,
 * and an escape sequence in one could hide what a plan does. Line ends and tabs stay.
 */
export const printable = (text: string): string =>
  text
    .replaceAll("\r\n", "\n")
    .split(/([\n\t])/)
    .map((part) => (part === "\n" || part === "\t" ? part : visible(part)))
    .join("");

/** The same for a text of Terraform's, whose colours stay. */
export const printableInColour = (text: string): string =>
  text
    .split(LOOK)
    .map((part, index) => (index % 2 === 1 ? part : printable(part)))
    .join("");

/** Prints what a command has to say. Not by console.log, which passes over a disk that is full. */
export function say(text: string): void {
  process.stdout.write(`${printable(text)}\n`);
}

/** Prints something that happens while a command goes on, with the time of day. */
export function sayNow(text: string): void {
  say(`${new Date().toLocaleTimeString("en-GB")}  ${text}`);
}

/** Prints a text of Terraform's. */
export function sayInColour(text: string): void {
  process.stdout.write(`${printableInColour(text)}\n`);
}

/** Prints what went wrong, or what is going on, beside what a command has to say. */
export function complain(text: string): void {
  process.stderr.write(`${printable(text)}\n`);
}
