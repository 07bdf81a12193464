import type { Message, Seed } from '../../model/index.ts';
import type { SeedContent } from './read.ts';

/** A seed that was not read as text, and why: no record, and every byte of it unparsed. */
export function unreadSeed({ path, bytes }: Seed, label: string, message: Message): SeedContent {
  const span = { start: 0, end: bytes.length };
  return {
    reading: {
      path,
      format: null,
      label,
      bytes: bytes.length,
      lineCount: 0,
      facts: {},
      account: {
        parts: bytes.length === 0 ? [] : [{ kind: 'unparsed', span }],
        totals: { field: 0, chrome: 0, separator: 0, unparsed: bytes.length },
      },
      withheld: [],
      records: [],
      messages: [message],
    },
    records: [],
    listings: [],
  };
}
