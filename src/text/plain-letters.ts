import letterTable from './tables/plain-letters.json' with { type: 'json' };

const letters: Readonly<Record<string, string>> = letterTable;

/** `ł`, `é` */
const NOT_ASCII = /[^\p{ASCII}]/gu;

/** Text with the letters that no decomposition of Unicode takes apart as people type them: `Łukasz` gives `Lukasz`. */
export function plainLetters(text: string): string {
  return text.replace(NOT_ASCII, (letter) => letters[letter] ?? letter);
}
