import type { Message, Work } from '../model/index.ts';
import { toPlain } from '../text/index.ts';
import { unwritableIn, type WriterContext } from '../writers/index.ts';

/**
 * Says which papers some exports leave out.
 *
 * @param formatsFailing formats a work cannot be written in
 */
export function exportMessages(
  works: readonly Work[],
  context: WriterContext,
  formatsFailing: typeof unwritableIn = unwritableIn,
): Message[] {
  return works.flatMap((work): Message[] => {
    const formats = formatsFailing(work, context);
    const record = context.records.get(work.records[0] ?? '')?.raw;
    if (formats.length === 0) return [];
    return [
      {
        code: 'export-not-written',
        severity: 'warning',
        ...(record && { source: { file: record.seed, lines: record.lines } }),
        text: `“${toPlain(work.title.value.rich)}” (${work.permalink}) could not be written as ${formats.join(', ')}, which is a defect of the program; exports in it leave the paper out.`,
        hint: 'Report the defect with these lines.',
      },
    ];
  });
}
