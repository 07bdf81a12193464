import type { Lines, Span } from './span.ts';

/**
 * Why a stretch that looks like a stripped formula stays as the listing prints it. `doubtful`: no reading was sure
 * enough. `irreversible`: stripping the likeliest formula does
 * not give the text back. `unreadable`: KaTeX cannot set it. `beside-intact`: other formulas of the text kept their TeX.
 */
export const leftReasons = ['doubtful', 'irreversible', 'unreadable', 'beside-intact'] as const;
export type LeftReason = (typeof leftReasons)[number];

/** A stretch of a field's text that looks like a stripped formula and was left as it is. */
export interface LeftText {
  /** As the listing prints it: `h = g circ p`. */
  text: string;
  /** UTF-16 offsets of it in the field's text with white space collapsed. */
  at: Span;
  reason: LeftReason;
  /** 0 to 1, how sure the best reading of it as a formula was; 0 where there was none. */
  confidence: number;
}

/** A title or abstract that the survey shows, and where it stands. */
export interface ShownText {
  permalink: string;
  field: 'title' | 'abstract';
  /** Absent for a text that no seed prints. */
  seed?: { path: string; lines: Lines };
}

/** What became of the formulas in the titles and abstracts that a survey shows. */
export interface MathCoverage {
  spans: {
    /** LaTeX in the source. */
    intact: number;
    /** LaTeX in the source but for angle brackets that stood for braces. */
    mended: number;
    /** Rebuilt from text that had lost its TeX. */
    repaired: number;
    /** Looks like a stripped formula, shown as the listing prints it. */
    left: number;
    /** Of those that are formulas, set as HTML and MathML. */
    rendered: number;
    /** Of those that are formulas, shown as LaTeX source because KaTeX cannot set them. */
    failed: number;
  };
  texts: {
    /** Titles and abstracts without a formula. */
    plain: number;
    /** With formulas, every one set. */
    set: number;
    /** With something left verbatim or not set. */
    partly: number;
  };
  left: (ShownText & LeftText)[];
  failed: (ShownText & { latex: string; reason: string })[];
  /** Commands KaTeX does not know, set as an operator's name. */
  unknown: (ShownText & { command: string })[];
}
