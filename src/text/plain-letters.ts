import letterTable from './tables/plain-letters.json' with { type: 'json' };
import { table } from './table.ts';

const letters = table(letterTable);

/** `ł`, `Æ`: letters with a stroke or of two parts, which Unicode does not take apart. */
const WHOLE = new RegExp(`[${[...letters.keys()].join('')}]`, 'g');

/** Text with the letters that no decomposition of Unicode takes apart as people type them: `Łukasz` gives `Lukasz`. */
export function plainLetters(text: string): string {
  return text.replace(WHOLE, (letter) => letters.get(letter) ?? letter);
}
