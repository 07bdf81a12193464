import anyAscii from 'any-ascii';
import type { Departed, PermalinkLedger, Work } from '../../model/index.ts';
import { toPlain, unsetLetters } from '../../text/index.ts';
import { claimedKeys, sameKey, statedKeys } from './citation-key.ts';

/**
 * Keys by which a work is cited beside the one it has, by permalink: those that releases gave papers which are now merged
 * into it, those that releases listed beside its own, and those of its sources, unless two works claim one or it is or was
 * the key of another paper.
 */
export function otherKeys(
  works: readonly Pick<Work, 'permalink' | 'observations'>[],
  keys: ReadonlyMap<string, string>,
  ledger: PermalinkLedger,
  departed: readonly Departed[],
): Map<string, string[]> {
  const others = new Map<string, string[]>();
  const taken = new Set([...keys.values()].map(sameKey));
  const give = (permalink: string, key: string) => {
    if (taken.has(sameKey(key))) return;
    taken.add(sameKey(key));
    others.set(permalink, [...(others.get(permalink) ?? []), key].sort());
  };
  const ways = new Map(departed.map(({ permalink, fate }) => [permalink, fate]));
  for (const { permalink, citation_key: key, other_keys: listed = [] } of ledger.permalinks) {
    const fate = ways.get(permalink);
    if (fate?.status === 'merged')
      for (const each of [key ?? [], listed].flat()) give(fate.into, each);
    else if (fate === undefined) for (const each of listed) give(permalink, each);
    else for (const each of [key ?? [], listed].flat()) taken.add(sameKey(each));
  }
  const claims = claimedKeys(works);
  for (const work of works) {
    for (const key of statedKeys(work)) {
      const claimants = claims.get(sameKey(key));
      if (claimants?.size === 1 && claimants.has(work.permalink)) give(work.permalink, key);
    }
  }
  return others;
}

/** Signs of TeX, which a spelling in ASCII may have. */
const SPECIAL = /[\\%&_#${}~^]/g;

/** Signs that are not seen, such as those of direction. */
const UNSEEN = /^\p{Cf}$/u;

/** `ぽ`, `ナ`, `ー`: letters that only Japanese has */
const KANA = /[\p{sc=Hiragana}\p{sc=Katakana}]/u;

/** `ja`, `jpn`, `ja-JP`, `Japanese`, `日本語` */
const JAPANESE = /^(?:jpn?(?![a-z])|ja(?![a-z])|japanese|日本語)/i;

/** `山` */
const IDEOGRAPH = /^\p{sc=Han}$/u;

/** What stands in for a letter that has no spelling in Latin letters. */
const UNKNOWN = '?';

/**
 * What letters of a work that pdfLaTeX cannot set are written with in Latin ones: `王` is `Wang`; undefined where it has none.
 * Ideographs have their Chinese readings, so those of a work in Japanese, or one with kana in it, are left open: how they
 * are read depends on the word, and on the person.
 */
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
  const isJapanese =
    JAPANESE.test(publication.language ?? '') ||
    KANA.test(JSON.stringify([texts[0], fields.authors?.value.names, publication.containerTitle]));
  return Object.fromEntries(
    letters.map((letter) => [
      letter,
      isJapanese && IDEOGRAPH.test(letter) ? UNKNOWN : inLatin(letter),
    ]),
  );
}

/** Alef, a long a; the library leaves it out, as it may carry another vowel. */
const ALEF = 'ا';

const inLatin = (letter: string): string =>
  (letter === ALEF ? 'a' : anyAscii(letter)).replace(SPECIAL, ' ').trim() ||
  (UNSEEN.test(letter) ? '' : UNKNOWN);
