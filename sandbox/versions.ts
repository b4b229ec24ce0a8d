/**
 * Compares versions by their numbers; what follows these (`-beta1`) is not looked at.
 *
 * @param version - `1.11.4`.
 * @param oldest - The one that is old enough.
 */
export function isOlder(version: string, oldest: string): boolean {
  const parts = (text: string) => text.split(/[.-]/).slice(0, 3).map(Number);
  const wanted = parts(oldest);
  const difference = parts(version)
    .map((part, index) => part - (wanted[index] ?? 0))
    .find((part) => part !== 0);
  return difference !== undefined && difference < 0;
}
