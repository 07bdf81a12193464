import anyAscii from 'any-ascii';
import type { Work } from '../../model/index.ts';
import { toPlain, unsetLetters } from '../../text/index.ts';
import { isKey } from './citation-key.ts';

/**
 * Keys by which sources cite a work beside the one it has, by permalink: those that are no other work's, and that no two
 * works claim.
 */
export function otherKeys(
  works: readonly Pick<Work, 'permalink' | 'observations'>[],
  keys: ReadonlyMap<string, string>,
): Map<string, string[]> {
  const taken = new Set(keys.values());
  const claims = new Map<string, Set<string>>();
  for (const { permalink, observations } of works) {
    for (const { field, value } of observations) {
      if (field !== 'citationKey' || taken.has(value) || !isKey(value)) continue;
      claims.set(value, (claims.get(value) ?? new Set()).add(permalink));
    }
  }
  const others = new Map<string, string[]>();
  for (const [key, [permalink, ...more]] of claims) {
    if (permalink === undefined || more.length > 0) continue;
    others.set(permalink, [...(others.get(permalink) ?? []), key]);
  }
  for (const list of others.values()) list.sort();
  return others;
}

/** Signs of TeX, which a spelling in ASCII may have. */
const SPECIAL = /[\\%&_#${}~^]/g;

/** Signs that are not seen, such as those of direction. */
const UNSEEN = /^\p{Cf}$/u;

/** What letters of a work that pdfLaTeX cannot set are written with in Latin ones: `王` is `Wang`; undefined where it has none. */
export function latinLetters({
  title,
  fields,
  publication,
  keywords,
}: Pick<Work, 'title' | 'fields' | 'publication' | 'keywords'>): Work['latin'] {
  const texts = [
    toPlain(title.value.rich),
    JSON.stringify([fields.authors?.value.names, fields.note?.value, publication, keywords]),
  ];
  const letters = unsetLetters(texts.join('\n'));
  if (letters.length === 0) return undefined;
  return Object.fromEntries(
    letters.map((letter) => [
      letter,
      anyAscii(letter).replace(SPECIAL, ' ').trim() || (UNSEEN.test(letter) ? '' : '?'),
    ]),
  );
}
