import type { CitableState } from '../model/index.ts';
import type { SeedText } from '../readers/index.ts';
import { escapeHtml } from '../text/index.ts';
import type { PageWords } from '../words/index.ts';

/**
 * A state of a source line by line, as HTML: every line under the number that it had, with what it says and where it is
 * now; a line that is there no more says so.
 *
 * @param text of the source as it is now; undefined when it left
 * @param lineNow address of a line of it; undefined for the state that it is in
 */
export function stateLines(
  { now }: CitableState,
  text: SeedText | undefined,
  lineNow: ((line: number) => string) | undefined,
  { left }: PageWords,
): string {
  return now
    .map((line, index) => {
      const number = index + 1;
      const anchor = `<a href="#L${number}" aria-label="${left.line(number)}">${number}</a>`;
      const printed = line === 0 || text === undefined ? '' : lineOf(text, line);
      const note =
        line === 0
          ? `<p class="rec">${left.lineGone}</p>`
          : lineNow === undefined || printed === ''
            ? ''
            : `<p class="rec"><a href="${lineNow(line)}">${left.lineNow(line)}</a></p>`;
      const blank = printed === '' && note === '' ? ' blank' : '';
      return `<div class="ln${blank}" id="L${number}">${anchor}<p>${escapeHtml(printed)}</p>${note}</div>`;
    })
    .join('');
}

function lineOf({ lineStarts, byteLength, slice }: SeedText, line: number): string {
  const start = lineStarts[line - 1] ?? byteLength;
  return slice({ start, end: lineStarts[line] ?? byteLength }).replace(/[\r\n]+$/, '');
}
