import { collapse } from '../../text/index.ts';

/** `JOURNAL OF SMALL CASES`; not `PNAS` or `IEEE TKDE`. */
export function isShouted(text: string): boolean {
  return text === text.toUpperCase() && /\p{Lu}{4,}.*\s.*\p{Lu}{4,}/u.test(text);
}

/** `NATURE`, beside which `Nature` is better; also `PNAS`. */
export function isAllCapitals(text: string): boolean {
  return text === text.toUpperCase() && /\p{Lu}{2}/u.test(text);
}

/** How many words of a text are written in capitals: `DOE, JANE` has two. */
export function shoutedWords(text: string): number {
  return text.match(/(?<!\p{L})\p{Lu}{3,}(?!\p{L})/gu)?.length ?? 0;
}

/** How many letters a text has that ASCII lacks: `Müller` before `Muller`. */
export function accentsIn(text: string): number {
  return text.normalize('NFC').replace(/[^\P{ASCII}]|\P{L}/gu, '').length;
}

// The mark of a footnote at the end of a title, which programs copy with it: `*`, ` †`, `$^{*}$`, `\thanks{…}`; the star of `A*` is none
const FOOTNOTE =
  /(?<=\p{L}{2}|[\p{N})\]?!”"’'])\s*(?:[*∗†‡§¶⋆✩☆]{1,3}|\$\^\{?[*\\a-z]{1,12}\}?\$|\\thanks\{[^{}]*\})$/u;

// The stop that PubMed ends a title with; `et al.`, `Inc.` and `A. B.` have theirs for another reason
const STOP = /(?<=[\p{Ll}\p{N})\]”"]{3})\.$/u;

/** A title without the mark of a footnote and the stop that a database adds. */
export function titleProper(title: string): string {
  return title.replace(FOOTNOTE, '').replace(STOP, '');
}

// `© 2021 The Authors. Published by …`, `Copyright (C) 2020 …` behind an abstract
const RIGHTS = /\s*(?:©|\(c\)|copyright\b)[^©]{0,250}$/iu;

// What some databases print before an abstract
const HEADING = /^(?:abstract|summary)\s?[.:—–-]?\s+(?=\p{Lu})/iu;

/** An abstract without a publisher's statement of rights behind it and the word `Abstract` before it. */
export function abstractProper(abstract: string): string {
  return collapse(abstract).replace(HEADING, '').replace(RIGHTS, '');
}
