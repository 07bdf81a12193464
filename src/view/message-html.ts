import { escapeHtml } from '../text/index.ts';

/** `The command \\method is not known`: a command of TeX in running text. */
const COMMAND = /\\[A-Za-z]+/g;

/** Text of a message as HTML, with the TeX it quotes set as code. */
export function messageHtml(text: string): string {
  return escapeHtml(text).replace(COMMAND, (command) => `<code>${command}</code>`);
}
