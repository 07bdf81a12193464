import type { ByteTotals } from '../model/index.ts';
import type { PageWords } from '../words/index.ts';

/** `97.3 % fields, 1.5 % page furniture, 1.2 % separators, none unparsed`. */
export function bytesByFate(totals: ByteTotals, { comma, share, sources: say }: PageWords): string {
  const whole = totals.field + totals.chrome + totals.separator + totals.unparsed;
  if (whole === 0) return say.emptyFile;
  const kinds = ['field', 'chrome', 'separator'] as const;
  const parts = kinds
    .filter((kind) => totals[kind] > 0)
    .map((kind) => `${share(totals[kind], whole)} ${say.fate[kind]}`);
  parts.push(
    totals.unparsed === 0 ? say.fate.nothing : say.fate.unread(share(totals.unparsed, whole)),
  );
  return parts.join(comma);
}
