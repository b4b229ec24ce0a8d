import { maskPhoneNumber } from "../../lambda-src/phone-number/phone-number";

/** Whose data is looked for: a number, and the contacts that are known to be of it. */
export class Caller {
  /** Ids of contacts: the caller's, and those that belong to the same conversations. */
  public readonly contacts = new Set<string>();
  private readonly number: RegExp;

  /** @param phone - In E.164. */
  public constructor(public readonly phone: string) {
    // A longer number may begin with it.
    this.number = new RegExp(`${phone.replace("+", "\\+")}(?!\\d)`, "g");
  }

  /** Adds a contact, whose id Amazon Connect writes in small letters. */
  public add(contact: string): void {
    this.contacts.add(contact.toLowerCase());
  }

  public has(contact: unknown): boolean {
    return typeof contact === "string" && this.contacts.has(contact.toLowerCase());
  }

  public isIn(text: string): boolean {
    return text.search(this.number) >= 0;
  }

  /** A text with another word where the number stood. */
  public replacedIn(text: string, by: string): string {
    return text.replace(this.number, by);
  }

  /** A text as people may see it. */
  public masked(text: string): string {
    return this.replacedIn(text, maskPhoneNumber(this.phone));
  }
}
