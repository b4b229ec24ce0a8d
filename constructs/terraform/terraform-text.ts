/**
 * Escapes a text so that Terraform takes it literally: `${` and `%{` would begin a template of Terraform's.
 * @param text - Such as a prompt, a document or an IAM policy variable.
 */
export function terraformText(text: string): string {
  // A function, since `$$` in a replacement string means one dollar.
  return text.replaceAll(/[$%](?=\{)/g, (sign) => sign + sign);
}
