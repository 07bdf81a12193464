import { linesOf } from '../../../src/readers/scan/index.ts';
import type { Entry, Found, SureReading } from '../../../src/readers/seed/index.ts';
import { defineReader } from '../../../src/readers/seed/index.ts';

/** Lists that a library's shelf prints: a title, a line of authors, and a line with a DOI. */
export const shelfList = defineReader({
  format: 'shelf-list',
  label: 'shelf list',
  source: 'the library',
  stripsMath: false,
  signs: 'lines such as `by Ann Lee; Bo Li` between a title and `doi:10.1000/182`',
  read({ text }): SureReading | null {
    const lines = linesOf(text);
    const entries = lines.flatMap((title, index): Entry[] => {
      const [authors, doi] = [lines[index + 1], lines[index + 2]];
      if (!authors?.value.startsWith('by ') || !doi?.value.startsWith('doi:')) return [];
      const fields: Found[] = [
        { name: 'title', range: title },
        // Labels stay outside of the range: they are furniture, and the value is what stands in the file.
        { name: 'authors', range: { from: authors.from + 'by '.length, to: authors.to } },
        { name: 'doi', range: { from: doi.from + 'doi:'.length, to: doi.to } },
      ];
      return [{ from: title.from, to: doi.to, fields }];
    });
    if (entries.length === 0) return null;
    return { entries, confidence: (entries.length * 3) / lines.length };
  },
});
