import { beginning } from '../text/index.ts';

/** Longest name of a paper in a margin or a picture, in characters. */
const LONGEST = 28;

/** `Sub-MoE: Efficient …` -> `Sub-MoE`; the part before a colon. */
const NAMED = /^([^:?!]{2,28})[:?!]\s/;

/** Words and marks that a cut title does not end with: `Delta Decompression for`. */
const LOOSE_END =
  /(?:[\s,;–-]|\s(?:a|an|and|as|at|by|for|from|in|into|of|on|or|the|to|towards?|under|via|with))+$/i;

/** What to call a paper where its title has no room: its own short name if it has one, else its first words. */
export function shortTitle(title: string): string {
  const name = NAMED.exec(title)?.[1];
  if (name !== undefined) return name;
  if (title.length <= LONGEST) return title;
  const cut = title.lastIndexOf(' ', LONGEST);
  return `${beginning(title, cut > LONGEST / 2 ? cut : LONGEST).replace(LOOSE_END, '')} …`;
}

/** Text on one line and cut at a word, with an ellipsis where it was longer than `most` characters. */
export function clip(text: string, most: number): string {
  const line = text.replace(/\s+/g, ' ').trim();
  if (line.length <= most) return line;
  const cut = line.lastIndexOf(' ', most);
  return `${beginning(line, cut > most / 2 ? cut : most)} …`;
}
