import type { ByteTotals } from '../model/index.ts';
import { share } from '../view/index.ts';

/** `97.3 % fields, 1.5 % page furniture, 1.2 % separators, none unparsed`. */
export function bytesByFate(totals: ByteTotals): string {
  const whole = totals.field + totals.chrome + totals.separator + totals.unparsed;
  if (whole === 0) return 'The file is empty';
  const parts = [
    [totals.field, 'fields'],
    [totals.chrome, 'page furniture'],
    [totals.separator, 'separators'],
  ] as const;
  const words = parts.filter(([n]) => n > 0).map(([n, name]) => `${share(n, whole)} ${name}`);
  words.push(
    totals.unparsed === 0 ? 'nothing unread' : `${share(totals.unparsed, whole)} not read`,
  );
  return words.join(', ');
}
