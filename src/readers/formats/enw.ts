import { type EndNoteValue, endNoteFields } from '../fields/index.ts';
import { breaksOff, linesOf, recordsAt, taggedFields } from '../scan/index.ts';
import {
  type Entry,
  type Range,
  type SeedText,
  defineReader,
  namesPaper,
  untitled,
  SAMPLE,
} from '../seed/index.ts';

/**
 * EndNote's import format (ENW), as EndNote, ACM, Google Scholar and the ACL Anthology write it, and refer, from which it
 * comes: `%0 Journal Article`, then a field a line (https://en.wikipedia.org/wiki/Refer_(software)).
 */
export const enw = defineReader({
  format: 'enw',
  label: 'EndNote (ENW)',
  source: 'EndNote file',
  stripsMath: false,
  labelsFields: true,
  signs: 'records such as `%0 Journal Article` with lines `%T` and `%A`',
  opening: /\ufeff?%0[ \t]{1,3}[A-Z][A-Za-z ]{2,40}[ \t]*$/my,
  detect,
  read: (text) => ({
    entries: recordsAt(text.text, recordStarts(text.text)).map((record) => entryOf(text, record)),
  }),
});

// `%A Gu, Hao`, `%0 Journal Article`, `%@ 1664-0000`
const TAG = /^\ufeff?%([\dA-Z@!&?()*+^<>[\]~#$=|])(?:[ \t]+|$)/;

function detect(text: SeedText): number {
  const head = text.text.slice(0, SAMPLE);
  if (!/^\ufeff?%T[ \t]\S/m.test(head)) return 0;
  const lines = Array.from(head.matchAll(/[^\r\n]+/g), ([line]) => line);
  const tags = lines.filter((line) => TAG.test(line)).length;
  const isTyped = /^\ufeff?%0[ \t]+[A-Z][A-Za-z ]{2,40}$/m.test(head);
  if (tags < (isTyped ? 2 : 3)) return 0.1;
  // An abstract may take many lines; text of another kind takes most.
  return tags * 4 > lines.length - tags ? 0.98 : 0.2;
}

/** Where records begin: at `%0`, and without one at the first tag behind a blank line. */
function recordStarts(text: string): number[] {
  const starts: number[] = [];
  let hasType = false;
  for (const { from, value, afterBlank } of linesOf(text)) {
    const tag = TAG.exec(value)?.[1];
    if (tag === undefined) continue;
    const isType = tag === '0';
    const begins = afterBlank || starts.length === 0;
    // `%0` need not come first.
    if ((isType && hasType) || begins) {
      starts.push(from);
      hasType = isType;
    } else if (isType) hasType = true;
  }
  return starts;
}

function entryOf(text: SeedText, block: Range): Entry {
  const tagged = taggedFields(text.text, block, TAG);
  const fields = endNoteFields(
    text.text,
    tagged.flatMap(({ tag, range }): EndNoteValue[] =>
      range.to > range.from ? [{ tag, range }] : [],
    ),
  );
  if (namesPaper(fields)) {
    return { ...block, fields, truncated: breaksOff(text.text, block, tagged, ['X']) };
  }
  return untitled(
    text,
    block,
    'The EndNote record has neither a title (%T) nor an identifier (%R)',
    'Add a line `%T` with the title if it is a paper.',
    fields,
  );
}
