import type { Tagger } from '../candidates/index.ts';
import type { Judges } from '../judge/index.ts';
import type { Reading } from '../latex/index.ts';

/** What training gives: what finds candidates, what weighs them, and how their letters are read. */
export type Model = Tagger & Judges & Reading;
