import * as ar from './ar.ts';
import * as de from './de.ts';
import * as en from './en.ts';
import * as es from './es.ts';
import * as fr from './fr.ts';
import * as ja from './ja.ts';
import * as zh from './zh.ts';
import type { PageWords, ScriptWords } from './words.ts';

export { exportWords, readingWords, scriptWords, searchWords } from './scripts.ts';
export type { PageWords } from './words.ts';

/** The languages there are words for, by the first part of their tag. A new one is a file and a line here. */
const languages: Readonly<Record<string, ScriptWords & { pages: PageWords }>> = {
  en,
  ar,
  de,
  es,
  fr,
  ja,
  zh,
};

/** `de` for `de-AT`. */
const primary = (tag: string) => tag.toLowerCase().split('-')[0] ?? tag;

/** Name of the file of a language under `src/words/`; English where there is none for a tag. */
export function catalogueOf(tag: string): string {
  return hasWords(tag) ? primary(tag) : 'en';
}

/** Whether there are words for the language of a tag; for another one pages speak English. */
export function hasWords(tag: string): boolean {
  return Object.hasOwn(languages, primary(tag));
}

/** Everything pages say, in the language of a tag; in English where there are no words for it. */
export function wordsFor(tag: string): PageWords {
  return languages[catalogueOf(tag)]?.pages ?? en.pages;
}

/** What scripts say in the language of a tag, for pages that say the same before a script runs. */
export function scriptWordsFor(tag: string): ScriptWords {
  return languages[catalogueOf(tag)] ?? en;
}
