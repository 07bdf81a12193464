import type { Span } from './span.ts';

/** Where a formula comes from: `intact` was LaTeX in the seed, `mended` had `<4>` for `{4}`, `repaired` was rebuilt from stripped text. */
export type MathOrigin = 'intact' | 'mended' | 'repaired';

export interface TextNode {
  type: 'text';
  value: string;
}

export interface MarkNode {
  type: 'emphasis' | 'strong' | 'smallcaps';
  children: RichText;
}

export interface CodeNode {
  type: 'code';
  value: string;
}

export interface LinkNode {
  type: 'link';
  /** An absolute http, https or mailto address. */
  href: string;
  children: RichText;
}

/** How a formula was rebuilt from stripped text. */
export interface MathRepair {
  /** 0 to 1. */
  confidence: number;
  /** UTF-16 offsets of what it was rebuilt from, in the field's text with white space collapsed. */
  at: Span;
}

export interface MathNode {
  type: 'math';
  /** LaTeX without delimiters, ready for KaTeX: `R^{4}`. */
  latex: string;
  /** The characters of the seed this was made from, delimiters included: `$R^<4>$`. */
  source: string;
  display: boolean;
  origin: MathOrigin;
  /** Of a repaired formula. */
  repair?: MathRepair;
}

export interface BreakNode {
  type: 'break';
}

export type Inline = TextNode | MarkNode | CodeNode | LinkNode | MathNode | BreakNode;

/** Running text of a title or an abstract, as a small tree; every rendering (HTML, plain, LaTeX) is made from it. */
export type RichText = readonly Inline[];
