import type { pages, scripts } from './en.ts';

/** Everything pages say. English has it all; a language that lacks a word is a type error. */
export type PageWords = typeof pages;

/** Everything the scripts of the site say. */
export type ScriptWords = typeof scripts;
