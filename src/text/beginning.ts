/** The first half of a letter whose second one was cut off. */
const HALF_LETTER = /\p{Cs}$/u;

/** The first `most` UTF-16 code units of a text, one fewer where that would cut a letter in two. */
export const beginning = (text: string, most: number): string =>
  text.slice(0, most).replace(HALF_LETTER, '');
