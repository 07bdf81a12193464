import type { FieldName } from '../../model/index.ts';
import type { Found } from './found.ts';
import { type Range, trimmed } from './range.ts';

/** What stands around the value of a field and says which it is. */
export interface Notation {
  range: Range;
  field: FieldName;
}

// What ends a value: `},` of BibTeX, `",` of JSON and CSV, `</name></author>` of XML
const ENDING = /^(?:<\/[^<>]*>\s*|["'})\]]|(?<!,),)+/;

// The last mark of an entry: its own, and not that of its last field
const LAST_MARK = /(?:<\/[^<>]*>|\S)$/;

/**
 * Gives what stands between the values of an entry to its fields: what ends a value to the field before, the rest to the
 * field behind, and the frame of the entry to its type, or to its first field where it has none.
 *
 * @param gaps what is no field and no blank, in file order
 * @param fields in file order
 */
export function notationOf(
  text: string,
  gaps: readonly Range[],
  fields: readonly Found[],
): Notation[] {
  const frame = fields.find(({ name }) => name === 'type') ?? fields[0];
  let next = 0;
  return gaps.flatMap((gap): Notation[] => {
    while ((fields[next]?.range.from ?? gap.to) < gap.to) next += 1;
    const before = fields[next - 1];
    const behind = fields[next] ?? frame;
    const printed = text.slice(gap.from, gap.to);
    const ending = before === undefined ? '' : (ENDING.exec(printed)?.[0] ?? '');
    const isLast = fields[next] === undefined && ending.trimEnd() === printed;
    const own = isLast ? printed.replace(LAST_MARK, '') : ending;
    const cut = gap.from + own.length;
    return [
      { range: trimmed(text, { from: gap.from, to: cut }), field: before?.name },
      { range: trimmed(text, { from: cut, to: gap.to }), field: behind?.name },
    ].flatMap(({ range, field }) =>
      field === undefined || range.to === range.from ? [] : [{ range, field }],
    );
  });
}
