import anyAscii from 'any-ascii';
import type { PermalinkLedger, Work } from '../../model/index.ts';
import { toPlain, words } from '../../text/index.ts';
import { compareText } from '../lists.ts';

/** What a key is made from. */
type Keyed = Pick<Work, 'permalink' | 'title' | 'fields' | 'publication' | 'observations'>;

/** Words that say too little to be a key's third part. */
const SMALL_WORDS = new Set(
  'a an and are as at be beyond by can do does for from how in into is it its of on or that the their this to toward towards via what when where which why with without your'.split(
    ' ',
  ),
);

/** `doe17`, `DBLP:conf/nips/Vaswani17`, `2013A&A...558A..33A`: what every program that reads BibTeX takes for a key. */
const VALID_KEY = /^[A-Za-z0-9][A-Za-z0-9:_.+/&-]*$/;

/** `müller17`: what biblatex can list beside a key. */
const OTHER_KEY = /^[^\s,;{}()%#~\\"'=@$^\p{C}]+$/u;

/** True for what can be a citation key. */
export const isKey = (text: string) => VALID_KEY.test(text);

/** The keys under which sources have a work, one a source. */
const ownKeys = ({ observations }: Pick<Work, 'observations'>): string[] =>
  observations.flatMap(({ field, value }) =>
    field === 'citationKey' && OTHER_KEY.test(value) ? [value] : [],
  );

/** The keys that sources cite a work by, one or more a source. */
export const statedKeys = ({ observations }: Pick<Work, 'observations'>): string[] =>
  observations.flatMap(({ field, value }) =>
    (field === 'citationKey' || field === 'citation_key') && OTHER_KEY.test(value) ? [value] : [],
  );

/** What keys have in common that are one key to BibTeX, which takes `Doe17` and `doe17` for a mistake. */
export const sameKey = (key: string) => key.toLowerCase();

/**
 * The permalinks of the works that sources cite by a key, by what is the same of keys. The key of a record counts before
 * one that another lists beside its own (`ids`).
 */
export function claimedKeys(
  works: readonly Pick<Work, 'permalink' | 'observations'>[],
): Map<string, Set<string>> {
  return new Map([...claimsOf(works, statedKeys), ...claimsOf(works, ownKeys)]);
}

function claimsOf(
  works: readonly Pick<Work, 'permalink' | 'observations'>[],
  keysOf: typeof statedKeys,
): Map<string, Set<string>> {
  const claims = new Map<string, Set<string>>();
  for (const work of works) {
    for (const key of keysOf(work)) {
      claims.set(sameKey(key), (claims.get(sameKey(key)) ?? new Set()).add(work.permalink));
    }
  }
  return claims;
}

/**
 * The key under which each work is cited. A key that was released stays with its paper, also of one that has left. Else
 * it is the seed's own, where that can be a key and no other paper has it or is cited by it; else one such as
 * `gu2025r4ec`: family name of the first author, year, first telling word of the title, in ASCII. Equal keys get `a`,
 * `b`, … in order of permalink, so that a key depends on the works and the ledger alone and not on their order.
 *
 * @returns key by permalink, unique
 */
export function citationKeys(
  works: readonly Keyed[],
  ledger: PermalinkLedger,
): Map<string, string> {
  const released = new Map(
    ledger.permalinks.flatMap(({ permalink, citation_key: key }) =>
      key === undefined ? [] : [[permalink, key] as const],
    ),
  );
  const listed = ledger.permalinks.flatMap(({ other_keys: others = [] }) => others);
  const taken = new Set([...released.values(), ...listed].map(sameKey));
  const keys = new Map<string, string>();
  const give = (permalink: string, key: string) => {
    taken.add(sameKey(key));
    keys.set(permalink, key);
  };
  const open: Keyed[] = [];
  for (const work of works) {
    const key = released.get(work.permalink);
    if (key === undefined) open.push(work);
    else keys.set(work.permalink, key);
  }
  const claims = claimedKeys(works);
  const nameless: Keyed[] = [];
  for (const work of open) {
    const key = work.fields.citationKey?.value ?? '';
    const isOnly = claims.get(sameKey(key))?.size === 1;
    if (isKey(key) && isOnly && !taken.has(sameKey(key))) give(work.permalink, key);
    else nameless.push(work);
  }
  const isFree = (key: string, permalink: string) => {
    const [claimant = permalink, ...more] = claims.get(sameKey(key)) ?? [];
    return !taken.has(sameKey(key)) && claimant === permalink && more.length === 0;
  };
  for (const [key, same] of Map.groupBy(nameless, stem)) {
    const permalinks = same.map((work) => work.permalink).sort(compareText);
    let next = 0;
    for (const permalink of permalinks) {
      let wished = same.length === 1 ? key : `${key}${letters(next++)}`;
      while (!isFree(wished, permalink)) wished = `${key}${letters(next++)}`;
      give(permalink, wished);
    }
  }
  return keys;
}

/** Letters of a name or a word in a key, at most. */
const LONGEST_PART = 40;

function stem({ title, fields, publication }: Keyed): string {
  const author = fields.authors?.value.names[0];
  const family = author ? asciiWords(author.family ?? author.literal).join('') : '';
  const year = publication.issued?.iso.slice(0, 4) ?? 'nd';
  const titleWords = asciiWords(toPlain(title.value.rich));
  const telling = titleWords.find((word) => !SMALL_WORDS.has(word)) ?? titleWords[0] ?? 'untitled';
  return `${family === '' ? 'anon' : family.slice(0, LONGEST_PART)}${year}${telling.slice(0, LONGEST_PART)}`;
}

/** `müller` is `muller`, `王` is `wang`. */
function asciiWords(text: string): string[] {
  return words(text)
    .map((word) =>
      anyAscii(word)
        .toLowerCase()
        .replace(/[^a-z0-9]/g, ''),
    )
    .filter((word) => word !== '');
}

/** `0` -> `a`, `25` -> `z`, `26` -> `aa`. */
function letters(index: number): string {
  const rest = Math.floor(index / 26);
  const letter = String.fromCharCode('a'.charCodeAt(0) + (index % 26));
  return rest === 0 ? letter : letters(rest - 1) + letter;
}
