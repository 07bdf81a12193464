import type { Work } from '../../model/index.ts';
import { toPlain, words } from '../../text/index.ts';

/** Words that say too little to be a key's third part. */
const SMALL_WORDS = new Set(
  'a an and are as at be beyond by can do does for from how in into is it its of on or that the their this to toward towards via what when where which why with without your'.split(
    ' ',
  ),
);

/**
 * Citation keys such as `gu2025r4ec`: family name of the first author, year, first telling word of the title.
 * Equal keys get `a`, `b`, … in order of permalink, so a key depends on the works alone and not on their order.
 *
 * @returns key by permalink, unique
 */
export function citationKeys(
  works: readonly Pick<Work, 'permalink' | 'title' | 'fields'>[],
): Map<string, string> {
  const byStem = Map.groupBy(works, stem);
  const keys = new Map<string, string>();
  for (const [key, same] of byStem) {
    const permalinks = same.map((work) => work.permalink).sort();
    for (const [index, permalink] of permalinks.entries()) {
      keys.set(permalink, same.length === 1 ? key : `${key}${letters(index)}`);
    }
  }
  return keys;
}

function stem({ title, fields }: Pick<Work, 'title' | 'fields'>): string {
  const author = fields.authors?.value.names[0];
  const family = author ? words(author.family ?? author.literal).join('') : 'anon';
  const year = fields.issued?.value.iso.slice(0, 4) ?? 'nd';
  const titleWords = words(toPlain(title.value.rich));
  const telling = titleWords.find((word) => !SMALL_WORDS.has(word)) ?? titleWords[0] ?? 'untitled';
  return `${family}${year}${telling}`.replaceAll(/[^\p{L}\p{N}]/gu, '');
}

/** `0` -> `a`, `25` -> `z`, `26` -> `aa`. */
function letters(index: number): string {
  const rest = Math.floor(index / 26);
  const letter = String.fromCharCode('a'.charCodeAt(0) + (index % 26));
  return rest === 0 ? letter : letters(rest - 1) + letter;
}
