import type { SeedReading, Span, TextValue } from '../model/index.ts';
import { escapeHtml, mathSpans, toHtml } from '../text/index.ts';
import type { SurveyView } from '../view/index.ts';
import type { PageWords } from '../words/index.ts';

/** A stretch of a seed beside the formula that was made of it. */
export interface SeedMathRow {
  /** As the seed prints it, with some words around, as HTML; the stretch itself is marked. */
  printed: string;
  /** The formula as HTML and its LaTeX; or why there is none. */
  made: { html: string; latex: string } | { reason: string };
  /** 0 to 1. */
  confidence: number;
}

/** The formulas of one field of one record. */
export interface SeedMathGroup {
  record: string;
  field: 'title' | 'abstract' | 'comment';
  /** First line of the field. */
  line: number;
  rows: SeedMathRow[];
}

/** Id of the first row of a paper in the comparison on a page of a seed. */
export const seedMathAnchor = (permalink: string) => `math-${permalink}`;

/** Characters of the seed shown on each side of a stretch. */
const AROUND = 24;

/** What a seed prints where it lost its TeX, beside the formulas that were made of it, in file order. */
export function seedMath(seed: SeedReading, { survey, words }: SurveyView): SeedMathGroup[] {
  return seed.records.flatMap((record) => {
    const fields = survey.records.get(record)?.fields;
    return (['title', 'abstract', 'comment'] as const).flatMap((field): SeedMathGroup[] => {
      const text = fields?.[field];
      if (text?.from.kind !== 'seed') return [];
      const rows = rowsOf(text.value, words);
      return rows.length === 0 ? [] : [{ record, field, line: text.from.lines[0], rows }];
    });
  });
}

function rowsOf({ rich, source, left = [] }: TextValue, words: PageWords): SeedMathRow[] {
  const rebuilt = mathSpans(rich).flatMap((node) =>
    node.repair === undefined
      ? []
      : {
          at: node.repair.at,
          confidence: node.repair.confidence,
          made: { html: toHtml([node]), latex: node.latex },
        },
  );
  const kept = left.map(({ at, confidence, reason }) => ({
    at,
    confidence,
    made: { reason: words.math.reasons[reason] },
  }));
  return [...rebuilt, ...kept]
    .sort((a, b) => a.at.start - b.at.start)
    .map(({ at, ...row }) => ({ ...row, printed: marked(source, at) }));
}

function marked(source: string, { start, end }: Span): string {
  const from = source.lastIndexOf(' ', Math.max(0, start - AROUND)) + 1;
  const space = source.indexOf(' ', end + AROUND);
  const to = space < 0 ? source.length : space;
  return [
    from > 0 ? '… ' : '',
    escapeHtml(source.slice(from, start)),
    `<mark>${escapeHtml(source.slice(start, end))}</mark>`,
    escapeHtml(source.slice(end, to)),
    to < source.length ? ' …' : '',
  ].join('');
}
