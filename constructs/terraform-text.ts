/**
 * Text as Terraform takes it literally: it would read `${` and `%{` as its own.
 * @param text such as a prompt, a document or an IAM policy variable.
 */
export function terraformText(text: string): string {
  // In a replacement string, `$$` would be one dollar.
  return text.replaceAll(/[$%](?=\{)/g, (sign) => sign + sign);
}
