import { escapeHtml } from '../text/index.ts';

/** `The command \\method is not known`: a command of TeX in running text. */
const COMMAND = /\\[A-Za-z]+/g;

/** Text of a message as HTML, with the TeX it quotes set as code. */
export function messageHtml(text: string): string {
  return escapeHtml(text).replace(COMMAND, (command) => `<code>${command}</code>`);
}

/** Text on one line and cut at a word, with an ellipsis where it was longer than `most` characters. */
export function clip(text: string, most: number): string {
  const line = text.replace(/\s+/g, ' ').trim();
  if (line.length <= most) return line;
  const cut = line.lastIndexOf(' ', most);
  return `${line.slice(0, cut > most / 2 ? cut : most)} …`;
}
