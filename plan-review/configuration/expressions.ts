/**
 * The functions that a text of Terraform's JSON syntax calls in its templates. Where a template ends
 * is found as Terraform finds it, by its braces, quotes and comments: what stands outside, such as a
 * prompt "call us (now)", is only text.
 *
 * @param text - A string or a key of the configuration.
 * @returns The names, in order; `provider::…` functions in full.
 * @see https://developer.hashicorp.com/terraform/language/syntax/json
 */
export function functionsIn(text: string): string[] {
  const code = expressionsIn(text);
  return [...code.matchAll(/([A-Za-z_][\w:-]*)\s*\(/g)].map(([, name = ""]) => name);
}

/** All expressions of a text, one after the other, without strings and comments. */
function expressionsIn(text: string): string {
  const reader = new Reader(text);
  reader.template(undefined);
  return reader.code;
}

/** Reads templates; what it finds of expressions collects in `code`. */
class Reader {
  public code = "";
  private at = 0;
  private readonly text: string;

  public constructor(text: string) {
    this.text = text;
  }

  /** Reads text up to a quotation mark, or to the end, with the expressions in it. */
  public template(end: '"' | undefined): void {
    while (this.at < this.text.length) {
      if (this.takes(end)) return;
      // A doubled dollar or percent sign before the brace is the sign itself; three are nobody's.
      if (this.takes("$$${") || this.takes("%%%{")) this.code += "escape(";
      if (this.takes("$${") || this.takes("%%{") || this.takes(end && "\\\\")) continue;
      if (end !== undefined && this.takes('\\"')) continue;
      if (this.takes("${") || this.takes("%{")) this.expression();
      else this.at += 1;
    }
  }

  /** Reads an expression up to the brace that ends it. */
  private expression(): void {
    let depth = 1;
    while (this.at < this.text.length && depth > 0) {
      if (this.takes("/*")) this.skipTo("*/");
      else if (this.takes("//") || this.takes("#")) this.skipTo("\n");
      else if (this.takes("<<")) this.code += "heredoc(";
      else if (this.takes('"')) this.template('"');
      else {
        const each = this.text.charAt(this.at);
        if (each === "{") depth += 1;
        if (each === "}") depth -= 1;
        this.code += each;
        this.at += 1;
      }
    }
    this.code += ";";
  }

  private takes(token: string | undefined): boolean {
    if (token === undefined || !this.text.startsWith(token, this.at)) return false;
    this.at += token.length;
    return true;
  }

  private skipTo(token: string): void {
    const end = this.text.indexOf(token, this.at);
    this.at = end === -1 ? this.text.length : end + token.length;
    this.code += " ";
  }
}
