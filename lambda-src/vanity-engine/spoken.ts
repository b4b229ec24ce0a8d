/** Read as a word if it can be pronounced; else letter by letter. */
function spokenRun(run: string): string {
  return run.length > 2 && /^[A-Z]*[AEIOUY][A-Z]*$/.test(run)
    ? run.toLowerCase()
    : Array.from(run).join(" ");
}

/**
 * A vanity number for a text-to-speech prompt: digits one by one, words as words, a comma (a pause) between the groups. Only letters,
 * digits, commas and spaces, so it can stand inside SSML.
 * @param number as `vanityNumbers` formats it: `1-302-98-JOYS-0` becomes `1, 3 0 2, 9 8, joys, 0`
 */
export function spoken(number: string): string {
  return number
    .split("-")
    .map((group) => (group.match(/[A-Z]+|\d+/g) ?? []).map(spokenRun).join(" "))
    .filter((group) => group !== "")
    .join(", ");
}
