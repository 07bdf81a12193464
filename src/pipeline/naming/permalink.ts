import type { Identifier, IsoDate, RichText } from '../../model/index.ts';
import { fold, toPlain } from '../../text/index.ts';
import { hash32, hex } from '../hashes.ts';

/** Letters of a title in a permalink, at most; cut between words. */
const slugLength = 64;
const unsafe = /[^a-z0-9.]+/g;
const ragged = /^[-.]+|[-.]+$/g;

/** PaperKeys of lists that stand beside papers in the folder `papers/`. */
const reserved: ReadonlySet<string> = new Set(['page', 'venue', 'with-code']);

/** Characters of a part of a path, at most: file systems take 255, and a number or a year may follow. */
const segmentLength = 160;

/** Text made fit for a path: lower-case letters, digits, `.` and `-`, or empty; a long one ends in a number made from it. */
export function safeSegment(text: string): string {
  const safe = text.toLowerCase().replace(unsafe, '-').replace(ragged, '');
  if (safe.length <= segmentLength) return safe;
  return `${safe.slice(0, segmentLength - 9).replace(ragged, '')}-${hex(hash32(safe))}`;
}

/** `arxiv-2507.17249`, `arxiv-cond-mat-9701067`, `doi-10.1145-3711896.3737079`; undefined for other schemes. */
export function permalinkOfIdentifier({ scheme, value }: Identifier): string | undefined {
  return scheme === 'arxiv' || scheme === 'doi' ? safeSegment(`${scheme}-${value}`) : undefined;
}

/** `parts-and-wholes-2025`; a title without Latin letters gives a number made from it: `paper-1b2c3d4e-2025`. */
export function permalinkOfTitle(title: RichText, issued?: IsoDate): string {
  const plain = fold(toPlain(title));
  const words = safeSegment(plain).replaceAll('.', '-');
  const slug = words === '' ? `paper-${hex(hash32(plain))}` : cut(words);
  if (issued === undefined && reserved.has(slug)) return `paper-${slug}`;
  return issued === undefined ? slug : `${slug}-${issued.slice(0, 4)}`;
}

function cut(slug: string): string {
  if (slug.length <= slugLength) return slug;
  const end = slug.lastIndexOf('-', slugLength);
  return slug.slice(0, end > 0 ? end : slugLength);
}
