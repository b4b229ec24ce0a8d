/** Shows what goes on, on a line of its own that the next call overwrites; "" takes it away. */
export function showProgress(doing: string): void {
  if (process.stderr.isTTY) process.stderr.write(`\r\u001B[K${doing}`);
}
