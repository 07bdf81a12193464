import type { exporting, pages, reading, scripts, searching } from './en.ts';

/** Everything pages say. English has it all; a language that lacks a word is a type error. */
export type PageWords = typeof pages;

/** Everything the scripts of the site say, in parts, so that each script carries its own. */
export interface ScriptWords {
  scripts: typeof scripts;
  exporting: typeof exporting;
  reading: typeof reading;
  searching: typeof searching;
}
